"""What a question still lacks is said in Dutch, and only the same content has the same fingerprint."""

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.quiz.draft import Draft, Option
from campagne.quiz.scoring import Construct, Kind

RIGHT, WRONG, OTHER = Option(uuid4(), "Nee", True), Option(uuid4(), "Ja"), Option(uuid4(), "Soms")
GOOD = Draft(Kind.SINGLE, Construct.KNOWLEDGE, "Geeft u de code?", (RIGHT, WRONG, OTHER))


def test_a_complete_question_has_no_problems():
    assert GOOD.problems() == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param({"stem": "  "}, "Schrijf de vraag op", id="no question"),
        pytest.param({"options": (RIGHT,)}, "Dit zijn er 1", id="one option"),
        pytest.param(
            {"options": (RIGHT, *(Option(uuid4(), str(n)) for n in range(6)))}, "Dit zijn er 7", id="seven options"
        ),
        pytest.param({"kind": Kind.TRUE_FALSE}, "precies twee antwoorden", id="true or false with three"),
        pytest.param({"options": (WRONG, OTHER)}, "U vinkte er 0 aan", id="single choice without a key"),
        pytest.param(
            {"options": (RIGHT, replace(WRONG, is_right=True))}, "U vinkte er 2 aan", id="single choice with two keys"
        ),
        pytest.param(
            {"kind": Kind.MULTIPLE, "options": (WRONG, OTHER)}, "minstens één goed", id="multiple choice without a key"
        ),
        pytest.param({"options": (RIGHT, replace(WRONG, text=" nee "))}, "zijn gelijk", id="the same text twice"),
        pytest.param({"options": (RIGHT, replace(WRONG, text=" "))}, "is leeg", id="an empty option"),
        pytest.param({"message_body": "Hoi mam"}, "wat voor bericht", id="a message of no kind"),
    ],
)
def test_what_is_missing_is_said_in_words(changes, words):
    problems = replace(GOOD, **changes).problems()

    assert any(words in problem for problem in problems), problems


def test_an_intention_needs_no_right_answer():
    assert replace(GOOD, construct=Construct.INTENTION, options=(WRONG, OTHER)).problems() == []


@given(st.text(), st.text())
def test_only_the_same_content_has_the_same_fingerprint(one, other):
    same = replace(GOOD, stem=one).fingerprint() == replace(GOOD, stem=other).fingerprint()

    assert same is (one == other)
