"""Region, Indicator, Observation and Goal: what is published about whom, as it was published, and where we want to go.

An observation is never changed: a revised figure is a new vintage beside the old one.
"""

from typing import Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from campagne.figures.verdicts import LADDER
from doelgroepen.models import Theme


class Level(models.TextChoices):
    COUNTRY = "country", "land"
    PART = "part", "landsdeel"
    PROVINCE = "province", "provincie"
    TEAM = "team", "basisteam van de politie"
    MUNICIPALITY = "municipality", "gemeente"


class Region(models.Model):
    """`code` is that of the statistics office; empty until somebody looked it up."""

    name = models.CharField("naam", max_length=80, unique=True)
    code = models.CharField("code", max_length=12, unique=True, null=True, blank=True)
    level = models.CharField("niveau", max_length=14, choices=Level.choices)
    population = models.PositiveIntegerField("inwoners", null=True, blank=True)
    population_source = models.CharField("bron van de inwoners", max_length=200, blank=True)

    class Meta:
        ordering = ["level", "name"]
        verbose_name = "gebied"
        verbose_name_plural = "gebieden"

    def __str__(self) -> str:
        return self.name


class Wanted(models.TextChoices):
    """Which way is good; it belongs to the indicator, because more reports are good news here and bad news there."""

    MORE = "more", "meer is beter"
    LESS = "less", "minder is beter"
    NEITHER = "neither", "geen oordeel"


class Unit(models.TextChoices):
    PERCENT = "percent", "procent"
    NUMBER = "number", "aantal"
    INDEX = "index", "indexcijfer"


class Indicator(models.Model):
    """One series, of one definition. Another definition is another indicator: no line crosses from one to the other."""

    slug = models.SlugField("code", unique=True, max_length=60)
    name = models.CharField("naam", max_length=120)
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="thema"
    )
    unit = models.CharField("eenheid", max_length=8, choices=Unit.choices)
    of_whom = models.CharField("waarvan?", max_length=120, blank=True, help_text="Bijvoorbeeld: van de slachtoffers.")
    definition = models.TextField("definitie", help_text="Wat is geteld, bij wie en in welke tijd?")
    caveat = models.TextField("wat zegt het niet?")
    wanted = models.CharField("richting", max_length=8, choices=Wanted.choices, default=Wanted.NEITHER)
    source = models.CharField("bron", max_length=80, help_text="Wie publiceert het? Bijvoorbeeld: CBS.")
    table = models.CharField("tabel", max_length=20, blank=True, help_text="Bijvoorbeeld: 85472NED.")
    first_year = models.PositiveSmallIntegerField("vanaf jaar", null=True, blank=True)
    last_year = models.PositiveSmallIntegerField("tot en met jaar", null=True, blank=True)
    columns = models.JSONField(
        "kolommen",
        default=list,
        blank=True,
        help_text="Hoe deze kolom in een tabel kan heten: titels, zo nodig met de kop erboven ('kop > titel').",
    )
    next_on = models.CharField("volgend cijfer", max_length=80, blank=True, help_text="Bijvoorbeeld: voorjaar 2028.")

    class Meta:
        ordering = ["theme", "name"]
        verbose_name = "indicator"
        verbose_name_plural = "indicatoren"
        constraints = [
            models.CheckConstraint(
                condition=Q(first_year=None) | Q(last_year=None) | Q(last_year__gte=models.F("first_year")),
                name="a_definition_does_not_end_before_it_begins",
            ),
        ]

    rung = LADDER[-1]

    def __str__(self) -> str:
        return self.name

    def holds_in(self, year: int) -> bool:
        """Whether this definition was in use in that year."""
        return (self.first_year or year) <= year <= (self.last_year or year)


class Status(models.TextChoices):
    OK = "ok", "definitief"
    PROVISIONAL = "provisional", "voorlopig"
    UNRELIABLE = "unreliable", "niet betrouwbaar genoeg, onbekend of geheim"
    NOT_APPLICABLE = "not_applicable", "kan niet voorkomen"


