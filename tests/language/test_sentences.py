"""Sentences as people read them: a point in an abbreviation, a time or a web address ends none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.language.sentences import average_length, overlong, sentences_in, words_in

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        pytest.param("Hang op. Bel uw bank.", [2, 3], id="two"),
        pytest.param("Wat doet u?", [3], id="a question"),
        pytest.param("Hij zegt: “Geef mij uw code.” Wat doet u?", [2, 4, 3], id="a colon and quotes"),
        pytest.param("Kijk bijv. op checkjelinkje.nl of bel 0900-8844.", [7], id="points inside"),
        pytest.param("Iedereen, m.u.v. kinderen, gaat naar binnen.", [6], id="an abbreviation with more points"),
        pytest.param("Neem bankpas, paspoort enz. mee.", [5], id="an abbreviation inside"),
        pytest.param("Neem bankpas, paspoort enz. Bel daarna.", [4, 2], id="an abbreviation at the end"),
        pytest.param("Vraag naar dr. J. de Vries. Hij weet het.", [6, 3], id="a title and an initial"),
        pytest.param("1. Hang op.\n2. Bel uw bank.", [3, 4], id="numbered items"),
        pytest.param("Dat was in 2021. Nu niet meer.", [4, 3], id="a year at the end"),
        pytest.param("Eerst dit\r\nDan dat", [2, 2], id="new lines without points"),
        pytest.param("Na 12.30 uur of om 14:15 kost het € 1.000,50.", [9], id="numbers and times"),
        pytest.param("Bel 088-786 73 72 of +31 88 786 73 72.", [4], id="numbers to call"),
        pytest.param("Ga naar https://www.politie.nl/aangifte?x=1. Of mail info@stein.nl.", [3, 3], id="addresses"),
        pytest.param("Kijk op politie.nl/aangifte of www.stein.nl.", [5], id="addresses without https"),
        pytest.param("", [], id="nothing"),
        pytest.param("… ! \n . ", [], id="only signs"),
    ],
)
def test_how_long_the_sentences_are(text, lengths):
    assert [sentence.words for sentence in sentences_in(text)] == lengths


@given(st.text(max_size=200) | st.text(alphabet="aé1. :;?!…\n\r“”'bijvenz/@-+0\u2028", max_size=80))
def test_every_word_is_in_one_sentence_and_every_place_is_right(text):
    sentences = sentences_in(text)
    end = 0
    for sentence in sentences:
        assert end <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.start <= sentence.parts[0].start
        end = sentence.end
    words = [word for sentence in sentences for word in sentence.parts]
    assert tuple(words) == words_in(text)
    assert all(text[word.start : word.end] == word.text for word in words)


def test_a_long_text_without_an_end_takes_no_time():
    for piece in (" ", "-", "a-", ".", "0 ", "a.", '"', "1.", "a@"):
        assert len(sentences_in(piece * 5_000)) >= 0


def test_only_longer_ones_are_overlong():
    text = "Een twee drie. Een twee drie vier."

    assert [sentence.words for sentence in overlong([text], 3)] == [4]
    assert average_length([text, ""]) == 3.5
    assert average_length([""]) is None
