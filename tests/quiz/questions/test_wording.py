"""A slip of the pen is told from another meaning, and a difference is shown word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.quiz.questions.wording import Mark, is_the_same_text, pieces_between

pytestmark = pytest.mark.once

SAMPLES = ["bank", "code", "geen", "nooit", "112", "0900-8844", "wachtwoord", "é", "👍", "€"]
WORDS = st.lists(st.sampled_from(SAMPLES), min_size=1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Geeft u de code", "geeft u de code?!", True, id="punctuation and a capital"),
        pytest.param("Kies een antwoord", "Kies één  antwoord", True, id="accents and spaces"),
        pytest.param("uw wachtword", "uw wachtwoord", True, id="a letter forgotten"),
        pytest.param("uw wachtwoodr", "uw wachtwoord", True, id="two letters changed places"),
        pytest.param("uw wachtwoort", "uw wachtwoord", True, id="another letter"),
        pytest.param("uw wacht woord", "uw wachtwoord", True, id="written apart"),
        pytest.param("", "", True, id="nothing"),
        pytest.param("!", "?", False, id="nothing but punctuation"),
        pytest.param("Geef een code", "Geef geen code", False, id="geen"),
        pytest.param("Deel hem nergens", "Deel hem ergens", False, id="nergens"),
        pytest.param("Vertrouw niemand", "Vertrouw iemand", False, id="niemand"),
        pytest.param("Groene knop", "Oranje knop", False, id="another word"),
        pytest.param("Bel 112", "Bel 113", False, id="another number"),
        pytest.param("Het kost 1,5 euro", "Het kost 15 euro", False, id="another amount"),
        pytest.param("Het kost 5 €", "Het kost 5 $", False, id="another symbol"),
        pytest.param("Ja 👍", "Ja 👎", False, id="another thumb"),
        pytest.param("Ik bel de bank", "Ik bel de bank straks", False, id="a word more"),
        pytest.param("bank", "band", False, id="a short word"),
        pytest.param("Bel 11 2", "Bel 1 12", False, id="numbers written apart"),
    ],
)
def test_only_a_slip_of_the_pen_is_the_same_text(one, other, same):
    assert is_the_same_text(one, other) is same
    assert is_the_same_text(other, one) is same


@given(WORDS, st.lists(st.sampled_from(".,;:!?…'\"()-–"), max_size=4))
def test_punctuation_and_capitals_never_matter(words, marks):
    text = " ".join(words)

    assert is_the_same_text(text, f"{''.join(marks)} {text.upper()}  {''.join(marks)}")


@given(st.text(), st.text())
def test_being_the_same_works_both_ways(one, other):
    assert is_the_same_text(one, one)
    assert is_the_same_text(one, other) is is_the_same_text(other, one)


@given(st.text(), st.text())
def test_the_pieces_make_both_texts(before, after):
    pieces = pieces_between(before, after)

    assert "".join(piece.text for piece in pieces if piece.mark is not Mark.NEW) == before
    assert "".join(piece.text for piece in pieces if piece.mark is not Mark.GONE) == after


def test_a_changed_word_is_shown_and_the_rest_stays():
    pieces = pieces_between("Geeft u de code?", "Geeft u nooit de code!")

    assert [(piece.mark, piece.text) for piece in pieces] == [
        (Mark.SAME, "Geeft u "),
        (Mark.NEW, "nooit "),
        (Mark.SAME, "de code"),
        (Mark.GONE, "?"),
        (Mark.NEW, "!"),
    ]


def test_white_space_that_came_or_went_is_nothing_to_point_at():
    assert [piece.is_plain for piece in pieces_between("de code", "decode  !")] == [False, False]
    assert [piece.is_plain for piece in pieces_between("de code", "de  code")] == [True, True, True, True]


def test_a_text_of_which_little_stayed_is_shown_as_replaced():
    assert [piece.mark for piece in pieces_between("Nee, dat is strafbaar.", "Ja, want dat mocht.")] == ["gone", "new"]
