"""A plan that measures is refused when it could not measure, and says why at the part itself."""

import pytest

from campagne.quiz.questions import plan
from campagne.quiz.questions.plan import Block, Item, Part, problems_of, unfolded

INFO, DISCUSS, AFTER = Part(Block.INFO), Part(Block.DISCUSS), Part(Block.MEASURE_POST)


def before(question: int) -> Part:
    return Part(Block.MEASURE_PRE, question)


def practice(question: int) -> Part:
    return Part(Block.PRACTICE, question)


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param([], id="nothing yet"),
        pytest.param([practice(1), practice(2)], id="questions with an explanation"),
        pytest.param([INFO, before(1), before(2), INFO, AFTER, DISCUSS], id="before, lesson, after"),
        pytest.param([before(1), practice(2), AFTER, Part(Block.VOTE, 3)], id="practice between, a vote at the end"),
    ],
)
def test_a_plan_that_holds_has_no_problems(parts):
    assert problems_of(parts) == []


@pytest.mark.parametrize(
    ("parts", "place", "field", "text"),
    [
        pytest.param([practice(1), AFTER], 1, "block", plan.NOTHING_TO_REPEAT, id="after without before"),
        pytest.param([AFTER, INFO, before(1)], 0, "block", plan.NOTHING_TO_REPEAT, id="after comes first"),
        pytest.param([before(1), INFO, AFTER, AFTER], 3, "block", plan.REPEATED_TWICE, id="after twice"),
        pytest.param([before(1), INFO], 0, "block", plan.NEVER_REPEATED, id="before without after"),
        pytest.param([before(1), AFTER], 1, "block", plan.NOTHING_BETWEEN, id="nothing between"),
        pytest.param([before(1), INFO, before(2), INFO, AFTER], 2, "block", plan.APART, id="a lesson between two"),
        pytest.param([before(1), practice(1), AFTER], 1, "question", plan.MEASURED_ELSEWHERE, id="practised as well"),
        pytest.param([practice(1), practice(1)], 1, "question", plan.ASKED_TWICE, id="practised twice"),
        pytest.param([before(1), before(1), INFO, AFTER], 1, "question", plan.ASKED_TWICE, id="measured twice"),
    ],
)
def test_a_plan_that_does_not_hold_says_where_and_why(parts, place, field, text):
    assert [(found.place, found.field, found.text) for found in problems_of(parts)] == [(place, field, text)]


def test_the_same_series_is_asked_before_and_after():
    lesson = Item(Block.INFO, title="Les", text="Lees dit.")
    items = [Item(Block.MEASURE_PRE, 1), Item(Block.MEASURE_PRE, 2), lesson, Item(Block.MEASURE_POST)]

    taken = unfolded(items)

    assert taken == [*items[:3], Item(Block.MEASURE_POST, 1), Item(Block.MEASURE_POST, 2)]


def test_a_plan_without_measuring_stays_as_it_is():
    items = [Item(Block.PRACTICE, 1), Item(Block.DISCUSS, text="Praat erover."), Item(Block.VOTE, 2)]

    assert unfolded(items) == items


def test_only_blocks_that_ask_have_an_answer_and_what_is_asked_twice_is_scored_once():
    assert {block for block in Block if not block.asks} == {Block.INFO, Block.DISCUSS}
    assert {block for block in Block if block.is_in_score} == {Block.PRACTICE, Block.MEASURE_POST}
    assert not Block.MEASURE_POST.has_question
