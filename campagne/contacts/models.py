"""ReportChannel: a place to report to or to ask for help."""

import re
from datetime import date, timedelta
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from doelgroepen.models import Municipality

CHECK_EVERY = timedelta(days=92)


class Channel(models.TextChoices):
    """Where a report goes; mirrors the categories that CBS asks about."""

    POLICE_REPORT = "politie_melding", "politie: melding"
    POLICE_ONLINE = "politie_aangifte_internet", "politie: aangifte via internet"
    POLICE_CALL = "politie_bellen", "politie: bellen"
    BANK = "bank", "bank"
    FRAUD_DESK = "fraudehelpdesk", "Fraudehelpdesk"
    PLATFORM = "platform", "platform of website"
    SHOP = "webshop_verkoper", "webwinkel of verkoper"
    CONSUMERS = "consumentenorganisatie", "consumentenorganisatie"
    VICTIM_SUPPORT = "slachtofferhulp", "slachtofferhulp"
    ANONYMOUS = "meld_misdaad_anoniem", "Meld Misdaad Anoniem"
    MUNICIPALITY = "gemeente_meldpunt", "meldpunt van de gemeente"
    EMPLOYER = "werkgever_ict", "werkgever of ICT"
    SCHOOL = "vertrouwenspersoon_school", "vertrouwenspersoon op school"
    ALERT = "nl_alert_info", "informatie bij een incident"
    OTHER = "anders", "anders"


class ReportChannelQuerySet(models.QuerySet["ReportChannel"]):
    def offered_in(self, municipality: Municipality | None) -> "ReportChannelQuerySet":
        return self.filter(Q(municipality=None) | Q(municipality=municipality))

    def overdue(self, day: date) -> "ReportChannelQuerySet":
        return self.filter(Q(checked_on=None) | Q(checked_on__lt=day - CHECK_EVERY))


class ReportChannel(index.Indexed, models.Model):
    """One record per place to report, used by every page that names it."""

    name = models.CharField("naam", max_length=80, unique=True)
    slug = models.SlugField(
        "code", unique=True, help_text="Vaste korte naam. Verandert niet, want cijfers hangen eraan."
    )
    code = models.CharField("soort meldpunt", max_length=32, choices=Channel.choices)
    phone = models.CharField("telefoon", max_length=20, blank=True, help_text="Zoals u het opschrijft: 0900-8844.")
    url = models.URLField("website", blank=True)
    purpose = models.CharField("waarvoor", max_length=200, help_text="Waarvoor belt of klikt iemand hier? Eén zin.")
    hours = models.CharField(
        "bereikbaar", max_length=120, blank=True, help_text="Alleen invullen als u het hebt gecontroleerd."
    )
    languages = models.CharField("talen", max_length=80, blank=True)
    is_urgent = models.BooleanField(
        "spoed", default=False, help_text="Voor gevaar: dit nummer staat bovenaan, in het rood."
    )
    checked_on = models.DateField("gecontroleerd op", null=True, blank=True)
    source_url = models.URLField("bron", blank=True, help_text="Waar staat dit officieel?")
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="report_channels",
        verbose_name="gemeente",
        help_text="Leeg: van de hele regio.",
    )

    objects = ReportChannelQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("slug"), FieldPanel("code"), FieldPanel("purpose")], "Wat is het?"
        ),
        MultiFieldPanel(
            [
                FieldPanel("phone"),
                FieldPanel("url"),
                FieldPanel("hours"),
                FieldPanel("languages"),
                FieldPanel("is_urgent"),
            ],
            "Hoe bereikt u het?",
        ),
        MultiFieldPanel([FieldPanel("checked_on"), FieldPanel("source_url"), FieldPanel("municipality")], "Controle"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.SearchField("purpose"),
        index.AutocompleteField("name"),
        index.FilterField("code"),
        index.FilterField("municipality"),
    ]

    class Meta:
        ordering = ["-is_urgent", "name"]
        verbose_name = "meldpunt"
        verbose_name_plural = "meldpunten"

    def __str__(self) -> str:
        return self.name

    @property
    def phone_href(self) -> str:
        return dialled(self.phone)

    @property
    def host(self) -> str:
        """The website as people say it: `politie.nl`, without https://, www. and the path."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.")

    def is_overdue(self, day: date) -> bool:
        return self.checked_on is None or self.checked_on < day - CHECK_EVERY

    def clean(self) -> None:
        super().clean()
        if not (self.phone or self.url or self.hours):
            raise ValidationError(
                "Vul een telefoonnummer of een website in, of schrijf bij ‘bereikbaar’ hoe het wel kan."
            )


def dialled(phone: str) -> str:
    """A number as a browser dials it: `tel:09008844`; empty without a number."""
    digits = re.sub(r"[^0-9+]", "", phone)
    return f"tel:{digits}" if digits else ""
