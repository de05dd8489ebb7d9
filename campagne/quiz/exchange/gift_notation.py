"""The marks of GIFT, and how a text that holds them is written and read.

`hide` puts something in place of every escaped mark that no clean text can hold, so that what is left is a mark.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from campagne.quiz.exchange.html_text import text_in
from campagne.quiz.exchange.item import clean_line
from campagne.sheets.cells import printable

ESCAPED = "~=#{}:n\\"
MEANT = "~=#{}:\n\\"
HIDDEN = "\x01\x02\x03\x04\x05\x06\x07\x08"
FORMATS = ("moodle", "html", "plain", "markdown")
COMMENT, CATEGORY, NAME = "//", "$CATEGORY:", "::"

_ESCAPE = re.compile(r"\\([~=#{}:n\\])")
_MARK = re.compile(r"[~=#{}:\\]")
_FORMAT = re.compile(rf"\[({'|'.join(FORMATS)})\]")
_TAG = re.compile(r"\[tag:([^\]]+)\]")


@dataclass
class Part:
    """The lines of one question, from the line where it begins, without its comments."""

    number: int
    category: str = ""
    lines: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return hide("\n".join(self.lines)).strip()


def escaped(text: str) -> str:
    """Write a text so that it holds no mark and stays on one line."""
    return _MARK.sub(r"\\\g<0>", text).replace("\n", r"\n")


def escaped_part(text: str) -> str:
    """Write a text within a question; one that begins like a format or a comment says that it is plain."""
    return escaped(f"[plain]{text}" if text.startswith(("[", COMMENT)) else text)


def hide(text: str) -> str:
    return _ESCAPE.sub(lambda found: HIDDEN[ESCAPED.index(found[1])], text)


def seen(text: str) -> str:
    return text.translate(str.maketrans(HIDDEN, MEANT))


def read_text(written: str, text_format: str) -> tuple[str, tuple[str, ...], str]:
    """Read a text with its own format before it, or else this one; give what was lost and which format it was."""
    written = written.strip()
    if own := _FORMAT.match(written):
        text_format, written = own[1], written[own.end() :]
    text, lost = text_in(seen(written), text_format)
    return text, lost, text_format


def parts_of(text: str) -> Iterator[Part]:
    """Divide a file at its blank lines, one question each; categories go with the questions below them."""
    category, part = "", Part(0)
    for number, written in enumerate([*printable(text).split("\n"), ""], start=1):
        line = written.strip()
        if line.startswith(COMMENT):
            part.tags += map(clean_line, _TAG.findall(line))
        elif line.startswith(CATEGORY) and not part.lines:
            category = clean_line(line.removeprefix(CATEGORY))
        elif line:
            if not part.lines:
                part.number, part.category = number, category
            part.lines.append(line)
            part.numbers.append(number)
        elif part.lines:
            yield part
            part = Part(0)
