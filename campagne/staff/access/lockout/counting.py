"""Counting tries in the database, so that every process and machine knows of them; bounded, and soon forgotten."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from campagne.staff.access.lockout.guesses import Guesses
from campagne.staff.access.lockout.rule import SPAN, Count, after_a_try, locked_until

MOST_COUNTS = 20_000
"""Beyond that the oldest goes, whosever it is. To wipe one count somebody sends this many names within SPAN, each of
which costs our processor a tenth of a second."""
ONE_AND_WHAT_SLIPPED_THROUGH = 3


@dataclass(frozen=True)
class Counted:
    """What is counted together: see Guesses for each part."""

    account: str
    device: str
    secret: str


@dataclass
class Locked(Exception):
    """No try is let through before `until`."""

    until: datetime


def take_a_try(counted: Counted, at: datetime) -> Count:
    """Count one try before it is looked at; give what there are now. Raises Locked, and then counts nothing.

    Two at once wait for each other, so never more than MOST_TRIES come through.
    """
    with transaction.atomic():
        row, is_new = Guesses.objects.select_for_update().get_or_create(
            defaults={"tries": 0, "last_at": at}, **asdict(counted)
        )
        before = Count(row.tries, row.last_at)
        if until := locked_until(before, at):
            raise Locked(until)
        count = after_a_try(before, at)
        row.tries, row.last_at = count.tries, count.last_at
        row.save(update_fields=["tries", "last_at"])
    if is_new:
        _make_room()
    return count


def forget(counted: Counted) -> None:
    """The secret was right, so these tries were no guesses."""
    Guesses.objects.filter(**asdict(counted)).delete()


def unlock(account: str) -> int:
    """Forget every try at an account, from everywhere; give how many counts there were."""
    return Guesses.objects.filter(account=account).delete()[0]


def forget_old(at: datetime) -> None:
    """Throw away what no longer locks anything; may run twice."""
    Guesses.objects.filter(last_at__lte=at - SPAN).delete()


def _make_room() -> None:
    """One row at a time, outside a transaction: two that make room at once can never wait for each other."""
    for _ in range(ONE_AND_WHAT_SLIPPED_THROUGH):
        if Guesses.objects.count() <= MOST_COUNTS:
            return
        oldest = Guesses.objects.order_by("last_at", "pk").first()
        if oldest is not None:
            Guesses.objects.filter(pk=oldest.pk).delete()
