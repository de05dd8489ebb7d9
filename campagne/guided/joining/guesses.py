"""How often somebody may try a code that opens nothing: over the whole site, for all processes together.

Only wrong codes count, in one number for everybody: nothing about who typed them, where or when. While too many were
typed, a code opens nothing either, unless from a network where somebody is in already; the QR code and the seat card
always do.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from django.db import models, transaction

BURST = 20
PER_MINUTE = 1
"""With BURST: a code that can be guessed in three windows, each after a pause, stands up to 95 guesses."""
WINDOW = timedelta(minutes=15)
REOPENED = timedelta(minutes=10)
MOST_REOPENINGS = 2
"""With WINDOW that is 35 minutes in all that the code of one meeting can be guessed."""
ONE = timedelta(minutes=1) / PER_MINUTE
ALL_OF_THEM = 1
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)

Found = TypeVar("Found")


class WrongCodes(models.Model):
    """One row for the whole site: until when the wrong codes that were typed weigh, each for so long."""

    explanation = "Eén getal voor de hele site: of er net veel verkeerde codes zijn getypt. Zo kan niemand codes raden."

    wagtail_reference_index_ignore = True

    weigh_until = models.DateTimeField(
        "wegen tot", default=LONG_AGO, help_text="Elke verkeerde code schuift dit tijdstip een minuut op."
    )

    class Meta:
        verbose_name = "verkeerde codes"
        verbose_name_plural = "verkeerde codes"
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=ALL_OF_THEM), name="wrong_codes_are_counted_together"),
        ]

    def __str__(self) -> str:
        return f"tot {self.weigh_until:%Y-%m-%d %H:%M}"


class TooManyGuesses(Exception):
    """So many wrong codes were typed that no code is looked up now."""


def guessed(at: datetime, look_up: Callable[[], Found | None]) -> Found | None:
    """Look up a code; it costs nothing if it is right. Raises TooManyGuesses, and then nothing was looked up.

    Whoever tries at the same moment waits, so thirty right codes at once never stand in each other's way.
    """
    with transaction.atomic():
        if not pay_for_guess(at):
            raise TooManyGuesses
        found = look_up()
        if found is not None:
            give_back()
        return found


def pay_for_guess(at: datetime) -> bool:
    """Count a code before it is looked up; False, and not counted, if too many wrong ones were typed."""
    with transaction.atomic():
        codes = _held()
        weigh_until = max(codes.weigh_until, at) + ONE
        may = weigh_until - at <= BURST * ONE
        if may:
            codes.weigh_until = weigh_until
            codes.save()
    return may


def give_back() -> None:
    """Take a code that was right out of the count."""
    with transaction.atomic():
        codes = _held()
        codes.weigh_until -= ONE
        codes.save()


def most_guesses(minutes: float) -> int:
    """How many codes can be tried in so many minutes, at most, whoever tries and from wherever."""
    return BURST + int(minutes * PER_MINUTE)


def _held() -> WrongCodes:
    """The one row, held until the end of the transaction."""
    WrongCodes.objects.bulk_create([WrongCodes(pk=ALL_OF_THEM)], ignore_conflicts=True)
    return WrongCodes.objects.select_for_update().get(pk=ALL_OF_THEM)
