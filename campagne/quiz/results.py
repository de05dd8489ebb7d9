"""Results: what was answered, per version of a question. Only answers that count are counted."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from campagne.quiz.models import Attempt, OptionVersion, QuestionVersion, Quiz, Response, ResponseChoice
from campagne.quiz.scoring import State

PageIds = Collection[int] | QuerySet | None
Quizzes = Iterable[Quiz] | QuerySet | None
TALLIES = {
    "answered": Count("pk", filter=Q(state=State.ANSWERED.value)),
    "right": Count("pk", filter=Q(is_right=True)),
    "wrong": Count("pk", filter=Q(is_right=False)),
    "dont_know": Count("pk", filter=Q(state=State.DONT_KNOW.value)),
    "skipped": Count("pk", filter=Q(state=State.SKIPPED.value)),
}


@dataclass(frozen=True)
class OptionCount:
    """How often one option was chosen."""

    option: OptionVersion
    count: int


@dataclass(frozen=True)
class ItemResult:
    """The answers to one version of a question.

    `answered` is how often an option was chosen: right plus wrong where it is scored. Where nothing is scored,
    right and wrong are 0 and only the options tell.
    """

    version: QuestionVersion
    right: int
    wrong: int
    dont_know: int
    skipped: int
    options: tuple[OptionCount, ...]
    answered: int


@dataclass(frozen=True)
class AttemptCounts:
    """How often somebody gave a first answer, and how often somebody came to the end."""

    begun: int
    finished: int


def item_results(
    *, page_ids: PageIds = None, quizzes: Quizzes = None, since: date | None = None, until: date | None = None
) -> list[ItemResult]:
    """Count per version what was answered on the Amsterdam days from `since` up to and including `until`.

    A version without answers is left out. Four queries, however many there are.
    """
    chosen = _attempts_in("attempt__", page_ids, quizzes) & _days_in("answered_at", since, until)
    counting = Response.objects.counting().filter(chosen)
    states = {row["question_version"]: row for row in counting.values("question_version").annotate(**TALLIES)}
    times = dict(
        ResponseChoice.objects.filter(response__in=counting).values_list("option").annotate(Count("pk")).order_by()
    )
    versions = QuestionVersion.objects.filter(pk__in=states).prefetch_related("options")
    return [_item(version, states[version.pk], times) for version in versions.order_by("question", "pk")]


def attempt_counts(
    *, page_ids: PageIds = None, quizzes: Quizzes = None, since: date | None = None, until: date | None = None
) -> AttemptCounts:
    """Count the attempts that began on those days, and how many of them came to the end."""
    begun = Attempt.objects.filter(_attempts_in("", page_ids, quizzes) & _days_in("started_at", since, until))
    return AttemptCounts(**begun.aggregate(begun=Count("pk"), finished=Count("finished_at")))


def _item(version: QuestionVersion, states: dict[str, int], times: dict[int, int]) -> ItemResult:
    counts = {name: states[name] for name in TALLIES}
    options = tuple(OptionCount(option, times.get(option.pk, 0)) for option in version.options.all())
    return ItemResult(version=version, options=options, **counts)


def _attempts_in(prefix: str, page_ids: PageIds, quizzes: Quizzes) -> Q:
    chosen = Q()
    if page_ids is not None:
        chosen &= Q(**{f"{prefix}page__in": page_ids})
    if quizzes is not None:
        chosen &= Q(**{f"{prefix}quiz_version__quiz__in": quizzes})
    return chosen


def _days_in(field: str, since: date | None, until: date | None) -> Q:
    chosen = Q()
    if since is not None:
        chosen &= Q(**{f"{field}__gte": _start_of(since)})
    if until is not None:
        chosen &= Q(**{f"{field}__lt": _start_of(until + timedelta(days=1))})
    return chosen


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=ZoneInfo(settings.TIME_ZONE))
