"""A slip of the pen finds the word that was meant, and a strange word finds none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.search.spelling import Speller, letters_apart

pytestmark = pytest.mark.once
SPELLER = Speller({"phishing": 9, "geldezel": 3, "sirene": 5, "bank": 20, "ransomware": 4, "wachtwoord": 8})


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [("bank", "bank", 0), ("bank", "bnak", 1), ("bank", "ban", 1), ("bank", "bonk", 1), ("bank", "zitten", 3)],
)
def test_steps_between_words(one, other, steps):
    assert letters_apart(one, other, 2) == steps


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_steps_are_as_many_back_as_forth(one, other):
    assert letters_apart(one, other, 8) == letters_apart(other, one, 8)
    assert (letters_apart(one, other, 8) == 0) == (one == other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("fisjing", "phishing", id="by its sound"),
        pytest.param("geldesel", "geldezel", id="another letter"),
        pytest.param("sierene", "sirene", id="a letter more"),
        pytest.param("ransomwear", "ransomware", id="swapped"),
        pytest.param("wachtwoort", "wachtwoord", id="the end"),
        pytest.param("kaas", "", id="nothing near"),
        pytest.param("ban", "", id="too short to tell"),
        pytest.param("b4nk5", "", id="no word"),
        pytest.param("nnnnkk", "", id="two sounds, one short of a word"),
    ],
)
def test_the_nearest_word_is_found(typed, meant):
    assert SPELLER.nearest(typed) == meant


@given(st.text(max_size=40))
def test_whatever_is_typed_gets_an_answer(typed):
    assert SPELLER.nearest(typed) in {"", "phishing", "geldezel", "sirene", "bank", "ransomware", "wachtwoord"}
