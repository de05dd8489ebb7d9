"""ContextEvent: something that happened and that a figure may not be read without."""

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from wagtail.search import index

from doelgroepen.models import Municipality, TargetGroup, Theme


class EventKind(models.TextChoices):
    CAMPAIGN = "campaign", "landelijke of regionale campagne"
    POLICE = "police", "actie van de politie"
    WAVE = "wave", "golf van incidenten"
    MEDIA = "media", "veel in het nieuws"
    MEASURING = "measuring", "wij meten anders"
    DEFINITION = "definition", "een begrip is anders bepaald"
    CONTENT = "content", "grote verandering van de site"
    OUTAGE = "outage", "storing"
    OTHER = "other", "anders"


class Direction(models.TextChoices):
    """What somebody expects of it, said before looking."""

    UP = "up", "omhoog"
    DOWN = "down", "omlaag"
    UNKNOWN = "unknown", "weten we niet"


class ContextEventQuerySet(models.QuerySet["ContextEvent"]):
    def within(self, first: date, last: date) -> Self:
        """Those that touch the period, in order; one without an end goes on."""
        return self.filter(begins__lte=last).filter(Q(ends=None) | Q(ends__gte=first)).order_by("begins", "pk")

    def about(self, municipality: Municipality | None) -> Self:
        """The region's, and those of this municipality; all of them without one."""
        return self if municipality is None else self.filter(Q(municipality=None) | Q(municipality=municipality))


class ContextEvent(index.Indexed, models.Model):
    """`automatic` names the change of ours that wrote it; empty when a person did."""

    title = models.CharField("wat gebeurde er?", max_length=120)
    kind = models.CharField("soort", max_length=12, choices=EventKind.choices, default=EventKind.OTHER)
    begins = models.DateField("vanaf")
    ends = models.DateField("tot en met", null=True, blank=True, help_text="Leeg: het is nog niet voorbij.")
    themes = models.ManyToManyField(Theme, blank=True, related_name="+", verbose_name="thema's")
    groups = models.ManyToManyField(TargetGroup, blank=True, related_name="+", verbose_name="doelgroepen")
    expected = models.CharField(
        "wat verwacht u?",
        max_length=8,
        choices=Direction.choices,
        default=Direction.UNKNOWN,
        help_text="Wat doet dit met onze cijfers? Kies het voordat u kijkt.",
    )
    source = models.URLField("bron", blank=True)
    is_public = models.BooleanField("ook op openbare cijfers", default=False)
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="gemeente",
        help_text="Leeg: het gebeurde in de hele regio, of overal.",
    )
    automatic = models.CharField("vanzelf", max_length=80, unique=True, null=True, blank=True, editable=False)

    objects = ContextEventQuerySet.as_manager()

    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.FilterField("municipality"),
        index.FilterField("kind"),
        index.FilterField("begins"),
    ]

    class Meta:
        ordering = ["-begins", "title"]
        verbose_name = "gebeurtenis"
        verbose_name_plural = "gebeurtenissen"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gte=F("begins")), name="an_event_does_not_end_before_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.ends and self.begins and self.ends < self.begins:
            raise ValidationError({"ends": "Dit is vóór de eerste dag. Kies een latere dag, of laat het leeg."})
