"""Counters: how often something happened on a page, per day and per month. Nothing here is about one visit."""

from collections.abc import Sequence

from django.db import models
from django.db.models import F, Q

from campagne.measurement.phrases import DayActs, DayCounts, DayPages, MonthCounts
from campagne.report_guide.paths import OUTCOMES_FROM


class Act(models.TextChoices):
    REPORT = "report", "naar een meldpunt"
    PRINT = "print", "geprint"
    USEFUL = "useful", "was dit nuttig?"
    REASON = "reason", "waarom niet nuttig?"


class Reason(models.TextChoices):
    """Why something that arrived was not counted."""

    BOT = "bot", "zoekmachine of ander programma"
    REFUSED = "refused", "de bezoeker wil niet gemeten worden"
    STAFF = "staff", "medewerker"
    REPEATED = "repeated", "was al geteld"
    EXPIRED = "expired", "pagina is vernieuwd, verlopen of weg"
    EXCESS = "excess", "meer dan er weergaven waren"
    FOREIGN = "foreign", "kwam van een andere website"
    BROKEN = "broken", "onleesbaar of te groot"
    BUSY = "busy", "te druk om te bewaren"


STEP_HELP = "De stap van een module, of het scherm van de meldwijzer; 0 is de pagina zelf."


def page_key() -> models.ForeignKey:
    """The page, kept as a bare number: counts outlive the page they are about."""
    return models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
        verbose_name="pagina",
        help_text="Het nummer van de pagina.",
    )


def tally(name: str, help_text: str) -> models.PositiveIntegerField:
    return models.PositiveIntegerField(name, default=0, help_text=help_text)


SHOWN = ("views", "visits", "reads")
"""What is counted of a page being shown, as the counters call it."""


def could_be_a_row(numbers: Sequence[int]) -> bool:
    """Tell whether numbers of SHOWN could stand in a counter by themselves, or only be added to one that is there."""
    views, visits, reads = numbers
    return visits <= views >= reads


class PageTally(models.Model):
    """What is counted of a page being shown."""

    views = tally("weergaven", "Hoe vaak dit is getoond.")
    visits = tally("bezoeken", "Hoe vaak iemand hier binnenkwam van buiten onze site.")
    reads = tally("gelezen", "Hoe vaak iemand lang genoeg bleef en ver genoeg kwam om het te lezen.")

    class Meta:
        abstract = True


class ActTally(models.Model):
    """What is counted of something done on a page."""

    act = models.CharField("handeling", max_length=10, choices=Act.choices, help_text="Wat er is gedaan.")
    subject = models.CharField(
        "onderwerp", max_length=50, blank=True, help_text="Welk meldpunt, welk antwoord of welke reden."
    )
    count = tally("aantal", "Hoe vaak.")

    class Meta:
        abstract = True


