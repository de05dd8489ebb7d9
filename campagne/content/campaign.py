"""CampaignPage: a goal for a group in a period, with the modules and the quiz that serve it."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from campagne.content.blocks import BODY_HELP, BodyBlocks
from campagne.content.page import ContentPage
from campagne.content.printing.printed import Printed
from campagne.content.readable import Readable
from campagne.quiz.models import Quiz

MODULES_HELP = "Welke lessen horen bij deze campagne? Ze staan onder aan de pagina, in deze volgorde."


class CampaignLevel(models.TextChoices):
    LOCAL = "lokaal", "lokaal"
    REGIONAL = "regionaal", "regionaal"
    NATIONAL = "landelijk", "landelijk"


class CampaignPage(Printed, Readable, ContentPage):
    goal = models.CharField("doel", max_length=240, help_text="Wat kunnen of weten mensen na deze campagne?")
    level = models.CharField(
        "niveau",
        max_length=10,
        choices=CampaignLevel.choices,
        default=CampaignLevel.REGIONAL,
        help_text="Waar loopt de campagne: in één gemeente, in de regio of in heel het land?",
    )
    starts_on = models.DateField("begint op", null=True, blank=True, help_text="Leeg: de campagne loopt al.")
    ends_on = models.DateField("eindigt op", null=True, blank=True, help_text="Leeg: geen einddatum.")
    body = StreamField(BodyBlocks(), blank=True, verbose_name="inhoud", help_text=BODY_HELP)
    quiz = models.ForeignKey(
        Quiz,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="campaigns",
        verbose_name="quiz",
        help_text="De lezer begint deze quiz met een knop op de pagina.",
    )

    content_panels = [
        *ContentPage.lead_panels,
        FieldPanel("goal"),
        MultiFieldPanel(
            [FieldPanel("level"), FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")])], "Niveau en periode"
        ),
        FieldPanel("body"),
        InlinePanel("chosen_modules", label="Module", heading="Modules", help_text=MODULES_HELP),
        FieldPanel("quiz"),
        *Readable.easy_panels,
        *Printed.paper_panels,
        *ContentPage.closing_panels,
    ]
    search_fields = [*ContentPage.search_fields, index.SearchField("goal"), index.SearchField("body")]
    template = "content/campaign_page.html"
    shown_with = (*ContentPage.shown_with, "quiz")
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "campagne"
        verbose_name_plural = "campagnes"

    def clean(self) -> None:
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": "De einddatum ligt voor de begindatum. Kies een latere dag."})

    def is_running(self, day: date) -> bool:
        return (self.starts_on is None or self.starts_on <= day) and (self.ends_on is None or day <= self.ends_on)

    def get_context(self, request, *args, **kwargs) -> dict:
        chosen = self.chosen_modules.select_related("module__content_type", "module__picture").all()
        modules = [choice.module for choice in chosen if choice.module.live]
        return {**super().get_context(request, *args, **kwargs), "modules": modules}


class CampaignModule(Orderable):
    """One module that a campaign refers to."""

    campaign = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="chosen_modules")
    module = models.ForeignKey(
        "content.ModulePage",
        on_delete=models.CASCADE,
        related_name="used_in_campaigns",
        verbose_name="module",
        help_text="Een les van de regio of van uw gemeente.",
    )

    panels = [PageChooserPanel("module")]

    class Meta(Orderable.Meta):
        verbose_name = "module van campagne"
        verbose_name_plural = "modules van campagne"
