"""How far people came: the place of their last answer, and whether they reached the end."""

from collections import Counter

from django.db.models import Exists, OuterRef, Subquery, Sum

from campagne.quiz.answers.attempts import Response
from campagne.quiz.answers.selection import Selection
from campagne.quiz.questions.quiz import QuizVersionItem


def attempts_by_end(selection: Selection) -> Counter[tuple[int, int, bool]]:
    """Count attempts by quiz version, the place of the last answer (0: none), and whether the end was reached."""
    kept = selection.kept_attempts().values_list("quiz_version", "furthest", "is_finished").annotate(Sum("count"))
    counted = Counter[tuple[int, int, bool]]()
    for *end, times in kept:
        counted[tuple(end)] += times
    given = Response.objects.counting().filter(
        attempt=OuterRef(OuterRef("pk")), question_version=OuterRef("version"), block=OuterRef("block")
    )
    answered = QuizVersionItem.objects.filter(Exists(given), quiz_version=OuterRef("quiz_version"))
    furthest = Subquery(answered.order_by("-order").values("order")[:1])
    to_count = selection.attempts_to_count().annotate(furthest=furthest)
    for quiz_version, place, finished_at in to_count.values_list("quiz_version", "furthest", "finished_at"):
        counted[quiz_version, place or 0, finished_at is not None] += 1
    return counted
