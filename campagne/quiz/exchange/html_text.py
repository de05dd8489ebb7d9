"""HTML from another program as plain text: paragraphs stay, nothing can run, and what is lost is named."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from campagne.quiz.exchange.item import clean, shortened

PARAGRAPHS = frozenset(
    [
        *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol"),
        *("table", "blockquote", "pre", "section", "article", "header", "footer", "figure", "dl", "hr"),
    ]
)
LINES = {"br": "\n", "tr": "\n", "dt": "\n", "dd": "\n", "li": "\n- "}
UNSEEN = frozenset(["script", "style", "head", "template", "noscript"])
EMBEDDED = frozenset(["audio", "video", "iframe", "object", "embed", "svg", "canvas", "math"])
LONGEST = 100_000
LOOKS_LIKE_HTML = re.compile(r"<[a-zA-Z/!][^<>]{0,1000}>|&(?:[a-zA-Z]{2,10}|#\d{1,7});")


# Read by hand: the parser of the library takes minutes for a text of brackets that never close.
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,30})([^<>]{0,4000})>|<[!?][^<>]{0,4000}>")
_ATTRIBUTE = re.compile(r"""\b(alt|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))""", re.IGNORECASE)


@dataclass
class _Reader:
    pieces: list[str] = field(default_factory=list)
    lost: dict[str, None] = field(default_factory=dict)
    unseen: str = ""

    def read(self, html: str) -> None:
        at = 0
        for tag in _TAG.finditer(html):
            self.text(html[at : tag.start()])
            self.tag(tag)
            at = tag.end()
        self.text(html[at:])

    def text(self, written: str) -> None:
        if not self.unseen:
            self.pieces.append(re.sub(r"\s+", " ", unescape(written)))

    def tag(self, tag: re.Match[str]) -> None:
        name = (tag[2] or "").lower()
        if self.unseen or name in UNSEEN:
            self._unseen(name, is_end=bool(tag[1]))
        elif not tag[1]:
            self.lost |= dict.fromkeys(_lost_with(name, tag[3] or ""))
            self.pieces.append(_break_at(name) or LINES.get(name, ""))
        else:
            self.pieces.append(_break_at(name))

    def _unseen(self, name: str, *, is_end: bool) -> None:
        """From a script to its end nothing is read."""
        self.lost["Een script of opmaak in de tekst gaat niet mee."] = None
        if not self.unseen and not is_end:
            self.unseen = name
        elif is_end and name == self.unseen:
            self.unseen = ""


def _break_at(name: str) -> str:
    return "\n\n" if name in PARAGRAPHS else " " if name in {"td", "th"} else ""


def _lost_with(name: str, attributes: str) -> Iterator[str]:
    said = {a.lower(): unescape(b or c or d) for a, b, c, d in _ATTRIBUTE.findall(attributes)}
    if name == "img":
        about = shortened(said.get("alt", ""))
        yield f"Een beeld gaat niet mee{f' (‘{about}’)' if about else ''}. Voeg het zelf toe."
    elif name in EMBEDDED:
        yield "Geluid, film of iets anders in de tekst gaat niet mee."
    elif name == "a" and said.get("href"):
        yield f"De tekst van een link blijft, de link niet ({shortened(said['href'])})."
    elif name == "table":
        yield "Een tabel wordt gewone tekst."


def _without_comments(html: str) -> str:
    first, *others = html.split("<!--")
    return first + "".join(each.partition("-->")[2] for each in others)


def text_from_html(html: str) -> tuple[str, tuple[str, ...]]:
    """Return the text that a reader would see, and what could not be carried."""
    reader = _Reader()
    reader.read(_without_comments(html[:LONGEST]))
    lost = list(reader.lost)
    if len(html) > LONGEST:
        lost.append(f"Een tekst is langer dan {LONGEST} tekens; de rest gaat niet mee.")
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in "".join(reader.pieces).split("\n"))
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
    return clean(re.sub(r"\n-\n+(?=\S)", "\n- ", text)), tuple(lost)


def text_in(written: str, text_format: str) -> tuple[str, tuple[str, ...]]:
    """Return a text of one of the formats that Moodle names, as plain text, and what could not be carried."""
    if text_format in {"plain", "plain_text"}:
        return clean(written), ()
    if text_format == "markdown":
        has_marks = re.search(r"[*_`#\[]", written)
        return clean(written), ("Tekens van Markdown blijven als tekst staan.",) if has_marks else ()
    if text_format == "html":
        return text_from_html(written)
    if not LOOKS_LIKE_HTML.search(written):
        return clean(written), ()
    return text_from_html(written.replace("\n", "<br>"))
