"""How many are in, and how many of them answered the question of now: counts, and never who."""

from dataclasses import dataclass

from campagne.guided.joining.participants import Participant
from campagne.guided.sessions.session import GuidedSession
from campagne.quiz.answers.attempts import Response
from campagne.quiz.questions.plan import Item


@dataclass(frozen=True)
class Presence:
    """`answered` counts "weet ik niet" and "overgeslagen" as well; it is 0 where nothing is asked."""

    present: int
    answered: int


def presence_of(session: GuidedSession) -> Presence:
    """Count who takes part on a device; at most two queries beside those for the script."""
    return presence_at(session, session.lesson.part(session.now))


def presence_at(session: GuidedSession, part: Item | None) -> Presence:
    """The same for who knows already which part of the quiz it is at; at most two queries."""
    inside = Participant.objects.present().filter(session=session)
    if part is None or part.version is None:
        return Presence(inside.count(), 0)
    given = Response.objects.counting().filter(question_version=part.version, block=part.block.value)
    return Presence(inside.count(), given.filter(attempt__in=inside.values("pk")).count())
