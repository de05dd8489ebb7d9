"""The page types, gathered for Django; each has a module of its own."""

from campagne.content.article import ArticlePage, QuizPage
from campagne.content.campaign import CampaignModule, CampaignPage
from campagne.content.easy import EasyText
from campagne.content.indexes import (
    ArticleIndexPage,
    CampaignIndexPage,
    InstructionIndexPage,
    ModuleIndexPage,
    MunicipalityIndexPage,
    QuizIndexPage,
    TargetGroupIndexPage,
    ThemeIndexPage,
)
from campagne.content.instruction import InstructionPage, InstructionText
from campagne.content.module import ModulePage
from campagne.content.page import ContentPage, PageTargetGroup
from campagne.content.places import MunicipalityPage, TargetGroupPage, ThemePage
from campagne.content.speech import PageSpeech
from campagne.content.statements import AccessibilityPage, ReportChannelsPage

__all__ = [
    "AccessibilityPage",
    "ArticleIndexPage",
    "ArticlePage",
    "CampaignIndexPage",
    "CampaignModule",
    "CampaignPage",
    "ContentPage",
    "EasyText",
    "InstructionIndexPage",
    "InstructionPage",
    "InstructionText",
    "ModuleIndexPage",
    "ModulePage",
    "MunicipalityIndexPage",
    "MunicipalityPage",
    "PageSpeech",
    "PageTargetGroup",
    "QuizIndexPage",
    "QuizPage",
    "ReportChannelsPage",
    "TargetGroupIndexPage",
    "TargetGroupPage",
    "ThemeIndexPage",
    "ThemePage",
]
