"""Numbers out of rows, of CSV or a spreadsheet: where the head is, what each column is, where the foot begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from campagne.measurement.official.reading.cells import Found, margin_of
from campagne.measurement.official.reading.joining import Remarks
from campagne.measurement.official.reading.known import Known, KnownIndicator, Path, plain
from campagne.measurement.official.reading.numbers import NotANumber, decimal_sign_of, looks_like_a_number
from campagne.sheets.unreadable import Unreadable

Row = Sequence[str]
ROWS_BEFORE_THE_HEAD = 30
SMALLEST_TABLE = 2
UNITS = frozenset({"%", "aantal", "abs.", "absoluut"})


class Role(Enum):
    """What a column is for; the others hold numbers, or say what their row is about."""

    REGION = auto()
    PERIOD = auto()
    MARGIN = auto()
    TABLE = auto()
    SOURCE = auto()
    NOTE = auto()
    NUMBER = auto()


NAMES = {
    Role.REGION: {"regio", "regios", "regio's", "gebied", "gebieden", "wijken en buurten", "wijkenenbuurten"},
    Role.PERIOD: {"periode", "perioden", "jaar", "maand"},
    Role.MARGIN: {"marge", "marges", "betrouwbaarheidsmarges", "betrouwbaarheidsinterval"},
    Role.TABLE: {"tabel"},
    Role.SOURCE: {"bron"},
    Role.NOTE: {"opmerking", "opmerkingen"},
    Role.NUMBER: {"id"},
}
ROLES = {name: role for role, names in NAMES.items() for name in names}


@dataclass(frozen=True)
class Head:
    """Where the head stands, and of each column its role or its titles."""

    row: int
    roles: dict[Role, int]
    paths: dict[int, Path]
    titles: dict[int, str]


@dataclass
class Sheet:
    """A table with its head found. `subjects` are the columns that say what a row is about."""

    rows: Sequence[Row]
    head: Head
    subjects: tuple[int, ...] = ()
    measures: tuple[int, ...] = ()
    data: list[tuple[int, Row]] = field(default_factory=list)


def numbers_in(
    rows: Sequence[Row], known: Known, skipped: Remarks, wrong: Remarks, *, usual_sign: str
) -> Iterator[Found]:
    """Yield the numbers of columns that are ours; say which columns are not. Raises Unreadable without a head."""
    sheet = _sheet(rows, wrong)
    try:
        sign = decimal_sign_of((_at(row, n) for _, row in sheet.data for n in sheet.measures), usual_sign)
    except NotANumber as error:
        advice = "Bewaar de tabel opnieuw met één soort decimaalteken."
        raise Unreadable(str(error), "Verwacht: overal hetzelfde teken.", advice) from error
    for number, row in sheet.data:
        yield from _of_row(sheet, number, row, sign, known, skipped)


def _sheet(rows: Sequence[Row], wrong: Remarks) -> Sheet:
    head = _head(rows)
    sheet = Sheet(rows, head)
    for number, row in enumerate(rows[head.row + 1 :], start=head.row + 2):
        if _is_foot(row):
            continue
        if _at(row, head.roles[Role.REGION]) and _at(row, head.roles[Role.PERIOD]):
            sheet.data.append((number, row))
        elif not _is_units(row):
            wrong.add("Een rij zonder gebied of zonder periode. Vul beide in op elke rij.", f"rij {number}")
        if any(_at(row, n) for n in range(len(rows[head.row]), len(row))):
            wrong.add("Een rij heeft meer cellen dan de kop. Staat er een komma te veel?", f"rij {number}")
    subjects = tuple(n for n in head.paths if _says_what(sheet, n))
    sheet.subjects, sheet.measures = subjects, tuple(n for n in head.paths if n not in subjects)
    return sheet


def _head(rows: Sequence[Row]) -> Head:
    for at, row in enumerate(rows[:ROWS_BEFORE_THE_HEAD]):
        roles = {ROLES[plain(cell)]: n for n, cell in reversed(list(enumerate(row))) if plain(cell) in ROLES}
        if {Role.REGION, Role.PERIOD} <= roles.keys():
            taken = {n for n, cell in enumerate(row) if plain(cell) in ROLES}
            above = _rows_above(rows, at, taken)
            titles = {n: _titles(above, row, n) for n in range(len(row)) if n not in taken}
            named = {n: parts for n, parts in titles.items() if parts}
            paths = {n: tuple(map(plain, parts)) for n, parts in named.items()}
            return Head(at, roles, paths, {n: " > ".join(parts) for n, parts in named.items()})
    raise Unreadable(
        "In deze tabel is geen rij met een kolom voor het gebied en een kolom voor de periode.",
        "Verwacht: koppen zoals ‘Regio's’ en ‘Perioden’, en elk cijfer in een eigen kolom.",
        "Zet in StatLine gebieden en perioden in de rijen en de onderwerpen in de kolommen. Download opnieuw.",
    )


def _rows_above(rows: Sequence[Row], at: int, taken: set[int]) -> list[Row]:
    """The rows of titles right above the head, from the outside in, each title going on over the blanks behind it."""
    above: list[Row] = []
    for row in reversed(rows[:at]):
        first = [plain(_at(row, n)) for n in taken]
        if len(row) < SMALLEST_TABLE or any(cell not in {"", "onderwerp", "onderwerpen"} for cell in first):
            break
        filled, last = [], ""
        for n, cell in enumerate(row):
            last = "" if n in taken else cell.strip() or last
            filled.append(last)
        above.insert(0, filled)
    return above


def _titles(above: Sequence[Row], head: Row, n: int) -> list[str]:
    """The titles of a column without a unit that stands alone, each said once."""
    titles: list[str] = []
    for cell in [*(_at(row, n) for row in above), _at(head, n)]:
        if cell and plain(cell) not in UNITS and (not titles or titles[-1] != cell):
            titles.append(cell)
    return titles


def _says_what(sheet: Sheet, n: int) -> bool:
    """Whether a column holds words in every row, so that it says what the row is about."""
    cells = [_at(row, n) for _, row in sheet.data]
    filled = [cell for cell in cells if cell]
    return bool(filled) and not any(looks_like_a_number(cell) for cell in filled) and all(_is_words(c) for c in filled)


def _is_words(cell: str) -> bool:
    return cell[0].isalpha() or cell[0] in "'‘("


def _of_row(sheet: Sheet, number: int, row: Row, sign: str, known: Known, skipped: Remarks) -> Iterator[Found]:
    roles, where = sheet.head.roles, f"rij {number}"
    margin = margin_of(_of(row, roles, Role.MARGIN))
    if margin is None:
        skipped.add(f"De marge ‘{_of(row, roles, Role.MARGIN)[:60]}’ kennen we niet.", where)
        return
    about = [_at(row, n) for n in sheet.subjects if _at(row, n) and not plain(_at(row, n)).startswith("totaal")]
    for n in sheet.measures:
        indicator = _indicator(known, sheet, about, n, skipped, where)
        if indicator is not None:
            yield Found(
                where=where,
                indicator=indicator,
                region=_of(row, roles, Role.REGION),
                period=_of(row, roles, Role.PERIOD),
                text=_at(row, n),
                decimal_sign=sign,
                margin=margin,
                table=_of(row, roles, Role.TABLE),
                source_url=_of(row, roles, Role.SOURCE),
                note=_of(row, roles, Role.NOTE),
            )


def _indicator(
    known: Known, sheet: Sheet, about: Sequence[str], n: int, skipped: Remarks, where: str
) -> KnownIndicator | None:
    path = (*map(plain, about), *sheet.head.paths[n])
    indicator = known.by_path.get(path)
    if indicator is None:
        skipped.add(unknown_column(" > ".join([*about, sheet.head.titles[n]])), where)
    return indicator


def unknown_column(title: str) -> str:
    return (
        f"De kolom ‘{title[:120]}’ hoort bij geen van onze indicatoren. Klopt dat niet? Zet haar naam bij de indicator."
    )


def _is_foot(row: Row) -> bool:
    """A source or a note below the table: one cell at most, so nothing that could be a figure of an area."""
    return len([cell for cell in row if cell.strip()]) <= 1


def _is_units(row: Row) -> bool:
    return all(plain(cell) in {"", *UNITS} for cell in row)


def _of(row: Row, roles: dict[Role, int], role: Role) -> str:
    return _at(row, roles[role]) if role in roles else ""


def _at(row: Row, n: int) -> str:
    return row[n].strip() if n < len(row) else ""
