"""The questions of a session with letters, in the order in which everybody in the room gets the answers."""

from collections.abc import Iterable

from campagne.guided.sessions.lesson import seed_of
from campagne.guided.sessions.session import GuidedSession
from campagne.guided.taking_part.asking import asked_part
from campagne.quiz.paper.lettered import Lettered, fetched, with_letters


def lettered(session: GuidedSession, places: Iterable[int]) -> dict[int, Lettered]:
    """The questions at these places of the quiz (from 1), with letters, by place; two queries, however many.

    Raises Refusal where nothing is asked.
    """
    parts = {place: asked_part(session, place) for place in places}
    found = fetched(part.version for part in parts.values() if part.version)
    asked = {place: found[part.version] for place, part in parts.items() if part.version}
    return {place: with_letters(version, seed_of(session, version)) for place, version in asked.items()}
