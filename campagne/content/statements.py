"""Pages every site of a government has: the accessibility statement and where to report."""

from typing import Any

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField

from campagne.contacts.models import ReportChannel
from campagne.content.blocks import BODY_HELP, LINE_FEATURES, BodyBlocks
from campagne.content.page import ContentPage


class AccessibilityStatus(models.TextChoices):
    """The statuses of the Dutch register of accessibility statements."""

    FULL = "A", "A: voldoet volledig"
    PARTIAL = "B", "B: voldoet gedeeltelijk"
    STARTED = "C", "C: eerste maatregelen genomen"
    NOT = "D", "D: voldoet niet"
    UNKNOWN = "", "nog niet onderzocht"


class AccessibilityPage(ContentPage):
    """The accessibility statement: status, date, known deviations and whom to tell."""

    status = models.CharField(
        "status",
        max_length=1,
        blank=True,
        choices=AccessibilityStatus.choices,
        default=AccessibilityStatus.UNKNOWN,
        help_text="Zoals in het register van toegankelijkheidsverklaringen.",
    )
    examined_on = models.DateField(
        "onderzocht op", null=True, blank=True, help_text="De dag van het laatste onderzoek."
    )
    report_url = models.URLField("rapport van het onderzoek", blank=True, help_text="Webadres.")
    deviations = RichTextField(
        "bekende afwijkingen",
        blank=True,
        features=LINE_FEATURES,
        help_text="Wat werkt nog niet voor iedereen? Zeg ook wanneer dat klaar is.",
    )
    contact = models.CharField(
        "contact", max_length=200, blank=True, help_text="Waar meldt iemand een probleem? E-mail of telefoon."
    )
    body = StreamField(BodyBlocks(), blank=True, verbose_name="inhoud", help_text=BODY_HELP)

    content_panels = [
        *ContentPage.lead_panels,
        MultiFieldPanel([FieldPanel("status"), FieldPanel("examined_on"), FieldPanel("report_url")], "Onderzoek"),
        FieldPanel("deviations"),
        FieldPanel("contact"),
        FieldPanel("body"),
    ]
    template = "content/accessibility_page.html"
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "toegankelijkheidsverklaring"
        verbose_name_plural = "toegankelijkheidsverklaringen"


class ReportChannelsPage(ContentPage):
    """Where to report: every place in the register, urgent ones first."""

    body = StreamField(BodyBlocks(), blank=True, verbose_name="inhoud", help_text=BODY_HELP)

    content_panels = [*ContentPage.lead_panels, FieldPanel("body")]
    template = "content/report_channels_page.html"
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "pagina met meldpunten"
        verbose_name_plural = "pagina's met meldpunten"

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict:
        channels = ReportChannel.objects.offered_in(self.municipality)
        return {**super().get_context(request, *args, **kwargs), "channels": channels}
