"""What a presenter forgot: a session that was left open ends by itself, and old presenter's cards open nothing."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from campagne.guided.leading.acting import Action, Done, act
from campagne.guided.leading.cards import PresenterCard
from campagne.guided.sessions.session import OPEN_AFTER_LAST, GuidedSession
from campagne.guided.sessions.standing import State

LEFT_ALONE = timedelta(hours=12)
"""Nobody leads a group this long without a step."""
CARDS_LAST = timedelta(days=30)
"""After closing: the report can be looked at and paper typed in with the card until then."""


def end_forgotten(at: datetime) -> int:
    """Pause what was left running, and close what is over for good; for the clock. May run twice.

    What somebody leads meanwhile stays as it is. Return how many sessions were ended.
    """
    alone = GuidedSession.objects.filter(state=State.RUNNING.value, changed_at__lt=at - LEFT_ALONE)
    begun = GuidedSession.objects.filter(state__in=[State.RUNNING.value, State.PAUSED.value])
    over = begun.exclude(meetings__starts_at__gte=at - OPEN_AFTER_LAST)
    return _do_all(alone.exclude(pk__in=over.values("pk")), Action.PAUSE, at) + _do_all(over, Action.FINISH, at)


def withdraw_old_cards(at: datetime) -> int:
    """Withdraw the cards of sessions that closed a while ago; for the clock. May run twice; return how many."""
    return PresenterCard.objects.valid().filter(session__closed_at__lt=at - CARDS_LAST).update(revoked_at=at)


def _do_all(sessions: QuerySet, action: Action, at: datetime) -> int:
    found = sessions.order_by().values_list("pk", "state_version")
    return sum(act(pk, action, version, at).done is Done.YES for pk, version in list(found))
