"""The front page and the settings of the site."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from campagne.action_plan.models import PlanRole
from campagne.activities.models import Activity
from campagne.content.blocks import BODY_HELP, BodyBlocks
from campagne.content.finding import branch, whole
from campagne.content.models import CampaignPage
from campagne.media.models import Picture
from campagne.report_guide.choice import Choice
from campagne.report_guide.models import ReportGuidePage
from doelgroepen.models import TargetGroup, Theme
from home.search.models import MissedWord, PageWord, ReadPage, StoredLexicon, SynonymSet

__all__ = [
    "HomePage",
    "MissedWord",
    "PageWord",
    "ReadPage",
    "SiteSettings",
    "StoredLexicon",
    "SynonymSet",
]

CAMPAIGNS_ON_FRONT = 3
# With "iets anders" they fill two rows on a wide screen.
HAPPENINGS_ON_FRONT = 11


class HomePage(Page):
    headline = models.CharField("kop", max_length=90, help_text="Eén zin die zegt waar dit over gaat.")
    lead = models.CharField("inleiding", max_length=240, help_text="Wat kan de lezer hier?")
    picture = models.ForeignKey(
        Picture,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="beeld",
        help_text="De tekening of foto naast de kop.",
    )
    body = StreamField(BodyBlocks(), blank=True, verbose_name="inhoud", help_text=BODY_HELP)

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel([FieldPanel("headline"), FieldPanel("lead"), FieldPanel("picture")], "Bovenaan"),
        FieldPanel("body"),
    ]
    template = "home/home_page.html"
    allowed_http_methods = ("GET", "HEAD", "OPTIONS")
    private_page_options: list[str] = []
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "content.CampaignIndexPage",
        "content.ModuleIndexPage",
        "content.QuizIndexPage",
        "content.ArticleIndexPage",
        "content.InstructionIndexPage",
        "content.ThemeIndexPage",
        "content.TargetGroupIndexPage",
        "content.MunicipalityIndexPage",
        "content.AccessibilityPage",
        "report_guide.ReportGuidePage",
    ]

    class Meta:
        verbose_name = "voorpagina"
        verbose_name_plural = "voorpagina's"

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find a page below in two questions to the database, however deep it stands."""
        way = branch(self, path_components)
        if not way:
            return super().route(request, path_components)
        page = whole(way[-1])
        page.above = [self, *way[:-1]]
        return page.route(request, path_components[len(way) :])

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict:
        today = timezone.localdate()
        campaigns = CampaignPage.objects.listed().filter(municipality=None)
        return {
            **super().get_context(request, *args, **kwargs),
            "groups": TargetGroup.objects.regional().filter(page__live=True).select_related("page"),
            "themes": Theme.objects.filter(page__live=True).select_related("page"),
            "happenings": _happenings(),
            "has_activities": Activity.objects.public().not_over(today).exists(),
            "has_plans": PlanRole.objects.open().exists(),
            "campaigns": [page for page in campaigns if page.is_running(today)][:CAMPAIGNS_ON_FRONT],
        }


def _happenings() -> list[Choice]:
    """What can have happened, as the report guide asks it first; nothing while it has no types."""
    guide = ReportGuidePage.objects.live().first()
    return guide.choices()[:HAPPENINGS_ON_FRONT] if guide else []


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    """What the furniture of every page says."""

    site_name = models.CharField("naam van de site", max_length=60, default="Weerbaar")
    sender = models.CharField("afzender", max_length=160, blank=True, help_text="Wie maakt deze site? Staat onderaan.")
    contact_email = models.EmailField("e-mailadres", blank=True, help_text="Voor vragen over de site.")
    security_email = models.EmailField("e-mailadres voor beveiliging", blank=True, help_text="Staat in security.txt.")

    panels = [FieldPanel("site_name"), FieldPanel("sender"), FieldPanel("contact_email"), FieldPanel("security_email")]

    class Meta:
        verbose_name = "instellingen van de site"
