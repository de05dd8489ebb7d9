"""Attempts that were made a while ago, with any answers, and what is known of them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import uuid4

from campagne.quiz.models import (
    Attempt,
    AttemptCount,
    ItemCount,
    QuizVersion,
    QuizVersionItem,
    Response,
    ResponseChoice,
    TransitionCount,
)
from campagne.quiz.questions.pattern import answer_from
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.scoring import State, mark

NOON = datetime(2026, 11, 4, 11, tzinfo=UTC)
LATER = NOON + timedelta(hours=26)
WAYS = ("1", "2", "3", "dont_know", "skipped")


def measuring(quiz, practice: int = 1) -> QuizVersion:
    """A version of this quiz that asks all but its last `practice` questions before and after."""
    versions = [item.version for item in quiz.current_version.items.select_related("version")]
    measured, practised = versions[: len(versions) - practice], versions[len(versions) - practice :]
    number = quiz.current_version.number + 1
    made = QuizVersion.objects.create(
        quiz=quiz, number=number, question_count=len(measured) * 2 + practice, scored_count=len(measured)
    )
    plan = [(Block.MEASURE_PRE, version) for version in measured]
    plan += [(Block.INFO, None)]
    plan += [(Block.PRACTICE, version) for version in practised]
    plan += [(Block.MEASURE_POST, version) for version in measured]
    for order, (block, version) in enumerate(plan, 1):
        QuizVersionItem.objects.create(quiz_version=made, block=block.value, version=version, order=order)
    return made


def attempted(
    quiz_version: QuizVersion,
    patterns: Sequence[str],
    *,
    at: datetime = NOON,
    page=None,
    cluster: str = "",
    rendering: str = "standard",
    is_finished: bool = False,
) -> Attempt:
    """One attempt that gave these patterns to the questions in order; an empty one was not answered."""
    finished_at = at if is_finished else None
    attempt = Attempt.objects.create(
        quiz_version=quiz_version, page=page, cluster=cluster, started_at=at, finished_at=finished_at
    )
    asked = quiz_version.items.filter(version__isnull=False).order_by("order").select_related("version")
    for item, pattern in zip(asked, patterns, strict=False):
        if pattern:
            respond(attempt, item.version, pattern, block=item.block, rendering=rendering)
    return attempt


def respond(attempt: Attempt, version, pattern: str, *, block: str, rendering: str = "standard", **fields) -> Response:
    options = list(version.options.all())
    answer = answer_from(pattern, {option.order: option.key for option in options})
    response = Response.objects.create(
        attempt=attempt,
        question_version=version,
        submission=uuid4(),
        state=answer.state.value,
        pattern=pattern,
        block=block,
        rendering=rendering,
        is_right=None if block == Block.VOTE else mark(answer, version.key_among(options)),
        answered_at=attempt.started_at,
        **{"is_counting": True, **fields},
    )
    if answer.state is State.ANSWERED:
        chosen = [option for option in options if option.key in answer.chosen]
        ResponseChoice.objects.bulk_create(ResponseChoice(response=response, option=option) for option in chosen)
    return response


def crowd(quiz_version: QuizVersion, many: int, *, seed: int = 1, pages=(None,)) -> None:
    """So many attempts of all kinds: on several days, in groups and alone, finished or not, in both renderings."""
    chance = Random(seed)
    asked = quiz_version.items.filter(version__isnull=False).count()
    for _ in range(many):
        reached = chance.randint(1, asked)
        patterns = [chance.choice(WAYS) if chance.random() < 0.9 else "" for _ in range(reached)]
        attempted(
            quiz_version,
            patterns,
            at=NOON - timedelta(hours=chance.randint(0, 90)),
            page=chance.choice(pages),
            cluster=chance.choice(["", "", "groep-a", "groep-b"]),
            rendering=chance.choice(["standard", "standard", "easy"]),
            is_finished=reached == asked,
        )


def kept() -> tuple[list[tuple], ...]:
    """Everything that is kept, to compare."""
    return tuple(
        sorted(model.objects.values_list(*[field.attname for field in model._meta.fields if not field.primary_key]))
        for model in (ItemCount, TransitionCount, AttemptCount)
    )
