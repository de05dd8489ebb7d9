"""Pages that gather: for a theme, for a group, for a municipality."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from campagne.content.article import ArticlePage, QuizPage
from campagne.content.blocks import BODY_HELP, BodyBlocks
from campagne.content.campaign import CampaignPage
from campagne.content.instruction import InstructionPage
from campagne.content.module import ModulePage
from campagne.content.page import ContentPage, ContentPageQuerySet
from campagne.content.paging import one_screen
from doelgroepen.models import Municipality, TargetGroup, Theme

# What a gathering page shows as a card; other kinds are furniture of the tree.
READING_KINDS = (CampaignPage, ModulePage, QuizPage, InstructionPage, ArticlePage)
REGIONAL_PAGES_SHOWN = 6


def reading_matter() -> ContentPageQuerySet:
    """Everything there is to read, learn or answer."""
    kinds = ContentType.objects.get_for_models(*READING_KINDS).values()
    return ContentPage.objects.listed().filter(content_type__in=list(kinds))


class ThemePage(ContentPage):
    subject = models.OneToOneField(
        Theme,
        on_delete=models.PROTECT,
        related_name="page",
        verbose_name="welk thema?",
        help_text="Wat over dit thema gaat, komt vanzelf op deze pagina.",
    )
    body = StreamField(BodyBlocks(), blank=True, verbose_name="inhoud", help_text=BODY_HELP)

    content_panels = [*ContentPage.lead_panels, FieldPanel("subject"), FieldPanel("body"), *ContentPage.closing_panels]
    template = "content/theme_page.html"
    shown_with = (*ContentPage.shown_with, "subject")
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "themapagina"
        verbose_name_plural = "themapagina's"

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict:
        pages = reading_matter().about(self.subject).offered_in(None)
        return {**super().get_context(request, *args, **kwargs), "pages": one_screen(pages, request)}


class TargetGroupPage(ContentPage):
    group = models.OneToOneField(
        TargetGroup,
        on_delete=models.PROTECT,
        related_name="page",
        verbose_name="welke doelgroep?",
        help_text="Wat voor deze groep is, komt vanzelf op deze pagina.",
    )
    body = StreamField(BodyBlocks(), blank=True, verbose_name="inhoud", help_text=BODY_HELP)

    content_panels = [*ContentPage.lead_panels, FieldPanel("group"), FieldPanel("body"), *ContentPage.closing_panels]
    template = "content/target_group_page.html"
    shown_with = (*ContentPage.shown_with, "group__municipality")
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "doelgroeppagina"
        verbose_name_plural = "doelgroeppagina's"

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict:
        pages = reading_matter().for_group(self.group).offered_in(self.group.municipality)
        return {**super().get_context(request, *args, **kwargs), "pages": one_screen(pages, request)}


class MunicipalityPage(ContentPage):
    place = models.OneToOneField(
        Municipality,
        on_delete=models.PROTECT,
        related_name="page",
        verbose_name="welke gemeente?",
        help_text="Wat van deze gemeente is, komt vanzelf op deze pagina.",
    )
    body = StreamField(BodyBlocks(), blank=True, verbose_name="inhoud", help_text=BODY_HELP)

    content_panels = [*ContentPage.lead_panels, FieldPanel("place"), FieldPanel("body"), *ContentPage.closing_panels]
    template = "content/municipality_page.html"
    shown_with = (*ContentPage.shown_with, "place")
    subpage_types = [
        "content.CampaignIndexPage",
        "content.ModuleIndexPage",
        "content.ArticleIndexPage",
        "content.QuizIndexPage",
        "content.TargetGroupIndexPage",
    ]

    class Meta:
        verbose_name = "gemeentepagina"
        verbose_name_plural = "gemeentepagina's"

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict:
        matter = reading_matter()
        return {
            **super().get_context(request, *args, **kwargs),
            "pages": one_screen(matter.filter(municipality=self.place), request),
            "regional_pages": matter.filter(municipality=None)[:REGIONAL_PAGES_SHOWN],
        }

    def _municipality_of_place(self) -> Municipality | None:
        return self.place if self.place_id else None
