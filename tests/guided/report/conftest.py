"""A session with figures: people who answered before and after, on a screen and on paper."""

import pytest

from campagne.guided.models import GuidedSession
from campagne.guided.report.session_report import report_of
from campagne.quiz.answers.attempts import Attempt
from campagne.quiz.answers.medium import Medium
from campagne.quiz.questions.plan import Block
from tests.guided.conftest import Lesson
from tests.quiz.counted import respond


@pytest.fixture
def attend():
    """Let so many people take part: `attend(lesson, 5, before="2", after="1")`; an empty pattern was not answered."""

    def take_part(lesson: Lesson, many: int, before: str = "", after: str = "", *, medium=Medium.SCREEN, at=None):
        session = lesson.session
        version = session.quiz_version
        [first, *_] = version.items.filter(block=Block.MEASURE_PRE.value).order_by("order").select_related("version")
        for _ in range(many):
            attempt = Attempt.objects.create(
                quiz_version=version,
                page=session.module,
                cluster=session.cluster,
                started_at=at or session.changed_at,
                finished_at=(at or session.changed_at) if after else None,
            )
            for block, pattern in ((Block.MEASURE_PRE, before), (Block.MEASURE_POST, after)):
                if pattern:
                    respond(attempt, first.version, pattern, block=block.value, medium=medium.value)

    return take_part


@pytest.fixture
def figures():
    """What a report says, by name, in words: `figures(session)["Begonnen"]`; of the first question that measures."""

    def read(session: GuidedSession) -> dict[str, str]:
        report = report_of(session)
        first = report.learned[0].rows if report.learned else ()
        people = {row.meaning.name: row.words for row in (*report.people, *first)}
        return {**people, **{row.subject: row.words for row in report.referred}}

    return read
