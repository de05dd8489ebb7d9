"""Order and file of the report, without a database."""

from datetime import date

import pytest

from campagne.content.coaching.columns import BY_NAME, HEADER, exported, in_order
from campagne.content.coaching.reading import Reading
from campagne.content.coaching.rows import Row
from campagne.language.norms import Level
from campagne.language.readability import Counted
from campagne.language.signals import Kind, Signal

pytestmark = pytest.mark.once


def row(title: str, words: int = 10, kinds: tuple[Kind, ...] = (), **more) -> Row:
    signals = tuple(Signal(kind, f"woord{place}", 0, "", "") for place, kind in enumerate(kinds))
    own = Counted(sentences=1, words=words, syllables=words) if words else Counted()
    fields = {"place": "Stein", "is_draft": False, "may_edit": True, "stale_since": None, "tested_with": ""}
    reading = Reading(more.pop("level", Level.PLAIN), own, more.pop("easy", None), signals)
    return Row(pk=1, title=title, reading=reading, tested_on=None, **{**fields, **more})


def titles(rows) -> str:
    return " ".join(row.title for row in rows)


def test_what_asks_for_attention_comes_first_and_unknown_last():
    rows = [row("leeg", 0), row("kort", 5), row("lang", 30), row("makkelijk", 14, level=Level.EASY)]

    assert titles(in_order(rows, "zinnen")) == "lang makkelijk kort leeg"
    assert titles(in_order(rows, "zinnen", backwards=True)) == "kort makkelijk lang leeg"


def test_an_unknown_order_is_the_first_one_and_equals_go_by_title():
    rows = [row("b"), row("A"), row("c", kinds=(Kind.LONG,))]

    assert titles(in_order(rows, "onzin")) == titles(in_order(rows, "lang")) == "c A b"


def test_stale_easy_texts_come_before_those_in_step_and_pages_without():
    some = Counted(1, 5, 5)
    rows = [row("zonder"), row("bij", easy=some), row("oud", easy=some, stale_since=date(2026, 11, 2))]

    ordered = in_order(rows, "bij")

    assert titles(ordered) == "oud bij zonder"
    assert [BY_NAME["bij"].shown(row) for row in ordered] == ["bron gewijzigd op 02-11-2026", "bij", "geen"]


def test_not_tested_is_said_and_is_no_empty_cell():
    shown = BY_NAME["getest"].shown

    assert shown(row("a")) == "nog niet getest"
    assert shown(row("a", tested_with="taalgroep Stein")) == "met taalgroep Stein"


def test_a_difficult_word_is_named_once():
    signals = tuple(Signal(Kind.WORD, found, 0, "", "") for found in ("Indien", "indien", "reeds"))
    page = row("a")

    assert Row(**{**page.__dict__, "reading": Reading(Level.PLAIN, Counted(), None, signals)}).hard_words == [
        "indien",
        "reeds",
    ]


def test_a_line_of_the_file_is_as_long_as_its_header():
    assert len(exported(row("leeg", 0))) == len(exported(row("a", easy=Counted(1, 3, 4)))) == len(HEADER)
