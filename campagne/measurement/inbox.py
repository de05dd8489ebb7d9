"""Inbox: what arrived and still has to be added to the counters. A row lives minutes."""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import NamedTuple, Self

from django.db import connection, models

from campagne.measurement.counters import STEP_HELP

# A row stays this long after it was counted, only so that the same message arriving again is recognised.
REMEMBERED = timedelta(minutes=10)


class InboxRows(models.QuerySet):
    def uncounted(self, until: datetime) -> Self:
        """What arrived up to `until` and is not in the counters, in order of arrival."""
        return self.filter(counted_at=None, received_at__lte=until).order_by("received_at", "id")


class Kind(models.TextChoices):
    VIEW = "view", "getoond"
    READ = "read", "gelezen"
    ACT = "act", "gedaan"


class Inbox(models.Model):
    """No index on what is still to count: rows live minutes, and PostgreSQL marks twice as many where none changes."""

    explanation = (
        "Postvak: wat net is binnengekomen. Na een paar minuten is het bij de tellingen opgeteld; "
        "tien minuten daarna is de rij weg."
    )

    once = models.CharField(
        "eenmaligheid",
        max_length=120,
        unique=True,
        help_text="Een willekeurig getal van deze ene weergave, zodat hetzelfde bericht één keer telt. "
        "Bij de volgende pagina is het een ander getal.",
    )
    kind = models.CharField("soort", max_length=4, choices=Kind.choices, help_text="Getoond, gelezen of gedaan.")
    day = models.DateField("dag", help_text="De dag van de weergave, in Nederlandse tijd.")
    page_id = models.BigIntegerField("pagina", help_text="Het nummer van de pagina.")
    revision_id = models.BigIntegerField("versie", help_text="Het nummer van de versie van de pagina.")
    step = models.PositiveSmallIntegerField("stap", default=0, help_text=STEP_HELP)
    is_entry = models.BooleanField("binnengekomen", default=False, help_text="Of iemand van buiten onze site kwam.")
    via = models.CharField(
        "ingang",
        max_length=55,
        blank=True,
        db_default="",
        help_text="Langs welke ingang, zoals een poster, of langs welke keuze: ‘Ik ben …’.",
    )
    referrer = models.CharField(
        "herkomst",
        max_length=24,
        blank=True,
        db_default="",
        help_text="Van welke bekende website iemand kwam: een naam van een korte lijst, nooit een adres.",
    )
    act = models.CharField("handeling", max_length=10, blank=True, help_text="Wat er is gedaan.")
    subject = models.CharField(
        "onderwerp", max_length=50, blank=True, help_text="Welk meldpunt, welk antwoord of welke reden."
    )
    received_at = models.DateTimeField("ontvangen", help_text="Wanneer het binnenkwam.")
    counted_at = models.DateTimeField("geteld", null=True, blank=True, help_text="Wanneer het is opgeteld.")

    objects = InboxRows.as_manager()

    class Meta:
        verbose_name = "postvak"
        verbose_name_plural = "postvak"

    def __str__(self) -> str:
        return f"{self.kind} op pagina {self.page_id}"


class Happened(NamedTuple):
    """What events have in common that are counted together; the fields are those of the inbox."""

    kind: str
    day: date
    page_id: int
    revision_id: int
    step: int
    is_entry: bool
    via: str
    referrer: str
    act: str
    subject: str


COLUMNS = ", ".join(Happened._fields)
TABLE = Inbox._meta.db_table
ADDED_UP = f"SELECT {COLUMNS}, count(*) FROM marked GROUP BY {COLUMNS}"  # noqa: S608


def claim(until: datetime, at: datetime, most: int) -> Counter[Happened]:
    """Mark what arrived up to `until` as counted `at`, at most so many events; return how often each happened.

    One statement marks and returns, so what comes back is what is marked, whoever writes meanwhile. An object for each
    row would cost more than the counting, and most rows say what another said.
    """
    moment = connection.ops.adapt_datetimefield_value
    first = Inbox.objects.uncounted(until).values("pk")[:most]
    oldest, values = first.query.sql_with_params()
    mark = f"UPDATE {TABLE} SET counted_at = %s WHERE id IN ({oldest}) RETURNING {COLUMNS}"  # noqa: S608
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # It adds up itself; SQLite returns rows and nothing else.
            cursor.execute(f"WITH marked AS ({mark}) {ADDED_UP}", [moment(at), *values])
            rows = Counter({row[:-1]: row[-1] for row in cursor.fetchall()})
        else:
            cursor.execute(mark, [moment(at), *values])
            rows = Counter(cursor.fetchall())
    return Counter({_happened(row): number for row, number in rows.items()})


def _happened(row: tuple) -> Happened:
    """SQLite knows no dates and no booleans, and tells them as they are kept."""
    happened = Happened(*row)
    day = happened.day if isinstance(happened.day, date) else date.fromisoformat(happened.day)
    return happened._replace(day=day, is_entry=bool(happened.is_entry))


def forget(at: datetime) -> None:
    """Delete what was counted long enough ago. In SQL: no receiver needs to see each of the rows go."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {TABLE} WHERE counted_at < %s",  # noqa: S608
            [connection.ops.adapt_datetimefield_value(at - REMEMBERED)],
        )
