"""A sound belongs to the exact text that was spoken."""

from dataclasses import dataclass, replace

import pytest

from campagne.media.speaking import Freshness, digest_of
from campagne.quiz.questions.draft import Draft, Option
from campagne.quiz.questions.rendering import Rendering
from campagne.quiz.questions.scoring import Construct, Kind
from campagne.quiz.sound.speakable import hearings, texts_of, unheard
from tests.quiz.conftest import NO, YES

pytestmark = pytest.mark.once

DRAFT = Draft(
    Kind.SINGLE,
    Construct.KNOWLEDGE,
    "Zou u de code geven?",
    (Option(YES, "Ja", easy_text="Ja"), Option(NO, "Nee, nooit", easy_text="Nee")),
    explanation="Nooit doen.",
    vignette="De bank belt.",
    easy_vignette="Er belt iemand.",
    easy_stem="Geeft u de code?",
)


@dataclass(frozen=True)
class Said:
    part: str
    text_hash: str
    rendering: str = "standard"


def test_the_texts_come_as_they_are_read_and_easy_ones_only_where_they_differ():
    told = [(rendering.value, text.label, text.text) for rendering, text in texts_of(DRAFT)]

    assert told == [
        ("standard", "Situatie", "De bank belt."),
        ("standard", "Vraag", "Zou u de code geven?"),
        ("standard", "Antwoord 1", "Ja"),
        ("standard", "Antwoord 2", "Nee, nooit"),
        ("standard", "Uitleg", "Nooit doen."),
        ("easy", "Situatie", "Er belt iemand."),
        ("easy", "Vraag", "Geeft u de code?"),
        ("easy", "Antwoord 2", "Nee"),
    ]


def test_half_an_easy_question_has_no_easy_texts_yet():
    half = replace(DRAFT, easy_vignette="")

    assert {rendering for rendering, _ in texts_of(half)} == {Rendering.STANDARD}


def stem_of(draft: Draft, *said: Said):
    return next(hearing for hearing in hearings(draft, list(said)) if hearing.spoken.part == "stem")


@pytest.mark.parametrize(
    ("said", "freshness"),
    [
        pytest.param((Said("stem", digest_of("Zou u de code geven?")),), Freshness.GOOD, id="exactly this text"),
        pytest.param((Said("stem", digest_of("Zou u de code geven")),), Freshness.STALE, id="without its last sign"),
        pytest.param((Said("stem", digest_of("iets"), "easy"),), Freshness.MISSING, id="stale in other words"),
        pytest.param((Said("vignette", digest_of("Zou u de code geven?")),), Freshness.MISSING, id="another place"),
        pytest.param((), Freshness.MISSING, id="none"),
    ],
)
def test_how_a_text_can_be_heard(said, freshness):
    assert stem_of(DRAFT, *said).freshness is freshness


def test_a_text_that_returns_is_heard_again():
    before, between = Said("stem", digest_of("Zou u de code geven?")), Said("stem", digest_of("Geeft u hem?"))

    assert stem_of(DRAFT, before, between).speech is before
    assert stem_of(replace(DRAFT, stem="Geeft u hem?"), before, between).speech is between


def test_the_line_ends_of_a_browser_are_no_other_text():
    assert digest_of("Een\r\ntwee") == digest_of("Een\ntwee") != digest_of("Een twee")


def test_what_is_missing_for_who_listens_is_told_by_name():
    known = frozenset({("stem", digest_of("Geeft u de code?")), (YES.hex, digest_of("Ja"))})

    assert unheard(DRAFT, known) == ("Situatie", "Antwoord 2")
    assert unheard(replace(DRAFT, easy_stem=""), frozenset()) == ()
