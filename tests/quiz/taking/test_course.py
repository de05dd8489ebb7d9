"""How far an attempt is, in which order it goes, and what may be opened: a rule, without a database."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.quiz.questions.plan import Block
from campagne.quiz.taking.course import Course, Place, Reach, Sent, arranged, blocks_closed

pytestmark = pytest.mark.once
PRE, POST, INFO, PRACTICE = Block.MEASURE_PRE, Block.MEASURE_POST, Block.INFO, Block.PRACTICE


def places(*blocks: Block, measured: int = 2) -> list[Place]:
    """Parts in order; each measuring asks the questions 1, 2, …, another question has its own number + 100."""
    made, asked = [], {PRE: 0, POST: 0}
    for number, block in enumerate(blocks, 1):
        if block.measures:
            asked[block] += 1
        version = asked[block] if block.measures else number + 100 if block.asks else None
        made.append(Place(number, block, version))
    return made


def sent(
    version: int, block: Block = PRACTICE, pattern: str = "1", *, is_counting: bool = True, has_seen: bool = False
):
    return Sent(version, version, block, uuid4(), pattern, is_counting, has_seen)


WHOLE = places(INFO, PRE, PRE, INFO, PRACTICE, POST, POST)


@given(st.uuids(), st.integers(2, 12))
def test_the_same_questions_come_before_and_afterwards_and_in_another_order(attempt, many):
    blocks = [PRE] * many + [INFO] + [POST] * many
    course = Course(arranged(places(*blocks), attempt))

    before, after = ([place.version for place in course.in_block(block)] for block in (PRE, POST))

    assert sorted(before) == sorted(after) == list(range(1, many + 1))
    assert before != after
    assert [place.number for place in course.places] == list(range(1, 2 * many + 2))
    assert [place.block for place in course.places] == blocks


def test_the_order_differs_between_attempts_and_never_within_one():
    listed = places(*[PRE] * 5, INFO, *[POST] * 5)
    orders = {tuple(place.version for place in arranged(listed, UUID(int=n))[:5]) for n in range(50)}

    assert len(orders) > 20
    assert arranged(listed, UUID(int=7)) == arranged(reversed(listed), UUID(int=7))


def test_what_is_not_measured_keeps_its_place():
    listed = places(PRACTICE, INFO, PRACTICE, PRACTICE)

    assert arranged(listed, uuid4()) == tuple(listed)


@pytest.mark.parametrize(
    ("given_before", "closed", "number", "waits_for"),
    [
        pytest.param([], [], 1, None, id="the first part"),
        pytest.param([], [], 3, None, id="within the measuring, in any order"),
        pytest.param([], [], 4, 2, id="the lesson waits for the first question"),
        pytest.param([1], [], 4, 3, id="and for the second"),
        pytest.param([1, 2], [], 4, None, id="both were answered"),
        pytest.param([], [], 6, 2, id="afterwards waits for before"),
        pytest.param([1, 2], [PRE], 7, None, id="afterwards, in any order"),
    ],
)
def test_what_follows_a_measuring_waits_for_all_of_it(given_before, closed, number, waits_for):
    course = Course(tuple(WHOLE), tuple(sent(version, PRE) for version in given_before), frozenset(closed))

    waiting = course.waits_for(number)

    assert (waiting.number if waiting else None) == waits_for


def test_opening_what_follows_closes_the_measuring_and_nothing_in_it_does():
    course = Course(tuple(WHOLE), (sent(1, PRE), sent(2, PRE)))

    assert course.to_close(3) == ()
    assert course.to_close(4) == (PRE,)
    assert Course(course.places, course.sent, frozenset({PRE})).to_close(4) == ()


@pytest.mark.parametrize(
    ("block", "closed", "has_seen", "takes"),
    [
        pytest.param(PRACTICE, [], False, True, id="practice, before the explanation"),
        pytest.param(PRACTICE, [], True, False, id="practice, after it"),
        pytest.param(PRE, [], False, True, id="before, still open"),
        pytest.param(PRE, [PRE], False, False, id="before, closed"),
        pytest.param(POST, [PRE], False, True, id="afterwards, while only before is closed"),
        pytest.param(POST, [PRE, POST], False, False, id="afterwards, closed"),
    ],
)
def test_when_a_new_answer_counts(block, closed, has_seen, takes):
    place = next(place for place in WHOLE if place.block is block)
    course = Course(tuple(WHOLE), (sent(place.version, block, has_seen=has_seen),), frozenset(closed))

    assert course.takes(place) is takes


def test_not_reached_is_what_lies_after_the_last_answer_and_skipped_what_lies_before_it():
    listed = tuple(places(*[PRACTICE] * 5))
    course = Course(listed, (sent(102, pattern="dont_know"), sent(103, pattern="skipped"), sent(104, pattern="2")))

    reached = [course.reach_of(place) for place in listed]

    assert reached == [Reach.SKIPPED, Reach.DONT_KNOW, Reach.SKIPPED, Reach.ANSWERED, Reach.NOT_REACHED]


def test_only_what_counts_is_an_answer_and_the_same_question_has_one_in_each_measuring():
    course = Course(tuple(WHOLE), (sent(1, PRE, is_counting=False), sent(1, POST)))

    assert course.counting(WHOLE[1]) is None
    assert course.counting(WHOLE[5]).block is POST
    assert len(course.sent_to(WHOLE[1])) == 1


def test_the_end_of_a_measuring_is_its_last_question():
    course = Course(tuple(WHOLE))

    assert [course.ends_measuring(place.number) for place in WHOLE] == [None, None, PRE, None, None, None, POST]
    assert course.place(0) is course.place(8) is None


def test_a_measuring_is_closed_from_its_moment_on():
    assert blocks_closed(None, None) == frozenset()
    assert blocks_closed("then", None) == {PRE}
    assert blocks_closed("then", "later") == {PRE, POST}
