"""Sentences as people read them: a point in an abbreviation or a web address ends none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.quiz.quality.sentences import WORD, average_length, overlong, sentences_in

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        pytest.param("Hang op. Bel uw bank.", [2, 3], id="two"),
        pytest.param("Wat doet u?", [3], id="a question"),
        pytest.param("Hij zegt: “Geef mij uw code.” Wat doet u?", [2, 4, 3], id="a colon and quotes"),
        pytest.param("Kijk bijv. op checkjelinkje.nl of bel 0900-8844.", [7], id="points inside"),
        pytest.param("Eerst dit\nDan dat", [2, 2], id="new lines"),
        pytest.param("Na 12.30 uur kost het € 1.000,50.", [6], id="numbers"),
        pytest.param("", [], id="nothing"),
        pytest.param("… !", [], id="only signs"),
    ],
)
def test_how_long_the_sentences_are(text, lengths):
    assert [sentence.words for sentence in sentences_in(text)] == lengths


@given(st.text(alphabet="aé1. :;?!…\n“”'bijv", max_size=80))
def test_no_word_is_lost_or_counted_twice(text):
    assert sum(sentence.words for sentence in sentences_in(text)) == len(WORD.findall(text))


def test_only_longer_ones_are_overlong():
    text = "Een twee drie. Een twee drie vier."

    assert [sentence.words for sentence in overlong([text], 3)] == [4]
    assert average_length([text, ""]) == 3.5
    assert average_length([""]) is None
