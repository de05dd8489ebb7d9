import pytest

from campagne.language.sentences import sentences_in
from campagne.language.word_list import Entry, WordList

pytestmark = pytest.mark.once

WORDS = WordList(
    [
        Entry("verstrekken", "geven"),
        Entry("betrekking", "baan"),
        Entry("met betrekking tot", "over"),
        Entry("met betrekking", "over"),
    ]
)


def found_in(text: str, *explained: str) -> list[tuple[str, str]]:
    return [
        (hard.text, hard.entry.simpler)
        for sentence in sentences_in(text)
        for hard in WORDS.hard_in(sentence, frozenset(explained))
    ]


def test_a_word_is_found_in_any_form_and_case():
    assert found_in("Verstrekt u dit? Wij VERSTREKTEN niets.") == [("Verstrekt", "geven"), ("VERSTREKTEN", "geven")]


def test_of_words_that_begin_together_the_longest_counts_and_is_counted_once():
    assert found_in("Met betrekking tot geld. Een betrekking.") == [
        ("Met betrekking tot", "over"),
        ("betrekking", "baan"),
    ]


def test_a_word_inside_another_is_not_found():
    assert found_in("De informatieverstrekker.") == []


def test_what_the_page_explains_is_no_longer_difficult():
    assert found_in("Wij verstrekken dit.", "verstrekken") == []
