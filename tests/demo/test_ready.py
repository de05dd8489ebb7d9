"""What lies ready for an incident: every scenario, in three languages, in few and short sentences."""

import re

import pytest

from campagne.content.instruction import MOST_ACTS, PICTOGRAMS, Language, Scenario
from campagne.demo.catalogue import InstructionEntry
from campagne.demo.ready import put_ready_lines
from campagne.incidents.models import PreparedLine, Statement
from tests.demo.test_texts import UNCONFIRMED, WORDS_IN_A_SENTENCE, words_of

YEAR = re.compile(r"\b20\d\d\b")


@pytest.fixture
def instructions(catalogue):
    return [page for page in catalogue.pages if isinstance(page, InstructionEntry) and page.scenario]


def sentences(text: str) -> list[str]:
    return [sentence for sentence in re.split(r"[.!?]\s*", text) if sentence]


def test_every_scenario_has_an_instruction_in_every_language(instructions):
    assert sorted(page.scenario for page in instructions) == sorted(Scenario.values)
    for page in instructions:
        assert {"nl", *(text.language for text in page.texts)} == set(Language.values), page.slug


def test_acts_are_few_and_the_same_in_every_language(instructions):
    known = {name for name, _ in PICTOGRAMS}
    for page in instructions:
        drawn = [act.pictogram for act in page.acts]
        assert 4 <= len(drawn) <= MOST_ACTS
        assert set(drawn) <= known
        assert all([act.pictogram for act in text.acts] == drawn for text in page.texts), page.slug


def test_what_to_do_and_what_is_ready_stands_in_short_sentences(instructions, catalogue):
    told = [text for page in instructions for act in page.acts for text in (act.text, act.detail)]
    told += [line.nl for line in catalogue.ready.lines]

    long = [each for text in told for each in sentences(text) if len(each.split()) > WORDS_IN_A_SENTENCE]
    assert long == []


def test_an_instruction_says_when_to_verify_it_again_and_no_quiz_asks_what_a_date_decides(instructions, catalogue):
    assert all(page.verify_before for page in instructions)
    # No expert read the demo, so it does not say that one did.
    assert {page.verified_on for page in instructions} == {None}
    quiz = next(quiz for quiz in catalogue.quizzes if quiz.slug == "chemelot")
    assert YEAR.findall(words_of(quiz)) == []
    assert "test" not in words_of(quiz).lower().split()


@pytest.mark.parametrize("pattern", UNCONFIRMED.values(), ids=UNCONFIRMED.keys())
def test_nothing_unconfirmed_lies_ready(catalogue, pattern):
    assert not re.search(pattern, words_of(catalogue.ready))


def test_sentences_are_put_once_and_what_somebody_changed_stays(catalogue, db):
    first = put_ready_lines(catalogue.ready)
    PreparedLine.objects.filter(text_nl=catalogue.ready.lines[0].nl).update(text_en="Changed.")

    assert (first, put_ready_lines(catalogue.ready)) == (PreparedLine.objects.count() + Statement.objects.count(), 0)
    assert PreparedLine.objects.filter(text_en="Changed.").count() == 1
