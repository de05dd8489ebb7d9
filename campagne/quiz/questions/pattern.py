"""An answer as a short text, such as `1+3`: what is counted, and kept when the answer itself is gone.

Numbers are the places of the options in their version, from 1. A version never changes, so neither does what its
patterns mean; whether one is right is asked of the key of now, and not kept.
"""

from collections.abc import Collection, Mapping
from uuid import UUID

from campagne.quiz.questions.scoring import Answer, Key, State, mark

ALSO, THEN = "+", ">"


def pattern_of(answer: Answer, places: Mapping[UUID, int]) -> str:
    """Write an answer down: `dont_know`, `skipped`, `2`, `1+3`, or `2>1>3` where the order is the answer."""
    if answer.state is not State.ANSWERED:
        return answer.state.value
    if answer.in_order:
        return THEN.join(str(places[key]) for key in answer.in_order)
    return ALSO.join(str(place) for place in sorted(places[key] for key in answer.chosen))


def answer_from(pattern: str, keys: Mapping[int, UUID]) -> Answer:
    """Read a pattern back. Raises KeyError for a place that the version does not have."""
    if pattern in (State.DONT_KNOW, State.SKIPPED):
        return Answer(State(pattern))
    if THEN in pattern:
        return Answer.ranked(keys[int(place)] for place in pattern.split(THEN))
    return Answer(State.ANSWERED, frozenset(keys[int(place)] for place in pattern.split(ALSO) if place))


def options_in(pattern: str) -> tuple[int, ...]:
    """The places of the options in a pattern; none where no option was chosen."""
    return tuple(int(place) for place in pattern.replace(THEN, ALSO).split(ALSO) if place.isdigit())


def is_right(pattern: str, keys: Mapping[int, UUID], key: Key) -> bool | None:
    """Mark a pattern; None when there is nothing to mark, also when the version does not have such an answer."""
    try:
        return mark(answer_from(pattern, keys), key) if pattern else None
    except (KeyError, ValueError):
        return None


def is_pattern(pattern: str, places: Collection[int]) -> bool:
    """Tell whether somebody can have given this answer to a version with options at these places."""
    chosen = options_in(pattern)
    if not chosen:
        return pattern in (State.DONT_KNOW, State.SKIPPED)
    written = {ALSO.join(map(str, sorted(chosen))), THEN.join(map(str, chosen))}
    return pattern in written and len(set(chosen)) == len(chosen) and set(chosen) <= set(places)
