"""The verbs of a presenter. Each says which state it saw; late or doubled, it changes nothing and says so."""

import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from django.db import IntegrityError, transaction

from campagne.figures.disclosure import DEFAULT
from campagne.guided.codes import new_code
from campagne.guided.joining.guesses import MOST_REOPENINGS, REOPENED, WINDOW
from campagne.guided.sessions.lesson import current_quiz
from campagne.guided.sessions.meetings import Meeting
from campagne.guided.sessions.session import GuidedSession
from campagne.guided.sessions.standing import (
    CAN_GO_ON,
    Phase,
    Standing,
    State,
    begun,
    closed,
    ended,
    gone_to,
    may_reopen,
    may_reveal,
    reopened,
    revealed,
)
from campagne.quiz.models import Attempt

TRIES_FOR_A_CODE = 20


class Action(StrEnum):
    START = "start"
    NEXT = "next"
    BACK = "back"
    CLOSE = "close"
    REOPEN = "reopen"
    REVEAL = "reveal"
    LET_IN = "let_in"
    PAUSE = "pause"
    FINISH = "finish"


class Done(StrEnum):
    """What became of an action."""

    YES = "yes"
    OUT_OF_DATE = "out_of_date"
    NOT_NOW = "not_now"


@dataclass(frozen=True)
class Acted:
    """What became of an action, and the session as it is now."""

    done: Done
    session: GuidedSession


def act(session_id: int, action: Action, seen: int, at: datetime) -> Acted:
    """Do one thing, if the session still is in the state that was seen; else nothing changes.

    Raises GuidedSession.DoesNotExist.
    """
    for _ in range(TRIES_FOR_A_CODE):
        try:
            with transaction.atomic():
                return _act(session_id, action, seen, at)
        except IntegrityError:
            # Another session drew the same code at the same moment.
            continue
    raise RuntimeError(f"no free code after {TRIES_FOR_A_CODE} tries; too many sessions are open")


def _act(session_id: int, action: Action, seen: int, at: datetime) -> Acted:
    GuidedSession.objects.select_for_update().get(pk=session_id)
    session = GuidedSession.objects.whole().get(pk=session_id)
    if session.state_version != seen:
        return Acted(Done.OUT_OF_DATE, session)
    if not VERBS[action](session, at):
        return Acted(Done.NOT_NOW, session)
    session.state_version += 1
    session.save()
    return Acted(Done.YES, session)


def _start(session: GuidedSession, at: datetime) -> bool:
    """Begin a meeting: the first one freezes what the group gets, each gets a code of its own."""
    if session.standing.state not in CAN_GO_ON:
        return False
    if session.quiz_version is None and session.module_revision is None:
        _freeze(session)
    session.code = _free_code()
    session.joining_until, session.reopenings = at + WINDOW, 0
    _put(session, begun(session.standing, session.script, at))
    _begin_meeting(session, at)
    return True


def _freeze(session: GuidedSession) -> None:
    session.module_revision = session.module.live_revision or session.module.latest_revision
    session.quiz_version = current_quiz(session.module)
    session.thresholds = asdict(DEFAULT)
    session.__dict__.pop("lesson", None)


def _free_code() -> str:
    taken = set(GuidedSession.objects.exclude(code="").values_list("code", flat=True))
    while (code := new_code(secrets.randbelow)) in taken:
        pass
    return code


def _begin_meeting(session: GuidedSession, at: datetime) -> None:
    """The meeting that was planned for about now, or one more."""
    meeting = session.meetings.filter(started_at=None).first() or Meeting(session=session, starts_at=at)
    meeting.started_at = at
    meeting.save()


def _next(session: GuidedSession, at: datetime) -> bool:
    return _go(session, session.step + 1, at)


def _back(session: GuidedSession, at: datetime) -> bool:
    return _go(session, session.step - 1, at)


def _go(session: GuidedSession, step: int, at: datetime) -> bool:
    if not session.is_running or not 0 <= step < len(session.script):
        return False
    _put(session, gone_to(session.standing, session.script, step, at))
    return True


def _close(session: GuidedSession, at: datetime) -> bool:
    if not session.is_running or not session.now.asks or session.phase != Phase.OPEN:
        return False
    _put(session, closed(session.standing, session.script, at))
    return True


def _reopen(session: GuidedSession, at: datetime) -> bool:
    if not session.is_running or session.phase == Phase.OPEN or not may_reopen(session.standing, session.script):
        return False
    _put(session, reopened(session.standing, at))
    return True


def _reveal(session: GuidedSession, at: datetime) -> bool:
    if not session.is_running or not may_reveal(session.standing, session.script):
        return False
    _put(session, revealed(session.standing, at))
    return True


def _let_in(session: GuidedSession, at: datetime) -> bool:
    """Open the window for who is late, a bounded number of times, or a code could be guessed all night."""
    if not session.is_running or session.reopenings >= MOST_REOPENINGS:
        return False
    session.joining_until, session.reopenings = at + REOPENED, session.reopenings + 1
    return True


def _pause(session: GuidedSession, at: datetime) -> bool:
    return _end(session, State.PAUSED, at) if session.is_running else False


def _finish(session: GuidedSession, at: datetime) -> bool:
    """Close for good. Its answers wait no longer than anybody's to be counted."""
    if session.is_closed or session.state == State.PLANNED:
        return False
    session.closed_at = at
    _end(session, State.CLOSED, at)
    Attempt.objects.filter(cluster=session.cluster).update(open_until=at)
    note_who_finished(session, at)
    return True


def _end(session: GuidedSession, state: State, at: datetime) -> bool:
    _put(session, ended(session.standing, session.script, state, at))
    session.code, session.joining_until = "", None
    session.meetings.filter(ended_at=None).exclude(started_at=None).update(ended_at=at)
    return True


def note_who_finished(session: GuidedSession, at: datetime) -> None:
    """Who answered, or passed by, a question of the last part that asks, came to the end."""
    last = next((step.block for step in reversed(session.script) if step.asks), None)
    if last is not None:
        there = Attempt.objects.filter(cluster=session.cluster, finished_at=None, responses__block=last.value)
        Attempt.objects.filter(pk__in=there.values("pk")).update(finished_at=at)


def _put(session: GuidedSession, standing: Standing) -> None:
    session.state, session.step, session.phase = standing.state.value, standing.step, standing.phase.value
    session.furthest, session.revealed = standing.furthest, sorted(standing.revealed)
    session.left, session.changed_at = standing.left, standing.changed_at
    session.is_asking = session.is_running and session.now.asks and standing.phase is Phase.OPEN


VERBS: dict[Action, Callable[[GuidedSession, datetime], bool]] = {
    Action.START: _start,
    Action.NEXT: _next,
    Action.BACK: _back,
    Action.CLOSE: _close,
    Action.REOPEN: _reopen,
    Action.REVEAL: _reveal,
    Action.LET_IN: _let_in,
    Action.PAUSE: _pause,
    Action.FINISH: _finish,
}
