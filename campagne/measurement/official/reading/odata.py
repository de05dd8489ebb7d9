"""Numbers out of OData: version 3, a row with a number per column, and version 4, a row per number.

The numbers and the titles of their columns are separate documents; they are read together. Without titles a column
is only a key, and keys change with every edition, so then nothing is taken.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from campagne.measurement.official.reading.cells import Found, margin_of
from campagne.measurement.official.reading.documents import Document, text_of
from campagne.measurement.official.reading.joining import Remarks
from campagne.measurement.official.reading.known import Known, KnownIndicator, plain
from campagne.measurement.official.reading.numbers import POINT
from campagne.measurement.official.reading.tables import ROLES, Role, unknown_column

DEEPEST = 10
MEASURE_GROUPS, UNNAMED = "MeasureGroups", "document"
LATER_PAGES = "Dit is een deel van een tabel: er hoort nog een bestand bij. Haal ook het vervolg op."
NO_TITLES = "De kolommen hebben alleen een code, en die verandert per uitgave. Lever ook de titels mee: "
NO_TITLES_3, NO_TITLES_4 = NO_TITLES + "DataProperties.", NO_TITLES + "MeasureCodes."

_RUNNING_NUMBER = re.compile(r"_[0-9]+$")
# How the dimensions of an office are called that have another name in a table.
DIMENSIONS = {"regios": Role.REGION, "wijkenenbuurten": Role.REGION, "perioden": Role.PERIOD, "marges": Role.MARGIN}


@dataclass
class Titles:
    """The titles of columns by key, with what stands above them, and of each dimension the titles of its codes."""

    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    dimensions: dict[str, dict[str, str]] = field(default_factory=dict)

    def of(self, dimension: str, code: str) -> str:
        """The title of a code; of a dimension that no document names, the only title there is for this code."""
        if named := self.dimensions.get(plain(dimension)):
            return named.get(code, "")
        found = {codes[code] for codes in self.dimensions.values() if code in codes}
        return found.pop() if len(found) == 1 else ""


def numbers_in(documents: Sequence[Document], known: Known, skipped: Remarks) -> Iterator[Found]:
    """Yield the numbers of columns that are ours; say which columns are not."""
    titles = _titles(documents)
    for document in documents:
        if document.has_more:
            skipped.add(LATER_PAGES, document.name)
        if document.has("Measure", "Value"):
            yield from _version_4(document, titles, known, skipped)
        elif not document.has("Title"):
            yield from _version_3(document, titles, known, skipped)


def _titles(documents: Sequence[Document]) -> Titles:
    titles = Titles()
    groups: dict[str, Mapping[str, Any]] = {}
    for document in documents:
        if document.has("Id", "Title") and document.subject.startswith((MEASURE_GROUPS, UNNAMED)):
            groups.update({text_of(row.get("Id")): row for row in document.rows})
    for document in documents:
        if document.has("Key", "Title", "Type"):
            titles.columns.update(_properties(document.rows))
        elif document.has("Identifier", "Title", "MeasureGroupId"):
            titles.columns.update(_measures(document.rows, groups))
        elif document.has("Title") and (document.has("Key") or document.has("Identifier")):
            codes = {text_of(row.get("Key", row.get("Identifier"))): text_of(row.get("Title")) for row in document.rows}
            titles.dimensions.setdefault(plain(document.subject), {}).update(codes)
    return titles


def _properties(rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    by_id = {text_of(row.get("ID")): row for row in rows}
    for row in rows:
        if text_of(row.get("Type")).endswith("Topic"):
            yield text_of(row.get("Key")), (*_above(row, by_id, "ParentID"), text_of(row.get("Title")))


def _measures(
    rows: Sequence[Mapping[str, Any]], groups: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in rows:
        group = groups.get(text_of(row.get("MeasureGroupId")))
        above = () if group is None else (*_above(group, groups, "ParentId"), text_of(group.get("Title")))
        yield text_of(row.get("Identifier")), (*above, text_of(row.get("Title")))


def _above(row: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]], parent: str) -> tuple[str, ...]:
    """The titles above, from the outside in; groups that stand in each other end somewhere."""
    titles: list[str] = []
    while (upper := by_id.get(text_of(row.get(parent)))) is not None and upper is not row and len(titles) < DEEPEST:
        titles.insert(0, text_of(upper.get("Title")))
        row = upper
    return tuple(titles)


def _version_3(document: Document, titles: Titles, known: Known, skipped: Remarks) -> Iterator[Found]:
    for number, row in enumerate(document.rows, start=1):
        measures = [key for key in row if key in titles.columns or _RUNNING_NUMBER.search(key)]
        dimensions = {key: text_of(row[key]) for key in row if key not in measures and plain(key) != "id"}
        for key in measures:
            if not titles.columns:
                skipped.add(NO_TITLES_3, key)
                continue
            path = titles.columns.get(key, (key,))
            yield from _found(document, number, path, dimensions, row[key], titles, known, skipped)


def _version_4(document: Document, titles: Titles, known: Known, skipped: Remarks) -> Iterator[Found]:
    not_dimensions = {"Id", "Measure", "ValueAttribute", "Value", "StringValue"}
    for number, row in enumerate(document.rows, start=1):
        measure = text_of(row.get("Measure"))
        if not titles.columns:
            skipped.add(NO_TITLES_4, measure)
            continue
        dimensions = {key: text_of(row[key]) for key in row if key not in not_dimensions}
        path = titles.columns.get(measure, (measure,))
        yield from _found(document, number, path, dimensions, row.get("Value"), titles, known, skipped)


def _found(
    document: Document,
    number: int,
    path: Sequence[str],
    dimensions: Mapping[str, str],
    value: Any,
    titles: Titles,
    known: Known,
    skipped: Remarks,
) -> Iterator[Found]:
    where = f"{document.name}, rij {number}"
    of_role = {role: name for name in dimensions if (role := _role(name)) is not None}
    about = [titles.of(name, code) or code for name, code in dimensions.items() if _role(name) is None]
    indicator = _indicator(known, [told for told in about if not plain(told).startswith("totaal")], path)
    margin = margin_of(dimensions.get(of_role.get(Role.MARGIN, ""), ""))
    if indicator is None:
        skipped.add(unknown_column(" > ".join([*about, *path])), where)
    elif margin is None:
        skipped.add(f"De marge ‘{dimensions[of_role[Role.MARGIN]][:60]}’ kennen we niet.", where)
    elif not {Role.REGION, Role.PERIOD} <= of_role.keys():
        skipped.add("Bij dit getal staat geen gebied of geen periode.", where)
    else:
        region, period = (dimensions[of_role[role]] for role in (Role.REGION, Role.PERIOD))
        yield Found(
            where=where,
            indicator=indicator,
            region=titles.of(of_role[Role.REGION], region),
            region_code=region,
            period=period,
            text=None if value is None else text_of(value),
            decimal_sign=POINT,
            margin=margin,
            table=document.table,
        )


def _role(dimension: str) -> Role | None:
    return DIMENSIONS.get(plain(dimension)) or ROLES.get(plain(dimension))


def _indicator(known: Known, about: Sequence[str], path: Sequence[str]) -> KnownIndicator | None:
    return known.by_path.get(tuple(map(plain, [*about, *path])))
