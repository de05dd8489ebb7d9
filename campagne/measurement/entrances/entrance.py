"""Entrance: one way in at one place, and how often it was taken per day."""

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from wagtail.search import index

from campagne.content.models import CampaignPage
from campagne.measurement.counters import tally
from campagne.measurement.ingest import CHOICE
from campagne.measurement.phrases import DayEntrances, MonthCounts
from campagne.media.models import Picture
from doelgroepen.models import Municipality, TargetGroup

BEGINS_AS_A_CHOICE = (
    f"Begin niet met ‘{CHOICE}’: zo beginnen de keuzes ‘ik ben …’ van bezoekers, en die tellen anders. Kies een andere "
    "naam, zoals ‘bieb-stein’."
)


class Means(models.TextChoices):
    """What hangs, lies or is sent there."""

    POSTER = "poster", "poster"
    FLYER = "flyer", "flyer"
    LETTER = "letter", "brief"
    SCREEN = "screen", "scherm"
    NEWSLETTER = "newsletter", "nieuwsbrief"
    PARTNER = "partner", "website van een partner"
    OTHER = "other", "anders"


class EntranceQuerySet(models.QuerySet["Entrance"]):
    def placed_on(self, day: date) -> Self:
        return self.filter(placed_from__lte=day).filter(Q(placed_until=None) | Q(placed_until__gte=day))


class Entrance(index.Indexed, models.Model):
    """`code` stands in the short address that is printed, so it never changes and never stops working."""

    code = models.SlugField(
        "korte naam",
        max_length=24,
        unique=True,
        help_text="Staat in het adres onder de QR-code: /q/<korte naam>/. Kort en leesbaar; verandert niet meer.",
    )
    place = models.CharField("plek", max_length=120, help_text="Waar hangt of ligt het? Eén plek per ingang.")
    means = models.CharField("middel", max_length=12, choices=Means.choices, default=Means.POSTER)
    page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="leidt naar",
        help_text="De pagina waar iemand uitkomt.",
    )
    placed_from = models.DateField("geplaatst op")
    placed_until = models.DateField(
        "weggehaald op", null=True, blank=True, help_text="Leeg: het hangt er nog. Wie later komt, telt als nagekomen."
    )
    print_run = models.PositiveIntegerField("oplage", null=True, blank=True, help_text="Hoeveel er zijn gedrukt.")
    photo = models.ForeignKey(
        Picture,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="foto",
        help_text="Hoe het er hangt. Zonder mensen die te herkennen zijn.",
    )
    campaign = models.ForeignKey(
        CampaignPage, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="campagne"
    )
    group = models.ForeignKey(
        TargetGroup,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="doelgroep",
        help_text="Alleen als deze plek voor één doelgroep is gekozen.",
    )
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="entrances",
        verbose_name="gemeente",
        help_text="Leeg: van de hele regio.",
    )

    objects = EntranceQuerySet.as_manager()

    search_fields = [
        index.SearchField("place"),
        index.SearchField("code"),
        index.AutocompleteField("place"),
        index.FilterField("municipality"),
        index.FilterField("placed_from"),
        index.FilterField("means"),
    ]

    class Meta:
        ordering = ["-placed_from", "place"]
        verbose_name = "ingang"
        verbose_name_plural = "ingangen"
        constraints = [
            models.CheckConstraint(
                condition=Q(placed_until=None) | Q(placed_until__gte=F("placed_from")),
                name="an_entrance_is_not_taken_away_before_it_was_placed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_means_display()}, {self.place}"

    def is_in_use(self) -> bool:
        """Whether somebody ever came along; its counts would no longer say of which place they are."""
        return MonthEntrance.objects.filter(entrance=self.pk).exists()

    def clean(self) -> None:
        super().clean()
        if self._state.adding and self.code.lower().startswith(CHOICE):
            raise ValidationError({"code": BEGINS_AS_A_CHOICE})
        if self.placed_until and self.placed_from and self.placed_until < self.placed_from:
            raise ValidationError({"placed_until": "Dit is vóór de dag waarop het is geplaatst. Kies een latere dag."})


WITHOUT_ENTRANCE = 0


class EntranceTally(models.Model):
    """What is counted of a way in, kept under its bare number: counts outlive it. 0 is everybody who came otherwise."""

    entrance = models.PositiveBigIntegerField(
        "ingang", default=0, help_text="Het nummer van de ingang; 0: zonder ingang."
    )
    scans = tally("gescand", "Hoe vaak het korte adres van de ingang is geopend.")
    visits = tally("bezoeken", "Hoe vaak iemand langs deze ingang binnenkwam.")

    class Meta:
        abstract = True


class DayEntrance(EntranceTally):
    explanation = "Per dag en per ingang (zoals een poster op een plek): hoe vaak gescand en hoe vaak binnengekomen."

    day = models.DateField("dag", help_text="De dag, in Nederlandse tijd.")

    objects = DayEntrances.as_manager()

    class Meta:
        verbose_name = "dagtelling van ingang"
        verbose_name_plural = "dagtellingen van ingangen"
        constraints = [
            models.UniqueConstraint(fields=["day", "entrance"], name="a_day_counts_an_entrance_once"),
        ]

    def __str__(self) -> str:
        return f"{self.day}, ingang {self.entrance}: {self.visits}"


class MonthEntrance(EntranceTally):
    explanation = "Dezelfde tellingen per maand en per ingang. Deze blijven bewaard."

    month = models.DateField("maand", help_text="De eerste dag van de maand.")

    objects = MonthCounts.as_manager()

    class Meta:
        verbose_name = "maandtelling van ingang"
        verbose_name_plural = "maandtellingen van ingangen"
        constraints = [
            models.UniqueConstraint(fields=["month", "entrance"], name="a_month_counts_an_entrance_once"),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}, ingang {self.entrance}: {self.visits}"
