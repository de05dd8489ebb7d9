"""Words are folded and stemmed, and whatever is typed becomes a short, clean question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.search.words import (
    LONGEST_QUERY,
    LONGEST_WORD,
    MOST_WORDS,
    clean_query,
    families,
    fold,
    sound_of,
    stem,
    words_of,
)

pytestmark = pytest.mark.once


@given(st.text(max_size=500))
def test_a_clean_query_is_short_and_holds_only_words(typed):
    cleaned = clean_query(typed)

    assert len(cleaned) <= LONGEST_QUERY
    assert len(cleaned.split()) <= MOST_WORDS
    assert all(character.isalnum() or character in " -'" for character in cleaned)
    assert clean_query(cleaned) == cleaned


@given(st.text(max_size=200))
def test_words_are_short_folded_and_hold_letters_and_digits_alone(text):
    words = words_of(text, also_joined=True)

    assert all(0 < len(word) <= LONGEST_WORD for word in words)
    assert all("-" not in word and " " not in word and "_" not in word for word in words)
    assert all(stem(word) for word in words)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Foto's van NL-Alert", ["fotos", "van", "nl", "alert", "nlalert"], id="joined as well"),
        pytest.param("Eén café, re_B00TCMP!", ["een", "cafe", "re", "b00tcmp"], id="accents and signs"),
        pytest.param("‘s avonds 0900-8844", ["s", "avonds", "0900", "8844", "09008844"], id="a number to call"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_text_falls_apart_into_words(text, words):
    assert words_of(text, also_joined=True) == words


@pytest.mark.parametrize(
    "words",
    [["bank", "banken"], ["oplichting", "opgelicht"], ["foto", "fotos"], ["bellen", "gebeld"]],
)
def test_forms_of_a_word_have_one_stem(words):
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize(
    "words", [("melden", "melding"), ("bellen", "belt"), ("hacken", "hacker"), ("wachtwoord", "wachtwoorden")]
)
def test_words_of_a_family_share_a_name(words):
    one, other = map(families, words)

    assert one & other


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("phishing", "fisjing"), ("sexting", "seksting"), ("wachtwoord", "wagtwoort"), ("cybercrime", "sybercrime")],
)
def test_what_sounds_alike_is_alike(right, wrong):
    assert sound_of(right) == sound_of(wrong)
