"""Which answers: of which pages, quizzes, days, blocks and groups.

An attempt is either in the kept counts or still to be counted (`counting`), so whoever asks both gets everything once.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Model, Q, QuerySet

from campagne.quiz.answers.attempts import Attempt, Response
from campagne.quiz.answers.counts import AttemptCount, Count, ItemCount, TransitionCount
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.versions import QuestionVersion

PageIds = Collection[int] | QuerySet | None
Quizzes = Iterable[Model] | QuerySet | None
Clusters = Collection[str] | QuerySet | None
FIRST_TIME = (Block.PRACTICE, Block.MEASURE_PRE)
"""The blocks that ask somebody a question before anything was explained: nobody is in them twice with one question."""
ASKED_APART = (*FIRST_TIME, Block.MEASURE_POST)
"""The blocks with a right and a wrong: to be told apart, for who was asked before and after is in both."""


@dataclass(frozen=True)
class Selection:
    """Which answers; None is all of them. An empty `cluster` is who came alone, `is_guided` who came in any.

    `clusters` are several groups at once.

    `since` and `until` are the Amsterdam days on which the attempt began, both included; an answer belongs to the day
    of its attempt, also when it was given after midnight.
    """

    page_ids: PageIds = None
    quizzes: Quizzes = None
    since: date | None = None
    until: date | None = None
    blocks: Collection[Block] | None = None
    rendering: str | None = None
    version: QuestionVersion | int | None = None
    series: int | None = None
    cluster: str | None = None
    is_guided: bool | None = None
    clusters: Clusters = None

    @property
    def is_nothing(self) -> bool:
        """Whether it names no page, quiz or group at all, so that the database need not be asked."""
        named = (self.page_ids, self.quizzes, self.clusters)
        return any(not (some is None or isinstance(some, QuerySet) or some) for some in named)

    def kept_answers(self) -> QuerySet[ItemCount]:
        answers = self._of_questions(self._kept(ItemCount, "quiz"), "version")
        chosen = {} if self.blocks is None else {"block__in": [block.value for block in self.blocks]}
        return answers.filter(**chosen, **_unless_none(rendering=self.rendering))

    def answers_to_count(self) -> QuerySet[Response]:
        # Attempts first: those still to be counted are few, however many answers there are.
        counting = Response.objects.counting().filter(attempt__in=self.attempts_to_count().values("pk"))
        chosen = {} if self.blocks is None else {"block__in": [block.value for block in self.blocks]}
        of_questions = self._of_questions(counting, "question_version")
        return of_questions.filter(**chosen, **_unless_none(rendering=self.rendering))

    def kept_changes(self) -> QuerySet[TransitionCount]:
        return self._of_questions(self._kept(TransitionCount, "quiz"), "version")

    def kept_attempts(self) -> QuerySet[AttemptCount]:
        return self._kept(AttemptCount, "quiz_version__quiz")

    def attempts_to_count(self) -> QuerySet[Attempt]:
        since = None if self.since is None else _start_of(self.since)
        until = None if self.until is None else _start_of(self.until + timedelta(days=1))
        chosen = _unless_none(
            page__in=self.page_ids,
            quiz_version__quiz__in=self.quizzes,
            started_at__gte=since,
            started_at__lt=until,
            cluster=self.cluster,
            cluster__in=self.clusters,
        )
        return self._of_groups(Attempt.objects.filter(counted_at=None, **chosen))

    def _kept(self, model: type[Count], quiz: str) -> QuerySet:
        chosen = _unless_none(
            page_id__in=self.page_ids,
            day__gte=self.since,
            day__lte=self.until,
            cluster=self.cluster,
            cluster__in=self.clusters,
            **{f"{quiz}__in": self.quizzes},
        )
        return self._of_groups(model.objects.filter(**chosen)).order_by()

    def _of_groups(self, rows: QuerySet) -> QuerySet:
        if self.is_guided is None:
            return rows
        return rows.exclude(cluster="") if self.is_guided else rows.filter(cluster="")

    def _of_questions(self, answers: QuerySet, version: str) -> QuerySet:
        chosen = _unless_none(**{version: self.version, f"{version}__series": self.series})
        return answers.filter(Q(**chosen)).order_by()


def _unless_none(**chosen: Any) -> dict[str, Any]:
    return {name: value for name, value in chosen.items() if value is not None}


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=ZoneInfo(settings.TIME_ZONE))
