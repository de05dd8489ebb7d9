"""The codebook of the public figures: what each column of the files holds, for people and for programs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from campagne.figures.disclosure import Thresholds
from campagne.figures.protection import ROUNDED_TO
from campagne.measurement.public.tables import TABLES
from campagne.sheets.cells import Cell

TABLE_SCHEMA = "https://specs.frictionlessdata.io/schemas/table-schema.json"


@dataclass(frozen=True)
class Column:
    """One column; `kind` is a type of Table Schema."""

    name: str
    kind: str
    meaning: str


COLUMNS = (
    Column("maand", "yearmonth", "De maand waarover het gaat."),
    Column("trede", "string", "De vraag van de ladder: bereik, aandacht, begrip, voornemen of stap."),
    Column("tabel", "string", "De code van de tabel."),
    Column("naam van de tabel", "string", "Hoe de tabel op de pagina heet."),
    Column("rij", "string", "De code van de rij; ‘totaal’ is de som van de rijen."),
    Column("naam van de rij", "string", "Hoe de rij op de pagina heet."),
    Column("kolom", "string", "De code van de kolom; ‘totaal’ is de som van de kolommen. Leeg: er is één kolom."),
    Column("naam van de kolom", "string", "Hoe de kolom op de pagina heet."),
    Column("staat", "string", "‘getoond’, of waarom niet. Niet getoond is niet 0 en ook niet onbekend."),
    Column("aantal", "integer", f"Het aantal, afgerond op {ROUNDED_TO}. Leeg bij een aandeel."),
    Column("aandeel", "number", "Het aandeel van 0 tot 1, in honderdsten. Leeg bij een aantal."),
    Column("laag", "number", "De ondergrens van het aandeel (95 procent)."),
    Column("hoog", "number", "De bovengrens van het aandeel (95 procent)."),
    Column("van hoeveel", "integer", f"Op hoeveel het aandeel rust, afgerond op {ROUNDED_TO}."),
    Column("eenheid", "string", "Wat er is geteld."),
    Column("hoe we tellen", "string", "De definitie van de maat."),
    Column("wat het niet zegt", "string", "Wat u niet uit dit cijfer mag afleiden."),
    Column("drempel", "string", "Vanaf welk aantal we een cijfer tonen."),
    Column("versie van de maat", "integer", "Cijfers van verschillende versies zijn niet te vergelijken."),
    Column("bron", "string", "Waar het cijfer vandaan komt."),
)
HEADER = tuple(column.name for column in COLUMNS)


def schema() -> dict[str, Any]:
    """The columns as a Table Schema, which programs read."""
    fields = [{"name": each.name, "type": each.kind, "description": each.meaning} for each in COLUMNS]
    return {"$schema": TABLE_SCHEMA, "fields": fields, "missingValues": [""]}


def explained(thresholds: Thresholds) -> Iterator[list[Cell]]:
    """The second sheet of a workbook: each column, each table, and from how many on figures are shown."""
    for column in COLUMNS:
        yield ["kolom", column.name, column.meaning]
    for table in TABLES:
        yield ["tabel", table.code, " ".join(filter(None, [f"{table.name}.", table.measure.definition, table.caveat]))]
    for what, meaning in threshold_words(thresholds):
        yield ["drempel", what, meaning]


def threshold_words(thresholds: Thresholds) -> Iterator[tuple[str, str]]:
    yield "bezoeken en klikken", f"Getoond vanaf {thresholds.public_traffic}."
    persons = f"Getoond vanaf {thresholds.public}, en vanaf {thresholds.public_sessions} lessen."
    yield "personen", f"{persons} Van een gevoelige groep vanaf {thresholds.sensitive_group}."
    yield "aandelen", f"Getoond vanaf {thresholds.percentage}, in lessen ook vanaf {thresholds.public_sessions} lessen."
    yield (
        "niet getoond",
        "Ook een groter aantal wordt niet getoond als iemand er een klein aantal mee kan uitrekenen.",
    )
