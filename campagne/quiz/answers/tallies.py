"""How often: the kept counts and what is still to be counted, together. Patterns, and no marks."""

from collections import Counter
from dataclasses import replace

from django.db.models import Count as HowMany
from django.db.models import OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from campagne.quiz.answers.attempts import Response
from campagne.quiz.answers.selection import Selection
from campagne.quiz.questions.plan import Block

# What a kept count calls it, and what an answer calls it.
NAMES: dict[str, str | Coalesce] = {
    "page_id": Coalesce("attempt__page", 0),
    "version": "question_version",
    "block": "block",
    "rendering": "rendering",
    "medium": "medium",
    "cluster": "attempt__cluster",
    "pattern": "pattern",
}


def answers_by(selection: Selection, *names: str) -> Counter[tuple]:
    """Count answers by the values of these names, of NAMES. Two queries, or none where nothing was chosen."""
    if selection.is_nothing:
        return Counter()
    kept = selection.kept_answers().values_list(*names).annotate(Sum("count"))
    to_count = selection.answers_to_count().values_list(*(NAMES[name] for name in names)).annotate(HowMany("pk"))
    return _together(kept, to_count)


def changes_by(selection: Selection, *names: str) -> Counter[tuple]:
    """Count who answered both times, by these names of NAMES and then the pattern before and after. Two queries.

    It is always about both measurements and all words, whatever the selection says of those.
    """
    selection = replace(selection, blocks=None, rendering=None)
    kept = selection.kept_changes().values_list(*names, "before", "after").annotate(Sum("count"))
    after = Response.objects.counting().filter(
        attempt=OuterRef("attempt"), question_version=OuterRef("question_version"), block=Block.MEASURE_POST.value
    )
    both = (
        selection.answers_to_count()
        .filter(block=Block.MEASURE_PRE.value)
        .annotate(after=Subquery(after.values("pattern")[:1]))
        .exclude(after=None)
    )
    to_count = both.values_list(*(NAMES[name] for name in names), "pattern", "after").annotate(HowMany("pk"))
    return _together(kept, to_count)


def _together(*counts: QuerySet) -> Counter[tuple]:
    together = Counter[tuple]()
    for rows in counts:
        for *key, times in rows:
            together[tuple(key)] += times
    return together
