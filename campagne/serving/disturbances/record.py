"""What happened, per day: kept for two weeks, and never more than so many rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db import Error, models, transaction
from django.db.models import Case, F, Max, Min, Sum, Value, When
from django.utils import timezone

from campagne.serving.disturbances.noting import (
    LONGEST_PLACE,
    LONGEST_WHAT,
    OTHER,
    Happening,
    Kind,
    Tally,
    put_back,
    take,
)

DAYS_KEPT, MOST_A_DAY = 14, 300
KINDS = [(Kind.ERROR.value, "fout"), (Kind.SLOW_QUERY.value, "trage vraag"), (Kind.SLOW_REQUEST.value, "traag verzoek")]


@dataclass(frozen=True)
class Seen:
    """One kind of happening over all the days that are kept; `longest` in seconds."""

    what: str
    place: str
    count: int
    first_at: datetime
    last_at: datetime
    longest: float


class DisturbanceQuerySet(models.QuerySet["Disturbance"]):
    def seen(self, kind: Kind) -> list[Seen]:
        """What came most, first; each once for all days."""
        sums = {"first": Min("first_at"), "last": Max("last_at"), "slowest": Max("longest"), "times": Sum("count")}
        rows = self.filter(kind=kind.value).values("what", "place").annotate(**sums).order_by("-times", "-last")
        return [
            Seen(row["what"], row["place"], row["times"], row["first"], row["last"], row["slowest"]) for row in rows
        ]


class Disturbance(models.Model):
    """How often something went wrong or slowly on a day."""

    wagtail_reference_index_ignore = True

    day = models.DateField("dag")
    kind = models.CharField("soort", max_length=10, choices=KINDS)
    what = models.CharField("wat", max_length=LONGEST_WHAT)
    place = models.CharField("waar", max_length=LONGEST_PLACE, blank=True)
    count = models.PositiveIntegerField("aantal", default=0)
    first_at = models.DateTimeField("voor het eerst")
    last_at = models.DateTimeField("voor het laatst")
    longest = models.FloatField("duur van de langste, in seconden", default=0)

    objects = DisturbanceQuerySet.as_manager()

    class Meta:
        verbose_name = "storing"
        verbose_name_plural = "storingen"
        constraints = [
            models.UniqueConstraint(fields=["day", "kind", "what", "place"], name="a_day_counts_a_disturbance_once"),
        ]

    def __str__(self) -> str:
        return f"{self.day}, {self.what}"


def write_noted() -> None:
    """Add what this process noted to the counts of the day; when that fails it keeps waiting."""
    taken = take()
    if not taken:
        return
    try:
        with transaction.atomic():
            _write(timezone.localdate(), taken)
    except Error:
        put_back(taken)


def keep(at: datetime) -> None:
    """What the clock noted itself, and an end to what is old. May run twice."""
    write_noted()
    old = Disturbance.objects.filter(day__lt=timezone.localdate(at) - timedelta(days=DAYS_KEPT))
    if old.exists():
        old.delete()


def _write(day: date, taken: Mapping[Happening, Tally]) -> None:
    known = set(Disturbance.objects.filter(day=day).values_list("kind", "what", "place"))
    for key, tally in sorted(_within(known, taken).items()):
        kind, what, place = key
        first, last = (datetime.fromtimestamp(moment, UTC) for moment in (tally.first_at, tally.last_at))
        row, _ = Disturbance.objects.get_or_create(
            day=day, kind=kind, what=what, place=place, defaults={"first_at": first, "last_at": last}
        )
        is_longer = When(longest__lt=tally.longest, then=Value(tally.longest))
        Disturbance.objects.filter(pk=row.pk).update(
            count=F("count") + tally.count, last_at=last, longest=Case(is_longer, default=F("longest"))
        )


def _within(known: set[tuple[str, str, str]], taken: Mapping[Happening, Tally]) -> dict[tuple[str, str, str], Tally]:
    """The same, with what would be one row too many under one name."""
    room, found = MOST_A_DAY - len(known), dict[tuple[str, str, str], Tally]()
    for happening, tally in taken.items():
        key = (happening.kind.value, happening.what, happening.place)
        if key not in known and key not in found:
            key, room = (key, room - 1) if room > 0 else ((happening.kind.value, OTHER, ""), room)
        found[key] = found[key] + tally if key in found else tally
    return found
