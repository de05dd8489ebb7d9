"""The formulas give what others that use them give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.language.readability import Counted, counted

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("een zin met aap noot mies", 124.26),
        ("een vreselijk ingewikkeld en gecompliceerd tekstfragment", -4.07),
        ("Een kort stukje tekst in het Nederlands om te testen.", 89.74),
    ],
)
def test_flesch_douma_gives_its_check_values(text, score):
    assert round(counted([text]).flesch_douma, 2) == score


def test_leesindex_a_weighs_sentences_and_words():
    assert Counted(sentences=2, words=20, syllables=30).leesindex_a == 195 - 2 * 10 - 67 * 1.5


def test_texts_that_stand_apart_are_not_one_sentence():
    heading_and_text = counted(["Wat doet u eerst", "Hang op"])

    assert heading_and_text == Counted(sentences=2, words=6, syllables=6)
    assert heading_and_text.words_a_sentence == 3


def test_without_words_nothing_is_known():
    assert (Counted().words_a_sentence, Counted().flesch_douma, Counted().leesindex_a) == (None, None, None)


@given(st.lists(st.text(max_size=60), max_size=4))
def test_counts_of_parts_are_counts_of_the_whole(texts):
    assert sum((counted([text]) for text in texts), Counted()) == counted(texts)