class ObservationQuerySet(models.QuerySet["Observation"]):
    def newest(self) -> Self:
        """Of each figure the vintage that counts now."""
        same = {name: OuterRef(name) for name in ("indicator", "region", "period")}
        newest = Observation.objects.filter(**same).order_by("-vintage").values("pk")[:1]
        return self.filter(pk=Subquery(newest))


class Observation(models.Model):
    """What was published: a value with its bounds, or that there is none. None is unknown, never 0."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="observations")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="observations")
    period = models.CharField("periode", max_length=8, help_text="Een jaar (2023) of een maand (2023-04).")
    value = models.DecimalField("waarde", max_digits=14, decimal_places=4, null=True, blank=True)
    low = models.DecimalField("ondergrens", max_digits=14, decimal_places=4, null=True, blank=True)
    high = models.DecimalField("bovengrens", max_digits=14, decimal_places=4, null=True, blank=True)
    status = models.CharField("stand", max_length=14, choices=Status.choices, default=Status.OK)
    rests_on = models.PositiveIntegerField(
        "rust op", null=True, blank=True, help_text="Hoeveel antwoorden, als de bron het zegt."
    )
    vintage = models.PositiveSmallIntegerField("uitgave", default=1)
    source_url = models.URLField("adres van de bron", blank=True)
    note = models.CharField("opmerking", max_length=300, blank=True)
    retrieved_at = models.DateTimeField("opgehaald op")
    row_hash = models.CharField("vingerafdruk", max_length=64)
    file = models.ForeignKey(
        "measurement.OfficialFile", on_delete=models.PROTECT, null=True, blank=True, related_name="observations"
    )

    objects = ObservationQuerySet.as_manager()

    class Meta:
        ordering = ["indicator", "region", "period", "vintage"]
        verbose_name = "waarneming"
        verbose_name_plural = "waarnemingen"
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "region", "period", "vintage"], name="a_vintage_of_a_figure_is_there_once"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["ok", "provisional"], value__isnull=False)
                | Q(status__in=["unreliable", "not_applicable"], value__isnull=True),
                name="a_figure_has_a_value_or_a_reason_for_none",
            ),
            models.CheckConstraint(
                condition=Q(low=None, high=None) | Q(low__lte=models.F("value"), high__gte=models.F("value")),
                name="bounds_enclose_their_value",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.region}, {self.period}: {self.value}"


class OfficialFile(models.Model):
    """A table that was brought in: who, when, what was taken and what was skipped and why."""

    name = models.CharField("bestand", max_length=200)
    sha256 = models.CharField("vingerafdruk", max_length=64)
    brought_at = models.DateTimeField("ingelezen op")
    brought_by = models.CharField("door", max_length=150)
    taken = models.PositiveIntegerField("overgenomen", default=0)
    skipped = models.PositiveIntegerField("overgeslagen", default=0)
    report = models.JSONField("verslag", default=list)

    class Meta:
        ordering = ["-brought_at"]
        verbose_name = "ingelezen tabel"
        verbose_name_plural = "ingelezen tabellen"

    def __str__(self) -> str:
        return self.name


class Relation(models.TextChoices):
    TOWARDS = "towards", "naar"
    BELOW = "below", "onder"
    RISE = "rise", "een toename"
    FALL = "fall", "een afname"
    HANDLE = "handle", "passend"


class Goal(models.Model):
    """A goal of the policy note in its own words. `reference` is the region to compare with; none compares in time."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="goals")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="goals")
    relation = models.CharField("verhouding", max_length=8, choices=Relation.choices)
    reference = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="vergeleken met"
    )
    baseline = models.CharField("vanaf periode", max_length=8)
    due = models.DateField("uiterlijk")
    source_text = models.TextField("tekst", help_text="Het doel, letterlijk uit de kadernota.")

    class Meta:
        ordering = ["indicator", "region"]
        verbose_name = "doel"
        verbose_name_plural = "doelen"
        constraints = [
            models.UniqueConstraint(fields=["indicator", "region", "relation"], name="a_goal_is_set_once"),
        ]

    def __str__(self) -> str:
        return self.source_text
