"""Results count what counts, per version, on Amsterdam days, in four queries."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from campagne.quiz.answers.results import AttemptCounts, attempt_counts, item_results, items_by_block
from campagne.quiz.models import Attempt, Question, Response
from campagne.quiz.questions.edits import Change
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.scoring import Answer, State
from campagne.quiz.taking.answering import show_explanation
from campagne.quiz.taking.closing import finish
from campagne.quiz.taking.ticket import Ticket
from tests.quiz.conftest import MAYBE, NO, YES, published, quiz_of, republished, sent, sitting_of
from tests.quiz.counted import attempted, measuring

pytestmark = pytest.mark.django_db

# Half past midnight in Amsterdam is still the day before in UTC.
JUST_AFTER_MIDNIGHT = datetime(2026, 11, 3, 23, 30, tzinfo=UTC)
DAY = date(2026, 11, 4)


@pytest.fixture
def attempt(quiz):
    """Make an attempt: `attempt((1, NO), (2, YES, MAYBE), (3, State.SKIPPED))`; numbers are places in the quiz."""

    def make(*answers, at=JUST_AFTER_MIDNIGHT, page_id=None, of=quiz, is_finished=False) -> Ticket:
        version = of.current_version
        ticket = Ticket(uuid4(), version.pk, page_id, at)
        for number, *chosen in answers:
            is_state = isinstance(chosen[0], State)
            answer = Answer(chosen[0]) if is_state else Answer(State.ANSWERED, frozenset(chosen))
            sent(ticket, number, answer, at)
        if is_finished:
            finish(sitting_of(ticket), at)
        return ticket

    return make


def result_of(stem: str, **filters):
    return next(item for item in item_results(**filters) if item.version.stem == stem)


def test_every_kind_of_answer_is_counted_apart(attempt):
    for answer in (NO, NO, YES, State.DONT_KNOW, State.SKIPPED):
        attempt((1, answer))

    item = result_of("Geeft u de code?")

    assert (item.right, item.wrong, item.dont_know, item.skipped, item.answered) == (2, 1, 1, 1, 3)
    assert {count.option.key: count.count for count in item.options} == {YES: 1, NO: 2, MAYBE: 0}


def test_an_intention_has_options_and_no_right_or_wrong(attempt):
    attempt((3, YES))

    item = result_of("Zou u het melden?")

    assert (item.right, item.wrong, item.answered) == (0, 0, 1)
    assert [count.count for count in item.options] == [1, 0, 0]


def test_only_the_answer_that_counts_is_counted(quiz, attempt):
    ticket = attempt((1, YES), (1, NO))
    version = quiz.current_version.items.first().version
    show_explanation(ticket, version, JUST_AFTER_MIDNIGHT)
    sent(ticket, 1, Answer(State.ANSWERED, frozenset({YES})), JUST_AFTER_MIDNIGHT)

    item = result_of("Geeft u de code?")

    assert (item.right, item.wrong) == (1, 0)


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [
        pytest.param(DAY, DAY, 1, id="that Amsterdam day"),
        pytest.param(date(2026, 11, 3), date(2026, 11, 3), 0, id="the day before"),
        pytest.param(date(2026, 11, 5), None, 0, id="since the day after"),
        pytest.param(None, DAY, 1, id="until and including"),
        pytest.param(None, None, 1, id="always"),
    ],
)
def test_a_day_is_an_amsterdam_day(attempt, since, until, count):
    attempt((1, NO))

    assert len(item_results(since=since, until=until)) == count
    assert attempt_counts(since=since, until=until).begun == count


def test_an_answer_after_midnight_belongs_to_the_day_its_attempt_began(attempt, quiz):
    ticket = attempt((1, NO), at=JUST_AFTER_MIDNIGHT - timedelta(hours=1))
    sent(ticket, 2, Answer(State.ANSWERED, frozenset({YES})), JUST_AFTER_MIDNIGHT)

    assert len(item_results(since=date(2026, 11, 3), until=date(2026, 11, 3))) == 2
    assert item_results(since=DAY) == []


def test_nobody_is_counted_twice_for_a_question_that_is_asked_again(quiz):
    attempted(measuring(quiz), ["1", "1+3", "1", "2", "1+3"])

    assert [item.answered for item in item_results()] == [1, 1, 1]
    assert result_of("Geeft u de code?").right == 0
    assert result_of("Geeft u de code?", blocks=[Block.MEASURE_POST]).right == 1
    assert result_of("Geeft u de code?", blocks=None).answered == 2


def test_what_is_asked_before_and_after_can_be_told_apart(quiz):
    attempted(measuring(quiz), ["1", "1+3", "1", "2", "1+3"])

    given = [item for item_by in items_by_block("cluster") for item in item_by.values()]

    assert [(item.block, item.right) for item in given if item.version.stem == "Geeft u de code?"] == [
        (Block.MEASURE_PRE, 0),
        (Block.MEASURE_POST, 1),
    ]
    assert sum(item.answered for item in given) == 5


def test_what_was_written_down_wrongly_is_counted_and_not_marked(quiz, attempt):
    attempt((1, NO))
    Response.objects.update(pattern="9")

    item = result_of("Geeft u de code?")

    assert (item.answered, item.right, item.wrong) == (1, 0, 0)


def test_results_can_be_of_some_pages_or_quizzes(home, attempt, quiz):
    other = quiz_of(Question.objects.get(stem="Geeft u de code?"), slug="anders")
    attempt((1, NO), page_id=home.pk)
    attempt((1, NO), of=other)

    assert result_of("Geeft u de code?").answered == 2
    assert result_of("Geeft u de code?", page_ids=[home.pk]).answered == 1
    assert result_of("Geeft u de code?", page_ids=Page.objects.filter(pk=home.pk).values("pk")).answered == 1
    assert result_of("Geeft u de code?", quizzes=[other]).answered == 1
    assert item_results(page_ids=[]) == []
    assert attempt_counts(quizzes=[other]) == AttemptCounts(1, 0)


def test_begun_and_finished_are_counted(attempt):
    attempt((1, NO))
    attempt((1, NO), is_finished=True)

    assert attempt_counts() == AttemptCounts(begun=2, finished=1)


def test_old_answers_stay_with_their_own_version(attempt):
    attempt((1, NO))
    question = Question.objects.get(stem="Geeft u de code?")
    republished(question, Change.COSMETIC, stem="Geeft u een code?")
    attempt((1, YES))

    old, new = result_of("Geeft u de code?"), result_of("Geeft u een code?")

    assert (old.right, old.wrong) == (1, 0)
    assert (new.right, new.wrong) == (0, 1)
    assert old.version.series_id == new.version.series_id


@pytest.mark.parametrize("many", [1, 12])
def test_results_take_four_queries_however_much_there_is(home, attempt, many):
    quiz = quiz_of(*(published(f"Vraag {n}?") for n in range(many)), slug="lang")
    for _ in range(many):
        attempt(*((number, NO) for number in range(1, many + 1)), of=quiz)

    with CaptureQueriesContext(connection) as queries:
        assert len(item_results(quizzes=[quiz])) == many

    assert len(queries) == 4
    assert Response.objects.count() == many**2
    assert Attempt.objects.count() == many
