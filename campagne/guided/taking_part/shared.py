"""The screen of now as everybody gets it who did not answer yet: made once for the whole room.

When a group goes on, all its screens ask for the same thing at the same moment. What is the same for all of them comes
along with the state; only what is somebody's own is fetched from their own address.
"""

from datetime import datetime
from uuid import uuid4

from django.template.loader import render_to_string

from campagne.guided.joining.participants import Participant
from campagne.guided.joining.ticket import ParticipantTicket
from campagne.guided.sessions.session import GuidedSession
from campagne.guided.taking_part.person import Person
from campagne.guided.taking_part.screens import framed, screen_of
from campagne.quiz.answers.attempts import Response

FOR_EVERYBODY = frozenset({"lesson", "told", "question", "end"})
"""The parts in which nothing is anybody's own, as long as nobody answered."""


class AnybodysTicket(ParticipantTicket):
    """Stands in for everybody's own: a browser puts its own address where this one stands."""

    def signed(self) -> str:
        return "-"


def shared_screen(poll_key: str, version: int, at: datetime) -> str | None:
    """The part of the screen that changes, with its scripts, at this version; None where it is not for everybody."""
    session = GuidedSession.objects.whole().filter(poll_key=poll_key, state_version=version).first()
    if session is None or _somebody_answered(session):
        return None
    person = Person(AnybodysTicket(uuid4(), 1), Participant(session=session, joined_at=at))
    screen = screen_of(person, at)
    if screen["part"] not in FOR_EVERYBODY:
        return None
    return render_to_string("guided/participant/shared.html", framed(person, screen))


def _somebody_answered(session: GuidedSession) -> bool:
    """Tell whether the question of now has an answer, so that some of the room see something else."""
    part = session.lesson.part(session.now)
    if part is None or part.version is None:
        return False
    of_now = {"question_version": part.version, "block": part.block.value}
    return Response.objects.filter(attempt__cluster=session.cluster, **of_now).exists()
