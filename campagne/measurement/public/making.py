"""Make the figures of a table from its questions: ask each, and let the whole table out or hold some of it back."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import product

from campagne.figures.clusters import Cluster
from campagne.figures.disclosure import Figure, Outcome, Thresholds
from campagne.figures.protection import TOTAL, Place, Table, publishable_share, publishable_shares, publishable_tables
from campagne.measurement.public.inputs import Inputs, Query
from campagne.measurement.public.layout import Layout
from campagne.measurement.public.tables import PublicTable

PROTECTION_VERSION = 1
"""Rises when another choice is made of what is hidden or how it is rounded."""


@dataclass(frozen=True)
class Asked:
    """A table and its questions, a question for each cell. Sums have none: they are made of the cells."""

    table: PublicTable
    layout: Layout
    queries: Mapping[Place, Query]


@dataclass(frozen=True)
class Made:
    """One figure as everybody may see it, and what it was made from; `query` of a sum says of what."""

    table: PublicTable
    place: Place
    outcome: Outcome
    query: Query
    inputs_hash: str


def asked(table: PublicTable, layout: Layout) -> Asked:
    """Write down the question of each cell."""
    queries = {
        (row.key, column.key): {"source": table.source, "where": {**row.where, **column.where}}
        for row, column in product(layout.rows, layout.columns)
    }
    return Asked(table, layout, queries)


def make(linked: list[Asked], inputs: Inputs, thresholds: Thresholds) -> list[list[Made]]:
    """Make one table, or two that must be protected together; the figures of each in the order of its lines."""
    figures = [{place: inputs.figure(query) for place, query in each.queries.items()} for each in linked]
    if linked[0].table.has_totals:
        tables = [_table(each, told) for each, told in zip(linked, figures, strict=True)]
        outcomes = publishable_tables(tables, thresholds=thresholds)
        figures = [{place: table.at(*place) for place in told} for table, told in zip(tables, outcomes, strict=True)]
    else:
        outcomes = [_shares(each, told, thresholds) for each, told in zip(linked, figures, strict=True)]
    return [
        [_made(each, place, told[place], shown[place]) for place in _in_order(each)]
        for each, told, shown in zip(linked, figures, outcomes, strict=True)
    ]


def hashed(query: Query, figure: Figure) -> str:
    """The fingerprint of a question and all that its answer was made from. Never public: a small number is guessed."""
    made_from = [query, figure.count, figure.n, figure.sessions, sorted(map(_pair, figure.clusters))]
    return sha256(json.dumps(made_from, sort_keys=True).encode()).hexdigest()


def _pair(cluster: Cluster) -> list[int]:
    return [cluster.successes, cluster.trials]


def _table(each: Asked, figures: Mapping[Place, Figure]) -> Table:
    rows, columns = each.layout.rows, each.layout.columns
    return Table(
        tuple(row.key for row in rows),
        tuple(column.key for column in columns),
        figures,
        each.table.kind,
        frozenset(row.key for row in rows if row.is_sensitive),
    )


def _shares(each: Asked, figures: Mapping[Place, Figure], thresholds: Thresholds) -> dict[Place, Outcome]:
    if not each.table.is_item:
        return {place: publishable_share(figure, thresholds=thresholds) for place, figure in figures.items()}
    items: dict[str, list[Place]] = {}
    for place in figures:
        where = each.queries[place]["where"]
        items.setdefault(json.dumps([where["version"], where["way"]]), []).append(place)
    outcomes: dict[Place, Outcome] = {}
    for places in items.values():
        told = publishable_shares([figures[place] for place in places], thresholds=thresholds)
        outcomes.update(zip(places, told, strict=True))
    return outcomes


def _in_order(each: Asked) -> Iterator[Place]:
    rows, columns = ([line.key for line in lines] for lines in (each.layout.rows, each.layout.columns))
    sums = [TOTAL] if each.table.has_totals else []
    return product([*rows, *sums], [*columns, *sums])


def _made(each: Asked, place: Place, figure: Figure, outcome: Outcome) -> Made:
    query = each.queries.get(place) or {"source": "sum", "table": each.table.code, "row": place[0], "column": place[1]}
    return Made(each.table, place, outcome, query, hashed(query, figure))


def rules_of(thresholds: Thresholds) -> dict[str, object]:
    """The versions and numbers by which figures are let out, to be kept with the month."""
    return {"protection": PROTECTION_VERSION, "thresholds": asdict(thresholds)}
