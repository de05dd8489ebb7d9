"""What shows only when the questions of a quiz are seen together."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.quiz.quality.quiz_gates import findings_of_quiz
from campagne.quiz.questions.draft import Draft, Option, real_or_fake
from campagne.quiz.questions.scoring import Construct, Kind

pytestmark = pytest.mark.once


def asking(right: int, *, kind: Kind = Kind.SINGLE, easy: str = "") -> Draft:
    options = tuple(Option(UUID(int=n), f"Antwoord {n}", n == right, easy_text=easy) for n in range(1, 4))
    return Draft(kind, Construct.KNOWLEDGE, "Wat doet u?", options, easy_stem=easy)


def message(truth: str) -> Draft:
    return Draft(Kind.REAL_OR_FAKE, Construct.RECOGNITION, "Echt of nep?", real_or_fake(truth), message_body="Hoi")


@pytest.mark.parametrize(
    ("drafts", "told"),
    [
        pytest.param([message("fake"), message("fake")], "(2) zijn nep", id="no real message among the fakes"),
        pytest.param([message("real"), message("real")], "(2) zijn echt", id="no fake message"),
        pytest.param([asking(2)] * 3, "Bij alle 3 vragen is antwoord 2 het goede", id="always the second"),
        pytest.param([asking(1, easy="Ja"), asking(2)], "1 van de 2 vragen heeft makkelijke taal", id="half easy"),
    ],
)
def test_what_is_found(drafts, told):
    assert told in " ".join(finding.words for finding in findings_of_quiz(drafts))


@pytest.mark.parametrize(
    "drafts",
    [
        pytest.param([], id="no questions"),
        pytest.param([message("fake"), message("real")], id="real among the fakes"),
        pytest.param([asking(2), asking(2)], id="two may be an accident"),
        pytest.param([asking(2), asking(2), asking(1)], id="not always the same"),
        pytest.param([asking(2)] * 2 + [asking(2, kind=Kind.TRUE_FALSE)], id="another kind of question"),
        pytest.param([replace(asking(2), construct=Construct.INTENTION)] * 3, id="nothing is right"),
        pytest.param([asking(1, easy="Ja"), asking(2, easy="Ja")], id="all in easy words"),
    ],
)
def test_what_is_as_it_should_be(drafts):
    assert findings_of_quiz(drafts) == []


def test_only_messages_that_teach_distrust_block():
    found = findings_of_quiz([message("fake"), *[asking(2)] * 3])

    assert [finding.blocks for finding in found] == [True, False]


def test_what_cannot_be_heard_is_named_if_all_can_be_read():
    found = findings_of_quiz([asking(1, easy="Ja"), asking(2, easy="Ja")], ["vraag 2 (antwoord 1)"])

    assert "vraag 2 (antwoord 1)" in found[0].words


@given(st.lists(st.sampled_from(["real", "fake"]), min_size=1, max_size=8))
def test_messages_pass_exactly_if_both_are_there(truths):
    assert bool(findings_of_quiz([message(truth) for truth in truths])) == (len(set(truths)) == 1)


@given(st.lists(st.integers(1, 3), min_size=3, max_size=8))
def test_places_pass_exactly_if_they_differ(places):
    assert bool(findings_of_quiz([asking(place) for place in places])) == (len(set(places)) == 1)
