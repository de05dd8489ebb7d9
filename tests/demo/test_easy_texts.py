"""The easy texts of the demo: one for every page for who reads with difficulty, short, calm and with nothing new."""

import re

from tests.demo.test_texts import EASY, NUMBER, UNCONFIRMED, WORDS_IN_A_SENTENCE

MOST_PARAGRAPHS = 5
MOST_LINES = 6
SENTENCE_END = re.compile(r"(?<=[.!?])[”’]?\s+")


def test_every_page_for_who_reads_with_difficulty_has_one(catalogue):
    meant = {page.slug for page in catalogue.pages if EASY in page.groups}

    assert {entry.page for entry in catalogue.easy} == meant


def test_a_sentence_has_ten_words_at_most_and_a_line_of_its_own(catalogue):
    for entry in catalogue.easy:
        for line in [entry.title, *lines_of(entry)]:
            for sentence in SENTENCE_END.split(line):
                assert len(re.findall(r"\w[\w’'-]*", sentence)) <= WORDS_IN_A_SENTENCE, sentence


def test_a_text_has_five_paragraphs_at_most(catalogue):
    for entry in catalogue.easy:
        assert 1 <= len(entry.paragraphs) <= MOST_PARAGRAPHS, entry.page
        assert all(1 <= len(paragraph.splitlines()) <= MOST_LINES for paragraph in entry.paragraphs), entry.page


def test_no_number_is_typed_and_nothing_unconfirmed_is_told(catalogue):
    for entry in catalogue.easy:
        text = "\n".join(lines_of(entry))
        assert NUMBER.findall(text) == []
        assert [told for told, pattern in UNCONFIRMED.items() if re.search(pattern, text)] == []


def test_no_line_ends_in_the_middle_of_a_sentence(catalogue):
    assert [line for entry in catalogue.easy for line in lines_of(entry) if not re.search(r"[.!?:][”’]?$", line)] == []


def lines_of(entry) -> list[str]:
    return [line for paragraph in entry.paragraphs for line in paragraph.splitlines()]
