"""A difference is shown part by part, and an option is itself wherever it stands."""

from dataclasses import fields, replace
from uuid import UUID

import pytest

from campagne.quiz.changes.difference import differences
from campagne.quiz.questions.draft import Draft, Hotspot, Option
from campagne.quiz.questions.scoring import Construct, Kind
from campagne.quiz.questions.wording import Mark, Piece

pytestmark = pytest.mark.once

YES, NO = Option(UUID(int=1), "Ja", explanation="Nooit doen"), Option(UUID(int=2), "Nee", True)
BEFORE = Draft(Kind.SINGLE, Construct.KNOWLEDGE, "Geeft u de code?", (YES, NO))
NAMES = {"kennis": "kennis", "handelen": "doen", "single": "één kiezen"}


def found(**changes) -> dict[str, tuple[Piece, ...]]:
    return {d.label: d.pieces for d in differences(BEFORE, replace(BEFORE, **changes), NAMES)}


def test_nothing_changed_is_nothing_to_show():
    assert found() == {}


def test_a_first_version_is_new_altogether():
    shown = differences(None, BEFORE, NAMES)

    assert [difference.label for difference in shown] == [
        *("Vraag", "Soort vraag", "Meet", "Antwoord 1", "Uitleg bij antwoord 1", "Antwoord 2", "Goed antwoord"),
    ]
    assert {piece.mark for difference in shown for piece in difference.pieces} == {Mark.NEW}


def test_another_key_shows_which_answer_was_right():
    shown = found(options=(replace(YES, is_right=True), replace(NO, is_right=False)))

    assert shown == {"Goed antwoord": (Piece(Mark.GONE, "Nee"), Piece(Mark.NEW, "Ja"))}


def test_options_that_changed_places_are_no_other_options():
    assert list(found(options=(NO, YES))) == ["Volgorde van de antwoorden"]


def test_options_that_came_and_went_are_named():
    new = Option(UUID(int=3), "Soms")

    shown = found(options=(NO, new))

    assert shown["Antwoord 2"] == (Piece(Mark.NEW, "Soms"),)
    assert shown["Antwoord dat weg is"] == (Piece(Mark.GONE, "Ja"),)
    assert shown["Uitleg die weg is"] == (Piece(Mark.GONE, "Nooit doen"),)
    assert "Goed antwoord" not in shown


def test_everything_that_a_question_can_hold_is_compared():
    """A part that came later to what a question may hold must not change in silence."""
    full = Draft(
        Kind.SINGLE,
        Construct.KNOWLEDGE,
        "Geeft u de code?",
        (YES, NO),
        *("uitleg", "sms", "Bank", "Hoi mam", 1, "Stel", (Hotspot(1, 2, "Zie"),), "v", "s", "u"),
    )
    option = Option(YES.key, "Jawel", False, "Doen", "j", "d", "bank")

    for field in fields(Draft):
        if (value := getattr(full, field.name)) != getattr(BEFORE, field.name):
            assert found(**{field.name: value}), field.name
    for field in fields(Option):
        if field.name not in {"key", "is_right"}:
            assert found(options=(replace(YES, **{field.name: getattr(option, field.name)}), NO)), field.name


def test_places_on_a_picture_are_numbered():
    (piece,) = found(hotspots=(Hotspot(10, 20, "De afzender"), Hotspot(30, 40, "De link")))["Plekken op het beeld"]

    assert piece.text.splitlines() == [
        "1. De afzender (10% van links, 20% van boven)",
        "2. De link (30% van links, 40% van boven)",
    ]


def test_values_are_said_in_dutch():
    assert found(construct=Construct.ACTION)["Meet"] == (Piece(Mark.GONE, "kennis"), Piece(Mark.NEW, "doen"))
