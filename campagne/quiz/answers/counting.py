"""Add attempts that can no longer change to the kept counts, exactly once.

What an attempt adds and the mark that it was added are written in one transaction. Killed at any moment, or done by two
clocks at once, an attempt is either counted and marked, or neither.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from campagne.quiz.answers.attempts import Attempt, Response
from campagne.quiz.answers.counts import AttemptCount, ItemCount, TransitionCount
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.quiz import QuizVersionItem
from campagne.quiz.taking.ticket import VALID_FOR
from campagne.serving.database.upsert import add_to

SETTLED_AFTER = VALID_FOR + timedelta(hours=1)
"""A ticket is older than its attempt, so by then nothing can be sent in any more; the hour is for whoever is slow."""
ATTEMPTS_PER_TRANSACTION = 300
WHERE = ("day", "page_id", "cluster")
ITEM = ("quiz", "version", "block", "rendering", "medium", "pattern")
TRANSITION = ("quiz", "version", "before", "after")
ATTEMPT = ("quiz_version", "furthest", "is_finished")

Where = tuple[date, int, str]


def count(at: datetime) -> int:
    """Count what cannot change any more; return how many attempts. May run twice, and beside another."""
    counted = 0
    while some := _count_some(at):
        counted += some
    return counted


@transaction.atomic
def _count_some(at: datetime) -> int:
    is_over = Q(open_until=None) | Q(open_until__lt=at)
    settled = Attempt.objects.filter(is_over, counted_at=None, started_at__lt=at - SETTLED_AFTER)
    # Whoever else counts waits here on PostgreSQL, and then finds these marked; on SQLite a transaction is alone.
    held = settled.select_for_update(of=("self",)).select_related("quiz_version").order_by("started_at", "pk")
    attempts = list(held[:ATTEMPTS_PER_TRANSACTION])
    _add(attempts)
    Attempt.objects.filter(pk__in=[attempt.pk for attempt in attempts]).update(counted_at=at)
    return len(attempts)


def _add(attempts: Sequence[Attempt]) -> None:
    given: dict[UUID, list[Response]] = {attempt.pk: [] for attempt in attempts}
    for response in Response.objects.counting().filter(attempt__in=list(given)):
        given[response.attempt_id].append(response)
    places = _places({attempt.quiz_version_id for attempt in attempts})
    items, transitions, ends = Counter[tuple](), Counter[tuple](), Counter[tuple]()
    for attempt in attempts:
        where, quiz, responses = _where(attempt), attempt.quiz_version.quiz_id, given[attempt.pk]
        for r in responses:
            items[*where, quiz, r.question_version_id, r.block, r.rendering, r.medium, r.pattern] += 1
        transitions.update((*where, quiz, *change) for change in _changes(responses))
        furthest = max((places.get((attempt.quiz_version_id, *_asked(r)), 0) for r in responses), default=0)
        ends[*where, attempt.quiz_version_id, furthest, attempt.finished_at is not None] += 1
    for model, names, added in ((ItemCount, ITEM, items), (TransitionCount, TRANSITION, transitions)):
        add_to(model, (*WHERE, *names), ("count",), _numbers(added))
    add_to(AttemptCount, (*WHERE, *ATTEMPT), ("count",), _numbers(ends))


def _where(attempt: Attempt) -> Where:
    return timezone.localdate(attempt.started_at), attempt.page_id or 0, attempt.cluster


def _changes(responses: Iterable[Response]) -> Iterator[tuple[int, str, str]]:
    """Version, pattern before and pattern after, of each question that was answered both times."""
    patterns = {_asked(response): response.pattern for response in responses}
    for (version, block), before in patterns.items():
        after = patterns.get((version, Block.MEASURE_POST.value))
        if block == Block.MEASURE_PRE and after is not None:
            yield version, before, after


def _asked(response: Response) -> tuple[int, str]:
    return response.question_version_id, response.block


def _places(quiz_versions: Iterable[int]) -> dict[tuple[int, int | None, str], int]:
    """Where each question stands, by quiz version, question version and block."""
    items = QuizVersionItem.objects.filter(quiz_version__in=quiz_versions).order_by()
    rows = items.values_list("quiz_version", "version", "block", "order")
    return {(quiz_version, version, block): order for quiz_version, version, block, order in rows}


def _numbers(counted: Counter[tuple]) -> dict[tuple, tuple[int]]:
    return {key: (number,) for key, number in counted.items()}
