"""Somebody who gathers all that the public addresses tell, writes down the sums, and solves for what is hidden."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from io import BytesIO
from itertools import product

from openpyxl import load_workbook
from scipy.optimize import linprog

from campagne.sheets.csv_file import read_csv

Cell = tuple[str, str, str, str]
"""Month, table, row and column, each as files call it."""
TOTAL = "totaal"
LINKED = {"bezoeken-gemeente": "bezoeken-doelgroep"}
"""Tables whose totals per column are of the same visits; both tell so in their words."""


@dataclass(frozen=True)
class Bounds:
    """What a number can be; without a highest it can be anything above."""

    low: float
    high: float | None

    @property
    def width(self) -> float:
        return float("inf") if self.high is None else self.high - self.low


UNSEEN = Bounds(0, None)


def everything(client) -> dict[str, bytes]:
    """Every address below /cijfers/ that the sitemap or another of them names, with its content."""
    sitemap = client.get("/sitemap.xml").content.decode()
    to_see, seen = {"/cijfers/", *re.findall(r"https?://[^/<]+(/cijfers/[^<]*)", sitemap)}, {}
    while to_see:
        address = to_see.pop()
        answer = client.get(address)
        assert answer.status_code == 200, address
        seen[address] = answer.content
        if "html" in answer.headers["Content-Type"]:
            found = re.findall(r'href="(/cijfers/[^"#]*)"', answer.content.decode())
            to_see |= set(found) - seen.keys()
    return seen


def known_from(answers: Mapping[str, bytes], *, rounding: int) -> dict[Cell, Bounds]:
    """What is told of each count anywhere: shown in one place is shown."""
    known: dict[Cell, Bounds] = {}
    names: dict[tuple[str, str, str, str], Cell] = {}
    for address, content in answers.items():
        for line in lines_of(address, content):
            cell = (line["maand"], line["tabel"], line["rij"], line["kolom"])
            if line["tabel"] == "gebeurtenis":
                continue
            name = (line["maand"], line["naam van de tabel"], line["naam van de rij"], line["naam van de kolom"])
            names[tuple(map(str.lower, name))] = cell
            if line["aandeel"] in ("", None):
                learn(known, cell, line["aantal"], rounding)
    for address, content in answers.items():
        for name, words in told_on(address, content):
            if (cell := names[name]) in known:
                learn(known, cell, words.replace(".", ""), rounding)
    # A share stands by itself: nothing adds up to it, so no equation has it.
    adding_up = {cell[:2] for cell in known if cell[2] == TOTAL}
    return {cell: bounds for cell, bounds in known.items() if cell[:2] in adding_up}


def learn(known: dict[Cell, Bounds], cell: Cell, told: object, rounding: int) -> None:
    known.setdefault(cell, UNSEEN)
    if str(told).isdigit():
        known[cell] = Bounds(int(told) - rounding // 2, int(told) + rounding // 2)


def lines_of(address: str, content: bytes) -> Iterable[Mapping[str, object]]:
    """The lines of a file with figures; a page has none."""
    if address.endswith(".csv"):
        header, *rows = read_csv(content)
    elif address.endswith(".xlsx"):
        sheet = load_workbook(BytesIO(content)).worksheets[0]
        header, *rows = [["" if cell.value is None else cell.value for cell in row] for row in sheet.iter_rows()]
    elif address.endswith(".json"):
        return json.loads(content)["cijfers"]
    else:
        return []
    return [dict(zip(header, row, strict=True)) for row in rows]


class Tables(HTMLParser):
    """The tables of a page: rows of texts, the caption first."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self._text: list[str] | None = None
        self._skipped = 0

    def handle_starttag(self, tag, attrs) -> None:
        if tag == "table":
            self.tables.append([[]])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("th", "td", "caption") and self.tables:
            self._text = []
        elif tag == "span" and self._text is not None:
            self._skipped += 1

    def handle_endtag(self, tag) -> None:
        if tag in ("th", "td", "caption") and self._text is not None:
            self.tables[-1][-1].append("".join(self._text).strip())
            self._text = None
        elif tag == "span" and self._skipped:
            self._skipped -= 1

    def handle_data(self, data) -> None:
        if self._text is not None and not self._skipped:
            self._text.append(data)


def told_on(address: str, content: bytes) -> Iterable[tuple[tuple[str, ...], str]]:
    """What a page tells in its tables: month, table, row and column as it names them, and the words of the cell."""
    if "." in address:
        return
    page = content.decode()
    months = re.findall(r'href="/cijfers/([0-9-]+)/cijfers\.csv"', page)
    reader = Tables()
    reader.feed(page)
    for (caption, *_), (_, *columns), *rows in reader.tables if months else []:
        for row, *words in rows:
            for column, told in zip(columns, words, strict=True):
                if "officiële" not in caption.lower():
                    yield (months[0], caption.lower(), row.lower(), column.lower().replace("aandeel", "")), told


def equations_of(cells: Iterable[Cell]) -> list[dict[Cell, int]]:
    """What must add up to 0: the cells of each row and column less their total, and totals that are the same."""
    known = set(cells)
    sums = []
    for month, table in sorted({cell[:2] for cell in known}):
        rows, columns = ({cell[place] for cell in known if cell[:2] == (month, table)} for place in (2, 3))
        assert TOTAL in rows & columns, f"{table} has no totals, and would be no table of counts"
        sums += [{(month, table, row, column): 1 - 2 * (column == TOTAL) for column in columns} for row in rows]
        sums += [{(month, table, row, column): 1 - 2 * (row == TOTAL) for row in rows} for column in columns]
        if same := LINKED.get(table):
            sums += [{(month, table, TOTAL, one): 1, (month, same, TOTAL, one): -1} for one in columns]
    return [one for one in sums if one.keys() <= known]


class Solver:
    """All equations at once, of every table and every month."""

    def __init__(self, known: Mapping[Cell, Bounds]) -> None:
        self._places = {cell: number for number, cell in enumerate(known)}
        self._bounds = [(max(0, one.low), one.high) for one in known.values()]
        equations = equations_of(known)
        self._sums = [[0] * len(known) for _ in equations]
        for line, equation in zip(self._sums, equations, strict=True):
            for cell, sign in equation.items():
                line[self._places[cell]] = sign

    def bounds(self, target: Cell) -> Bounds:
        aim = [0.0] * len(self._bounds)
        aim[self._places[target]] = 1.0
        low = linprog(aim, A_eq=self._sums, b_eq=[0] * len(self._sums), bounds=self._bounds)
        high = linprog([-one for one in aim], A_eq=self._sums, b_eq=[0] * len(self._sums), bounds=self._bounds)
        assert (low.status, high.status) in ((0, 0), (0, 3)), "what is told contradicts itself"
        return Bounds(low.fun, None if high.status == 3 else -high.fun)


def planted(counts: list[list[int]], hidden_under: int) -> dict[Cell, Bounds]:
    """A table with totals in which only what is small is hidden, exact and whole."""
    table = {(str(r), str(c)): count for r, row in enumerate(counts) for c, count in enumerate(row)}
    rows, columns = [str(r) for r in range(len(counts))], [str(c) for c in range(len(counts[0]))]
    for r in rows:
        table[r, TOTAL] = sum(table[r, c] for c in columns)
    for c in [*columns, TOTAL]:
        table[TOTAL, c] = sum(table[r, c] for r in rows)
    return {
        ("2027-02", "plant", *place): UNSEEN if table[place] < hidden_under else Bounds(table[place], table[place])
        for place in product([*rows, TOTAL], [*columns, TOTAL])
    }
