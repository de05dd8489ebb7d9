"""All signals of a text together, as an editor gets them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.language.norms import Level
from campagne.language.passage import Passage
from campagne.language.signals import Kind, signals_of
from campagne.language.word_list import Entry, WordList

pytestmark = pytest.mark.once

WORDS = WordList([Entry("verstrekken", "geven", "Behalve in een brief."), Entry("ransomware", "gijzelsoftware")])


def kinds(text: str, level: Level = Level.PLAIN, **more) -> list[Kind]:
    return [signal.kind for signal in signals_of([Passage(text, level=level, **more)], WORDS)]


@pytest.mark.parametrize(
    ("words", "level", "found"),
    [
        pytest.param(15, Level.EASY, [], id="fifteen in easy language"),
        pytest.param(16, Level.EASY, [Kind.TOO_LONG], id="sixteen in easy language"),
        pytest.param(20, Level.PLAIN, [], id="twenty"),
        pytest.param(21, Level.PLAIN, [Kind.LONG], id="twenty-one"),
        pytest.param(26, Level.PLAIN, [Kind.TOO_LONG], id="twenty-six"),
    ],
)
def test_a_sentence_is_long_by_the_norm_of_its_reader(words, level, found):
    assert kinds(" ".join(["woord"] * words) + ".", level) == found


def test_advice_says_what_to_write_instead():
    (signal,) = signals_of([Passage("Wij verstrekken dit.", "Inleiding")], WORDS)

    assert signal.advice == "Makkelijker: ‘geven’. Behalve in een brief."
    assert (signal.found, signal.place, signal.sentence) == ("verstrekken", "Inleiding", "Wij verstrekken dit.")


def test_signals_come_in_the_order_of_the_text():
    text = "Klik hier, bijv. nu. U wordt gebeld door het NCSC."

    assert kinds(text, links=("Klik hier",)) == [Kind.LINK, Kind.ABBREVIATION, Kind.PASSIVE, Kind.ABBREVIATION]


def test_what_one_passage_explains_is_known_in_all():
    passages = [Passage("Het NCSC helpt."), Passage("Het Nationaal Cyber Security Centrum (NCSC) is er voor u.")]

    assert signals_of(passages, WORDS) == []
    assert signals_of([Passage("Ransomware!")], WORDS, explained=["Ransomware"]) == []


def test_clicking_is_noticed_in_and_outside_a_link():
    assert kinds("Klik op deze link.") == [Kind.LINK]
    assert kinds("Klik hier voor hulp.", links=("Klik hier",)) == [Kind.LINK]


def test_a_long_sentence_is_shown_cut_after_a_word():
    (signal,) = signals_of([Passage("zin " * 40)], WORDS)

    assert signal.sentence.endswith("zin …")
    assert len(signal.sentence) < 100


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=2), st.sampled_from(Level))
def test_no_text_breaks_it_and_every_signal_is_in_the_text(text, links, level):
    for signal in signals_of([Passage(text, level=level, links=tuple(links))], WORDS):
        assert 0 <= signal.start <= signal.end <= len(text)
        assert text[signal.start : signal.end] == signal.found
