"""A text of titles, paragraphs, lists and tables, that can be shown as a page and written as Markdown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

GAP = re.compile(r"\[in te vullen door de gemeente: [^\]]*\]")


def to_fill_in(what: str) -> str:
    """What only the municipality can know, as everybody who reads or searches the text finds it."""
    return f"[in te vullen door de gemeente: {what}]"


@dataclass(frozen=True)
class Points:
    """A list of sentences."""

    items: Sequence[str]


@dataclass(frozen=True)
class Rows:
    """A table with a head above each column; the first column names the row."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


Part = str | Points | Rows
"""A string is a paragraph."""


@dataclass(frozen=True)
class Section:
    """A part of the text with its own title."""

    title: str
    parts: Sequence[Part]


@dataclass(frozen=True)
class Document:
    """A whole text; `name` is what its file is called."""

    name: str
    title: str
    sections: Sequence[Section]

    @property
    def gaps(self) -> list[str]:
        """Everything that is still to be filled in, in order."""
        return GAP.findall("\n".join(_lines(self)))


def as_markdown(document: Document) -> str:
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield f"# {document.title}"
    for section in document.sections:
        yield from ("", f"## {section.title}")
        for part in section.parts:
            yield ""
            yield from _of_part(part)


def _of_part(part: Part) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Points):
        yield from (f"- {item}" for item in part.items)
    else:
        yield from (_row(row) for row in (part.heads, ["---"] * len(part.heads), *part.rows))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
