"""What is typed is understood: stems, compounds both ways, synonyms, and slips of the pen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.search.lexicon import SYNONYM
from home.search.question import MOST_WAYS, understand
from tests.home.search.lexicons import lexicon_of

pytestmark = pytest.mark.once
LEXICON = lexicon_of(
    *("bank", "helpdesk", "fraude", "bankhelpdeskfraude", "phishing", "melding", "nepbankmedewerker", "rekening"),
    synonyms=[("bankhelpdeskfraude", "nepbankmedewerker"), ("luchtalarm", "phishing"), ("hoi mam", "fraude")],
)


def ways(query: str) -> list[set[tuple[str, ...]]]:
    return [{way.stems for way in term.ways} for term in understand(query, LEXICON).terms]


def test_a_compound_is_found_by_its_parts_and_the_other_way_round():
    assert ("bankhelpdeskfraude",) in ways("bank helpdesk fraude")[1]
    assert ("bank", "helpdesk", "fraude") in ways("bankhelpdeskfraude")[0]


def test_a_compound_that_no_page_uses_is_read_as_its_parts():
    assert ways("fraudebank") == [{("fraude", "bank")}]


def test_a_part_finds_its_compounds_less_near():
    found = {way.stems: way.nearness for way in understand("fraude", LEXICON).terms[0].ways}

    assert found["fraude",] > found["bankhelpdeskfraude",]


def test_a_synonym_finds_what_is_said_otherwise():
    assert ("nepbankmedewerker",) in ways("bankhelpdeskfraude")[0]
    assert ("phish",) in ways("luchtalarm")[0]


def test_a_synonym_of_two_words_answers_both_of_them():
    first, second = understand("hoi mam", LEXICON).terms

    assert first.ways == second.ways
    assert first.ways[0].nearness == SYNONYM


def test_a_word_of_the_same_family_is_found():
    assert ("meld",) in ways("melden")[0]


def test_a_slip_of_the_pen_is_taken_for_the_known_word():
    question = understand("fisjing", LEXICON)

    assert question.terms[0].taken_for == "phishing"
    assert question.as_taken == "phishing"
    assert question.unknown == []


def test_an_unknown_word_stays_unknown():
    assert understand("zzzzqq", LEXICON).unknown == ["zzzzqq"]


def test_words_that_say_nothing_are_left_out_unless_there_is_nothing_else():
    assert [term.word for term in understand("wat is de bank", LEXICON).terms] == ["bank"]
    assert [term.word for term in understand("wat is het", LEXICON).terms] == ["wat", "is", "het"]


@given(st.text(max_size=120))
def test_whatever_is_typed_is_understood_in_bounds(typed):
    question = understand(typed, LEXICON)

    assert all(len(term.ways) <= MOST_WAYS for term in question.terms)
    assert len(question.stems) <= 10_000
