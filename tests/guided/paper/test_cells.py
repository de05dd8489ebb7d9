import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.guided.paper.cells import Column, Mistyped, pattern_typed, typed_from
from campagne.quiz.questions.pattern import is_pattern
from campagne.quiz.questions.scoring import Kind

pytestmark = pytest.mark.once

ONE = Column(Kind.SINGLE, (1, 2, 3))
MORE = Column(Kind.MULTIPLE, (1, 2, 3))
# What is read as A, B, C was written third, first, second.
ORDER = Column(Kind.ORDER, (3, 1, 2))


@pytest.mark.parametrize(
    ("text", "column", "pattern"),
    [
        pytest.param("", ONE, "", id="not typed in yet"),
        pytest.param("b", ONE, "2", id="a letter"),
        pytest.param(" B ", ONE, "2", id="a capital, with spaces"),
        pytest.param("?", ONE, "dont_know", id="does not know"),
        pytest.param("-", MORE, "skipped", id="nothing filled in"),
        pytest.param("ca", MORE, "1+3", id="letters in any order"),
        pytest.param("a, c", MORE, "1+3", id="as people write them"),
        pytest.param("bca", ORDER, "1>2>3", id="an order"),
        pytest.param("b>a>c", ORDER, "1>3>2", id="an order with arrows"),
    ],
)
def test_a_cell_is_read(text, column, pattern):
    assert pattern_typed(text, column) == pattern


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        pytest.param("d", ONE, "Er staat ‘d’. ‘d’ kan hier niet. Typ a, b, c, ? of -.", id="no such answer"),
        pytest.param("ab", ONE, "Twee kruisjes gezet? Typ -.", id="two where one is taken"),
        pytest.param("aa", MORE, "Een letter staat er twee keer.", id="a letter twice"),
        pytest.param("ab", ORDER, "Er missen letters. Typ de letters a, b en c op volgorde", id="half an order"),
        pytest.param("a?", ONE, "‘?’ kan hier niet", id="an answer and a doubt"),
        pytest.param("1", ONE, "‘1’ kan hier niet", id="a digit"),
    ],
)
def test_a_slip_is_told_with_what_was_found_and_what_is_expected(text, column, says):
    with pytest.raises(Mistyped) as slip:
        pattern_typed(text, column)

    assert says in str(slip.value)


@given(st.sampled_from([ONE, MORE, ORDER]), st.text("abcABC?- ,d", max_size=6))
def test_what_is_read_can_be_an_answer_and_is_shown_as_it_can_be_typed_again(column, text):
    try:
        pattern = pattern_typed(text, column)
    except Mistyped:
        return

    assert not pattern or is_pattern(pattern, column.orders)
    assert pattern_typed(typed_from(pattern, column), column) == pattern
