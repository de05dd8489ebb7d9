"""What a question still lacks is said in Dutch, and only the same content has the same fingerprint."""

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.quiz.questions.draft import Draft, Hotspot, Option, real_or_fake, truth_of, without_key
from campagne.quiz.questions.scoring import FAKE_KEY, REAL_KEY, Construct, Kind

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


UNSCORED = {"construct": Construct.INTENTION, "options": without_key(GOOD.options)}
SEVEN = tuple(Option(uuid4(), str(number)) for number in range(7))
PLACES = tuple(
    replace(option, channel=code) for option, code in zip(GOOD.options, ("bank", "politie", ""), strict=True)
)
MESSAGE = {"kind": Kind.REAL_OR_FAKE, "message_channel": "sms", "message_body": "Hoi mam"}


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"kind": Kind.ORDER, "options": without_key(GOOD.options)}, id="an order without a key"),
        pytest.param({"kind": Kind.SCALE, **UNSCORED}, id="a scale of an intention"),
        pytest.param({**MESSAGE, "options": real_or_fake("fake")}, id="a fake message"),
        pytest.param(
            {
                "kind": Kind.REAL_OR_FAKE,
                "picture_id": 7,
                "options": real_or_fake("real"),
                "hotspots": (Hotspot(1, 2, "Zie"),),
            },
            id="a real message on a picture",
        ),
        pytest.param({"kind": Kind.CHANNEL, "options": PLACES}, id="where to report, with a right place"),
        pytest.param({"kind": Kind.CHANNEL, **UNSCORED, "options": without_key(PLACES)}, id="where one would report"),
        pytest.param({"vignette": "U ziet busjes.", **UNSCORED}, id="a situation and an intention"),
    ],
)
def test_every_kind_can_be_complete(changes):
    assert replace(GOOD, **changes).problems() == []


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        pytest.param(
            {"kind": Kind.ORDER, "options": GOOD.options[:2]}, "options", "Geef 3 tot 6", id="an order of two"
        ),
        pytest.param({"kind": Kind.ORDER, "options": SEVEN}, "options", "Dit zijn er 7", id="an order of seven"),
        pytest.param(
            {"kind": Kind.ORDER, "construct": Construct.CONFIDENCE}, "construct", "altijd", id="unscored order"
        ),
        pytest.param({"kind": Kind.SCALE}, "construct", "geen goed of fout", id="a scale with right and wrong"),
        pytest.param(
            {"kind": Kind.SCALE, **UNSCORED, "options": SEVEN[:2]}, "options", "3 tot 5 stappen", id="two steps"
        ),
        pytest.param(
            {"kind": Kind.SCALE, **UNSCORED, "options": SEVEN[:6]}, "options", "Dit zijn er 6", id="six steps"
        ),
        pytest.param(
            {**MESSAGE, "options": real_or_fake("")}, "message_truth", "echt of nep", id="neither real nor fake"
        ),
        pytest.param(
            {"kind": Kind.REAL_OR_FAKE, "options": real_or_fake("real")}, "message_body", "bericht", id="no message"
        ),
        pytest.param(
            {**MESSAGE, "options": real_or_fake("real"), "construct": Construct.INTENTION},
            "construct",
            "altijd een goed antwoord",
            id="an intention about a message",
        ),
        pytest.param(
            {**MESSAGE, "options": real_or_fake("real"), "hotspots": (Hotspot(1, 2, "Zie"),)},
            "picture",
            "Kies het beeld",
            id="places on no picture",
        ),
        pytest.param({"kind": Kind.CHANNEL}, "options", "minstens één meldpunt", id="nowhere to report to"),
        pytest.param({"options": PLACES}, "options", "alleen een antwoord zijn bij", id="a place where none is asked"),
    ],
)
def test_what_a_kind_lacks_is_said_at_the_field_where_it_is_mended(changes, field, words):
    lacks = list(replace(GOOD, **changes).lacks())

    assert [lack.field for lack in lacks] == [field], lacks
    assert words in lacks[0].words


@pytest.mark.parametrize(("truth", "right"), [("real", [REAL_KEY]), ("fake", [FAKE_KEY]), ("", [])])
def test_the_system_makes_the_answers_about_a_message(truth, right):
    made = real_or_fake(truth)

    assert [(option.key, option.text) for option in made] == [(REAL_KEY, "Echt"), (FAKE_KEY, "Nep")]
    assert [option.key for option in made if option.is_right] == right
    assert truth_of(made) == truth


def test_an_intention_needs_no_right_answer():
    assert replace(GOOD, construct=Construct.INTENTION, options=(WRONG, OTHER)).problems() == []


@given(st.text(), st.text())
def test_only_the_same_content_has_the_same_fingerprint(one, other):
    same = replace(GOOD, stem=one).fingerprint() == replace(GOOD, stem=other).fingerprint()

    assert same is (one == other)
