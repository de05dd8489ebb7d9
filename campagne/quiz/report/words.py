"""How figures of a quiz are said to its editors: only what may leave, and always of whom it is."""

from collections.abc import Sequence

from campagne.figures.disclosure import (
    DEFAULT,
    Audience,
    Figure,
    Outcome,
    Shown,
    Thresholds,
    publishable,
    publishable_item,
)
from campagne.figures.notation import number
from campagne.figures.sentences import in_words

SEEN = "die de vraag zagen"
BEGUN = "die begonnen"
BOTH = "die beide keren antwoordden"


def told(figure: Figure, thresholds: Thresholds = DEFAULT) -> Outcome:
    """Let a figure out to staff, or say why not."""
    return publishable(figure, audience=Audience.STAFF, thresholds=thresholds)


def told_together(figures: Sequence[Figure], thresholds: Thresholds = DEFAULT) -> tuple[Outcome, ...]:
    """Let all out together, or none."""
    return publishable_item(figures, audience=Audience.STAFF, thresholds=thresholds)


def words(figure: Figure) -> str:
    return in_words(told(figure))


def of_whom(outcome: Outcome, whom: str) -> str:
    """Say a part of a whole by its name: "31 van de 62 die de vraag zagen"."""
    if not isinstance(outcome, Shown):
        return str(outcome)
    return f"{number(outcome.count)} van de {number(outcome.n or 0)} {whom}"
