"""Counters and what they are filled from, the ways in, what happened meanwhile, what others published, what we say."""

from campagne.measurement.attention.card import AttentionCard
from campagne.measurement.cells.cell import DayCell, MonthCell
from campagne.measurement.cells.labelled import PageFacts, PageLabelPeriod
from campagne.measurement.cells.population import Population
from campagne.measurement.cells.referrer import DayReferrer, MonthReferrer
from campagne.measurement.context.event import ContextEvent
from campagne.measurement.context.known_version import KnownVersion
from campagne.measurement.counters import (
    Act,
    DayAct,
    DayPage,
    MonthAct,
    MonthPage,
    Purge,
    Reason,
    Rejection,
)
from campagne.measurement.entrances.entrance import DayEntrance, Entrance, MonthEntrance
from campagne.measurement.evaluation.plan import EvaluationPlan, EvaluationReport, PlanChange
from campagne.measurement.inbox import Inbox, Kind
from campagne.measurement.monthly.reader import MonthlyReader
from campagne.measurement.official.series import Goal, Indicator, Observation, OfficialFile, Region
from campagne.measurement.public.published import PublishedFigure, PublishedMonth

__all__ = [
    "Act",
    "AttentionCard",
    "ContextEvent",
    "DayAct",
    "DayCell",
    "DayEntrance",
    "DayPage",
    "DayReferrer",
    "Entrance",
    "EvaluationPlan",
    "EvaluationReport",
    "Goal",
    "Inbox",
    "Indicator",
    "Kind",
    "KnownVersion",
    "MonthAct",
    "MonthCell",
    "MonthEntrance",
    "MonthPage",
    "MonthReferrer",
    "MonthlyReader",
    "Observation",
    "OfficialFile",
    "PageFacts",
    "PageLabelPeriod",
    "PlanChange",
    "Population",
    "PublishedFigure",
    "PublishedMonth",
    "Purge",
    "Reason",
    "Region",
    "Rejection",
]
