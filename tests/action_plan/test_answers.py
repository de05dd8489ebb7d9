import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.action_plan.answers import (
    MARK_BITS,
    MOST_QUESTIONS,
    Answer,
    Answers,
    mark_of,
    packed,
    standing_of,
    unpacked,
    version_of,
)

pytestmark = pytest.mark.once
marks = st.integers(0, 2**MARK_BITS - 1)
some_answers = st.builds(
    Answers, st.integers(0, 2**16 - 1), st.dictionaries(marks, st.sampled_from(Answer), max_size=MOST_QUESTIONS)
)


@given(some_answers)
def test_answers_come_back_as_they_were_written(answers):
    assert unpacked(packed(answers)) == answers


@given(st.binary(max_size=40))
def test_whatever_comes_in_is_read_or_refused(packet):
    try:
        answers = unpacked(packet)
    except ValueError:
        return

    assert packed(answers) == packet


@given(st.text())
def test_a_mark_does_not_mind_case_spaces_and_stops(words):
    assert 0 <= mark_of(words) < 2**MARK_BITS
    assert mark_of(f"  {words}. ") == mark_of(words)


def test_other_words_are_another_question():
    assert mark_of("Is er een back-up?") != mark_of("Is er een goede back-up?")
    assert mark_of("IS ER EEN BACKUP") == mark_of("Is er een back-up?")


@given(some_answers, st.lists(marks, unique=True, max_size=MOST_QUESTIONS))
def test_of_old_answers_exactly_those_to_the_questions_of_now_hold(answers, questions):
    standing = standing_of(answers, questions)

    assert standing.holding == {mark: answers.given[mark] for mark in questions if mark in answers.given}
    assert len(standing.holding) + standing.lost == len(answers.given)
    assert standing.has_changed == (answers.version != version_of(questions))


@given(some_answers, st.lists(marks, unique=True, min_size=1, max_size=MOST_QUESTIONS), st.sampled_from(Answer))
def test_a_new_answer_is_to_the_questions_of_now_and_takes_old_ones_along_that_hold(answers, questions, answer):
    answered = answers.with_answer(questions[0], answer, questions)

    standing = standing_of(answered, questions)
    assert (standing.lost, standing.has_changed) == (0, False)
    assert standing.holding == {**standing_of(answers, questions).holding, questions[0]: answer}
    assert len(packed(answered)) <= 2 + 3 * MOST_QUESTIONS


def test_more_than_ten_answers_are_refused():
    with pytest.raises(ValueError, match="at most 10"):
        packed(Answers(0, dict.fromkeys(range(11), Answer.YES)))
