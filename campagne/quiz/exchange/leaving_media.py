"""Of which groups a file may tell who answered on paper: where nobody is the only one who did."""

from collections import Counter
from collections.abc import Mapping

from django.db.models import Count

from campagne.figures.disclosure import DEFAULT
from campagne.quiz.answers.attempts import Response
from campagne.quiz.answers.selection import Selection
from campagne.quiz.answers.tallies import answers_by
from campagne.quiz.models import Quiz

Groups = Mapping[str, str | None]


def media_told(quiz: Quiz, groups: Groups) -> frozenset[str | None]:
    """The groups, by their code in the file, in which every way of answering was that of enough people.

    If one way was that of too few, the other is not told either, or what is left unsaid would tell it. Both all there
    ever was and what still has a row are looked at. A group of which everybody used a screen tells that.
    """
    ever = Counter[tuple[str | None, str]]()
    for (group, medium, *_), times in _by_question(quiz, groups).items():
        ever[group, medium] = max(ever[group, medium], times)
    too_few = {group for often in (ever, _rows(quiz, groups)) for (group, _), n in often.items() if n < DEFAULT.staff}
    alone = {group for group in {group for group, _ in ever} if len({m for g, m in ever if g == group}) == 1}
    return frozenset({group for group, _ in ever} - (too_few - alone))


def _by_question(quiz: Quiz, groups: Groups) -> Counter[tuple]:
    """How many answers to one question came in each way; counts do not say which were of one person."""
    together = Counter[tuple]()
    given = answers_by(Selection(quizzes=[quiz]), "cluster", "medium", "version", "block")
    for (cluster, medium, *asked), times in given.items():
        together[groups.get(cluster), medium, *asked] += times
    return together


def _rows(quiz: Quiz, groups: Groups) -> Counter[tuple[str | None, str]]:
    """How many of the attempts that still have a row answered in each way."""
    given = Response.objects.filter(attempt__quiz_version__quiz=quiz).order_by()
    together = Counter[tuple[str | None, str]]()
    rows = given.values_list("attempt__cluster", "medium").annotate(Count("attempt", distinct=True))
    for cluster, medium, times in rows:
        together[groups.get(cluster), medium] += times
    return together
