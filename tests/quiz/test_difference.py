"""A difference is shown part by part, and an option is itself wherever it stands."""

from dataclasses import replace
from uuid import UUID

import pytest

from campagne.quiz.difference import differences
from campagne.quiz.draft import Draft, Option
from campagne.quiz.scoring import Construct, Kind
from campagne.quiz.wording import Mark, Piece

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


def test_values_are_said_in_dutch():
    assert found(construct=Construct.ACTION)["Meet"] == (Piece(Mark.GONE, "kennis"), Piece(Mark.NEW, "doen"))
