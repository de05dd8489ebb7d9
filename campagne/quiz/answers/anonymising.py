"""What is left of an attempt after a while: counts. The attempt itself, with its answers, is deleted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from campagne.quiz.answers.attempts import Attempt, Response, ResponseChoice
from campagne.quiz.taking.holding import hold_keys

ATTEMPTS_PER_TRANSACTION = 300
ATTEMPTS_PER_RUN = 20_000
"""One run of the clock stops here, because other jobs wait; the next goes on."""
LEAST_DAYS = 2
"""An attempt is counted after a day and an hour, and never deleted before."""


@dataclass(frozen=True)
class Anonymised:
    """How many attempts and answers were deleted, and how many attempts are as old but not counted yet."""

    attempts: int
    answers: int
    not_counted: int


def days_kept() -> int:
    """How many days an attempt is kept; what the privacy page promises."""
    return max(LEAST_DAYS, settings.ANONYMISE_AFTER_DAYS)


def anonymise_some(at: datetime) -> int:
    """Delete what is old enough, up to a limit; for the clock. Return how many attempts went."""
    return anonymise(at, at_most=ATTEMPTS_PER_RUN).attempts


def anonymise(
    at: datetime, *, at_most: int | None = None, tell: Callable[[int, int], object] | None = None
) -> Anonymised:
    """Delete the counted attempts that began long enough ago. May run twice, and be killed: each batch stands alone.

    `tell` hears after each batch how many are done and how many there were.
    """
    old = Attempt.objects.filter(started_at__lt=at - timedelta(days=days_kept()))
    due = old.exclude(counted_at=None)
    total = due.count() if tell else 0
    attempts = answers = 0
    while at_most is None or attempts < at_most:
        gone, their_answers = _delete_some(due)
        attempts, answers = attempts + gone, answers + their_answers
        if not gone:
            break
        if tell:
            tell(attempts, max(total, attempts))
    return Anonymised(attempts, answers, old.filter(counted_at=None).count())


@transaction.atomic
def _delete_some(due: QuerySet[Attempt]) -> tuple[int, int]:
    """Delete one batch; return how many attempts and answers went."""
    held = due.select_for_update(of=("self",)).order_by("started_at", "pk")[:ATTEMPTS_PER_TRANSACTION]
    chosen = list(held.values_list("pk", flat=True))
    hold_keys(chosen)
    ResponseChoice.objects.filter(response__attempt__in=chosen).delete()
    _, deleted = Response.objects.filter(attempt__in=chosen).delete()
    Attempt.objects.filter(pk__in=chosen).delete()
    return len(chosen), deleted.get(Response._meta.label, 0)
