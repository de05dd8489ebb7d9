"""The six questions of the ladder for a month that stands, each with one sentence made from its figures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from campagne.figures.disclosure import Shown
from campagne.figures.notation import number
from campagne.figures.protection import TOTAL
from campagne.figures.sentences import counted, in_words
from campagne.figures.verdicts import (
    ATTENTION,
    INTENTION,
    LADDER,
    OUTCOME,
    REACH,
    STEP,
    UNDERSTANDING,
    Rung,
    Verdict,
)
from campagne.measurement.dashboard.answers import OfficialRow
from campagne.measurement.dashboard.official_figures import outcome
from campagne.measurement.official.standing import standings
from campagne.measurement.official.words import period_in_words
from campagne.measurement.public import tables
from campagne.measurement.public.layout import NO_THEME
from campagne.measurement.public.published import PublishedMonth
from campagne.measurement.public.shown import ShownTable, shown_tables

NOT_COUNTED = f"Dit is deze maand niet geteld: {Verdict.NOT_YET_KNOWN}."
Tables = Mapping[str, ShownTable]
"""The tables of a month by their code."""


@dataclass(frozen=True)
class PublicAnswer:
    """What a question gets as an answer: sentences, tables or official figures, and what they do not say."""

    rung: Rung
    sentence: str
    tables: tuple[ShownTable, ...] = ()
    official: tuple[OfficialRow, ...] = ()
    told: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def public_answers(month: PublishedMonth) -> tuple[PublicAnswer, ...]:
    """The six answers. The official figures are those of now, and say themselves of when they are."""
    shown = {table.table.code: table for table in shown_tables(month)}
    return tuple(_official() if rung is OUTCOME else _answer(rung, month, shown) for rung in LADDER)


def _answer(rung: Rung, month: PublishedMonth, shown: Tables) -> PublicAnswer:
    ours = tuple(table for table in shown.values() if table.table.measure.rung is rung)
    sentence, *told = SENTENCES[rung.number](month, shown)
    caveats = dict.fromkeys(table.table.measure.caveat for table in ours)
    return PublicAnswer(rung, sentence, ours, told=tuple(told), notes=tuple(caveats))


def _official() -> PublicAnswer:
    found = outcome(standings())
    return PublicAnswer(OUTCOME, found.sentence, official=found.rows, told=found.told, notes=found.notes)


def _reach(month: PublishedMonth, shown: Tables) -> list[str]:
    when = period_in_words(str(month))
    visits = _total(shown.get(tables.VISITS_OF_GROUPS.code), f"In {when} waren er ongeveer", "bezoeken")
    persons = _total(shown.get(tables.PERSONS.code), "Naar begeleide lessen kwamen ongeveer", "bezoekers van lessen")
    return [visits, f"{persons} Dat zijn personen. We tellen ze niet op bij de bezoeken."]


def _step(month: PublishedMonth, shown: Tables) -> list[str]:
    return [_total(shown.get(tables.CLICKS.code), "Op een meldpunt: ongeveer", "klikken op een meldpunt")]


def _total(table: ShownTable | None, beginning: str, what: str) -> str:
    """Say the sum of a table, or that it is hidden or was not counted."""
    if table is None:
        return f"{what.capitalize()}: {Verdict.NOT_YET_KNOWN}."
    total = table.at(TOTAL, TOTAL)
    if not isinstance(total, Shown):
        return f"{what.capitalize()}: niet getoond, vanwege kleine aantallen."
    return f"{beginning} {counted(total.count, total.kind)}."


def _read(month: PublishedMonth, shown: Tables) -> list[str]:
    table = shown.get(tables.READ.code)
    if table is None:
        return [NOT_COUNTED]
    known = {row.label: table.at(row.key, "") for row in table.layout.rows if row.key != NO_THEME}
    shown = {label: told for label, told in known.items() if isinstance(told, Shown)}
    return [_enough(len(known), len(shown), "thema", "thema's", "weergaven"), *_largest(shown)]


def _right(month: PublishedMonth, shown: Tables) -> list[str]:
    table = shown[tables.RIGHT.code]
    return [_enough(len(table.layout.rows), len(table.lines), "vraag", "vragen", "antwoorden")]


def _chosen(month: PublishedMonth, shown: Tables) -> list[str]:
    table = shown[tables.CHOSEN.code]
    if not table.layout.rows:
        return ["Er is deze maand niets geantwoord op vragen over een voornemen."]
    if not table.lines:
        return ["Bij geen vraag waren er genoeg antwoorden om te tonen."]
    return ["Hieronder staat per vraag wat mensen zeggen te gaan doen."]


def _enough(rows: int, shown: int, one: str, many: str, kind: str) -> str:
    """Say of how many lines there was enough to show."""
    if not rows:
        return f"Er zijn deze maand nog geen {kind}."
    if not shown:
        return f"Bij {_lines(rows, one, many)} waren er te weinig {kind} om te tonen."
    verb = "is" if shown == 1 else "zijn"
    return f"Van {_lines(rows, one, many)} {verb} er {number(shown)} met genoeg {kind} om te tonen."


def _lines(count: int, one: str, many: str) -> str:
    return f"{number(count)} {one if count == 1 else many}"


def _largest(shown: Mapping[str, Shown]) -> list[str]:
    """Say the share that rests on most, as an example of how to read the table."""
    if not shown:
        return []
    label, told = max(shown.items(), key=lambda pair: pair[1].n or 0)
    return [f"{label}, gelezen: {in_words(told)}."]


SENTENCES: Mapping[int, Callable[[PublishedMonth, Tables], list[str]]] = {
    REACH.number: _reach,
    ATTENTION.number: _read,
    UNDERSTANDING.number: _right,
    INTENTION.number: _chosen,
    STEP.number: _step,
}
