import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.sheets.letters import lines_of, width_of

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("", 100, 0, id="nothing"),
        pytest.param("hallo", 100, 1, id="a word"),
        pytest.param("aa aa", 25.1, 1, id="both words just fit"),
        pytest.param("aa aa", 25, 2, id="the second word does not"),
        pytest.param("a" * 10, 20, 3, id="a word wider than the column is broken"),
    ],
)
def test_a_text_takes_lines(text, width, lines):
    assert lines_of(text, width, 10) == lines


def test_a_letter_with_a_mark_is_as_wide_as_without():
    assert width_of("één", 12) == width_of("een", 12)


@given(st.text(max_size=80), st.floats(20, 400), st.floats(5, 40))
def test_more_room_never_takes_more_lines(text, width, size):
    assert lines_of(text, width * 1.5, size) <= lines_of(text, width, size)