class DayPage(PageTally):
    explanation = "Per dag en per pagina (of stap van een module): hoe vaak getoond, binnengekomen en gelezen."

    day = models.DateField("dag", help_text="De dag, in Nederlandse tijd.")
    page = page_key()
    revision_id = models.BigIntegerField("versie", help_text="Het nummer van de versie van de pagina.")
    step = models.PositiveSmallIntegerField("stap", default=0, help_text=STEP_HELP)

    objects = DayPages.as_manager()

    class Meta:
        verbose_name = "dagtelling van pagina"
        verbose_name_plural = "dagtellingen van pagina's"
        constraints = [
            models.UniqueConstraint(
                fields=["day", "page", "revision_id", "step"], name="a_day_counts_a_step_of_a_revision_once"
            ),
            models.CheckConstraint(condition=Q(visits__lte=F("views")), name="a_day_has_no_visit_without_view"),
            models.CheckConstraint(condition=Q(reads__lte=F("views")), name="a_day_has_no_read_without_view"),
        ]
        indexes = [
            # Beside a page only its own last days are asked for; those of all pages stand in between.
            models.Index(fields=["page", "day"], name="days_of_a_page"),
            # Outcomes are few among all that is shown, and asked for over years.
            models.Index(
                fields=["day", "page", "views"], condition=Q(step__gte=OUTCOMES_FROM), name="days_of_outcomes"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day}, pagina {self.page_id}, stap {self.step}: {self.views}"


class DayAct(ActTally):
    explanation = "Per dag en per pagina: hoe vaak iemand op een meldpunt tikte, printte of zei of het nuttig was."

    day = models.DateField("dag", help_text="De dag, in Nederlandse tijd.")
    page = page_key()
    step = models.PositiveSmallIntegerField("stap", default=0, help_text=STEP_HELP)

    objects = DayActs.as_manager()

    class Meta:
        verbose_name = "dagtelling van handeling"
        verbose_name_plural = "dagtellingen van handelingen"
        constraints = [
            models.UniqueConstraint(
                fields=["day", "page", "step", "act", "subject"], name="a_day_counts_an_act_of_a_step_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day}, pagina {self.page_id}, {self.act} {self.subject}: {self.count}"


class MonthPage(PageTally):
    explanation = "Dezelfde tellingen per maand en per pagina. Deze blijven bewaard."

    month = models.DateField("maand", help_text="De eerste dag van de maand.")
    page = page_key()

    objects = MonthCounts.as_manager()

    class Meta:
        verbose_name = "maandtelling van pagina"
        verbose_name_plural = "maandtellingen van pagina's"
        constraints = [
            models.UniqueConstraint(fields=["month", "page"], name="a_month_counts_a_page_once"),
            models.CheckConstraint(condition=Q(visits__lte=F("views")), name="a_month_has_no_visit_without_view"),
            models.CheckConstraint(condition=Q(reads__lte=F("views")), name="a_month_has_no_read_without_view"),
        ]
        # All that is added up per page stands in this index, in order: years are read from it alone.
        indexes = [models.Index(fields=["page", "month", "views", "visits", "reads"], name="months_of_a_page")]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}, pagina {self.page_id}: {self.views}"


class MonthAct(ActTally):
    explanation = "Dezelfde handelingen per maand en per pagina. Deze blijven bewaard."

    month = models.DateField("maand", help_text="De eerste dag van de maand.")
    page = page_key()

    objects = MonthCounts.as_manager()

    class Meta:
        verbose_name = "maandtelling van handeling"
        verbose_name_plural = "maandtellingen van handelingen"
        constraints = [
            models.UniqueConstraint(fields=["month", "page", "act", "subject"], name="a_month_counts_an_act_once"),
        ]
        # The same for acts.
        indexes = [models.Index(fields=["act", "subject", "month", "count"], name="months_of_an_act")]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}, pagina {self.page_id}, {self.act} {self.subject}: {self.count}"


class Rejection(models.Model):
    explanation = "Per dag: hoeveel berichten niet zijn geteld, en waarom niet. Niet van welke pagina."

    day = models.DateField("dag", help_text="De dag, in Nederlandse tijd.")
    reason = models.CharField("reden", max_length=10, choices=Reason.choices, help_text="Waarom het niet telde.")
    count = tally("aantal", "Hoe vaak.")

    objects = DayCounts.as_manager()

    class Meta:
        verbose_name = "niet geteld"
        verbose_name_plural = "niet geteld"
        constraints = [
            models.UniqueConstraint(fields=["day", "reason"], name="a_day_counts_a_reason_once"),
        ]

    def __str__(self) -> str:
        return f"{self.day}, {self.reason}: {self.count}"


class Purge(models.Model):
    explanation = "Eén rij: tot welke dag de dagtellingen zijn opgeruimd."

    before = models.DateField("opgeruimd tot", help_text="Dagen vóór deze dag zijn er niet meer; maanden wel.")

    class Meta:
        verbose_name = "opruiming"
        verbose_name_plural = "opruimingen"
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="there_is_one_purge"),
        ]

    def __str__(self) -> str:
        return f"opgeruimd tot {self.before}"
