"""Does who does well in the rest do well in a question? Asked of the newest attempts that are still there."""

from collections.abc import Sequence
from uuid import UUID

from campagne.figures.estimates import Estimate, correlation_range, item_rest_correlations
from campagne.quiz.attempts import Attempt, Response
from campagne.quiz.quiz import Quiz
from campagne.quiz.scoring import State
from campagne.quiz.selection import FIRST_TIME

NEWEST = 1000


def rest_correlations(quiz: Quiz, versions: Sequence[int], *, at_most: int = NEWEST) -> dict[int, Estimate | None]:
    """Return for each of these versions how it goes with the others, with its range; None where that is not known.

    Not known is right nor wrong here: "weet ik niet" is no point, skipped is left out. One query.
    """
    newest = Attempt.objects.filter(quiz_version__quiz=quiz).order_by("-started_at").values("pk")[:at_most]
    given = Response.objects.counting().filter(attempt__in=newest, question_version__in=versions)
    rows: dict[UUID, dict[int, int]] = {}
    asked = given.filter(block__in=[block.value for block in FIRST_TIME]).exclude(state=State.SKIPPED.value)
    for attempt, version, is_right in asked.values_list("attempt", "question_version", "is_right").order_by():
        rows.setdefault(attempt, {})[version] = int(is_right is True)
    points = [[row.get(version) for version in versions] for row in rows.values() if len(row) > 1]
    found = item_rest_correlations(points) or [None] * len(versions)
    compared = [sum(row[item] is not None for row in points) for item in range(len(versions))]
    return {
        version: None if rest is None else correlation_range(rest, n)
        for version, rest, n in zip(versions, found, compared, strict=True)
    }
