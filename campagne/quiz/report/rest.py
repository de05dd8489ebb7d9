"""Does who does well in the rest do well in a question? Asked of the newest attempts that are still there."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db.models import BigIntegerField, Case, Sum, Value, When

from campagne.figures.estimates import Estimate, correlation_of_counts, correlation_range
from campagne.quiz.answers.attempts import Attempt, Response
from campagne.quiz.answers.selection import FIRST_TIME
from campagne.quiz.questions.quiz import Quiz
from campagne.quiz.questions.scoring import State

NEWEST = 1000
MOST_QUESTIONS = 60
"""As many bits as the databases add up without a sign."""
Row = tuple[int, int]
"""One attempt as bits: which questions it answered, and which of those it had right."""


def rest_correlations(quiz: Quiz, versions: Sequence[int], *, at_most: int = NEWEST) -> dict[int, Estimate]:
    """Return for each of these versions how it goes with the others, with its range; left out where that is not known.

    The rest is the average of the other questions that somebody answered. "Weet ik niet" is no point, skipped is left
    out. One query, of which a row comes back per attempt and not per answer.
    """
    bits = {version: 1 << place for place, version in enumerate(versions[:MOST_QUESTIONS])}
    if not bits:
        return {}
    found: dict[int, Estimate] = {}
    pairs = _pairs(_rows(quiz, bits, at_most), bits)
    for version, counted in pairs.items():
        correlation = correlation_of_counts(counted)
        estimate = None if correlation is None else correlation_range(correlation, counted.total())
        if estimate is not None:
            found[version] = estimate
    return found


def _rows(quiz: Quiz, bits: dict[int, int], at_most: int) -> Iterable[Row]:
    newest = Attempt.objects.filter(quiz_version__quiz=quiz).order_by("-started_at").values("pk")[:at_most]
    given = Response.objects.counting().filter(attempt__in=newest, question_version__in=bits)
    asked = given.filter(block__in=[block.value for block in FIRST_TIME]).exclude(state=State.SKIPPED.value)
    per_attempt = asked.order_by().values("attempt").annotate(answered=_bits(bits), right=_bits(bits, is_right=True))
    return per_attempt.values_list("answered", "right")


def _bits(bits: dict[int, int], **which: bool) -> Sum:
    cases = (When(question_version=version, then=Value(bit), **which) for version, bit in bits.items())
    return Sum(Case(*cases, default=Value(0), output_field=BigIntegerField()))


def _pairs(rows: Iterable[Row], bits: dict[int, int]) -> dict[int, Counter[tuple[float, float]]]:
    """Count for each version how often its point went with which average of the rest."""
    pairs: dict[int, Counter[tuple[float, float]]] = {version: Counter() for version in bits}
    for (answered, right), times in Counter(rows).items():
        others, points = answered.bit_count() - 1, right.bit_count()
        for version, bit in bits.items():
            if answered & bit and others:
                point = 1 if right & bit else 0
                pairs[version][point, (points - point) / others] += times
    return pairs
