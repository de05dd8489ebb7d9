"""What is left of who took part, after a while: nothing. The link between seat, device and answers goes with them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from campagne.guided.joining.participants import Participant
from campagne.guided.joining.seats import SeatCard
from campagne.guided.sessions.session import GuidedSession
from campagne.guided.sessions.standing import State
from campagne.quiz.answers.anonymising import days_kept
from campagne.quiz.models import Attempt

AT_A_TIME = 300
PER_RUN = 20_000
"""One run of the clock stops here, because other jobs wait; the next goes on."""


@dataclass(frozen=True)
class Forgotten:
    """How many participants and seat cards were deleted."""

    participants: int
    seats: int


def forget_some(at: datetime) -> int:
    """Delete what is old enough, up to a limit; for the clock. Return how much went."""
    done = forget(at, at_most=PER_RUN)
    return done.participants + done.seats


def forget(at: datetime, *, at_most: int | None = None) -> Forgotten:
    """Delete who came in long enough ago, to a session that is over, and whose answers are counts by now.

    Seat cards go a while after the session closed. May run twice, and be killed: each batch stands alone.
    """
    kept_since = at - timedelta(days=days_kept())
    answers = Attempt.objects.filter(pk=OuterRef("pk"))
    people = Participant.objects.filter(
        ~Exists(answers), session__state=State.CLOSED.value, joined_at__lt=kept_since
    ).order_by("joined_at", "pk")
    over = GuidedSession.objects.filter(closed_at__lt=kept_since)
    cards = SeatCard.objects.filter(session__in=over.order_by().values("pk"), participant=None).order_by("pk")
    return Forgotten(_delete(people, at_most), _delete(cards, at_most))


def _delete(due: QuerySet, at_most: int | None) -> int:
    gone = 0
    while at_most is None or gone < at_most:
        with transaction.atomic():
            chosen = list(due.values_list("pk", flat=True)[:AT_A_TIME])
            due.model.objects.filter(pk__in=chosen).delete()
        gone += len(chosen)
        if not chosen:
            break
    return gone
