"""HTML from another program as plain text: paragraphs stay, nothing can run, and what is lost is named."""

import re
from html.parser import HTMLParser

from campagne.quiz.exchange.item import clean, shortened

PARAGRAPHS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "table",
        "blockquote",
        "pre",
        "section",
        "article",
        "header",
        "footer",
        "figure",
        "dl",
        "hr",
    ]
)
LINES = frozenset(["br", "tr", "dt", "dd"])
UNSEEN = frozenset(["script", "style", "head", "template", "noscript"])
EMBEDDED = frozenset(["audio", "video", "iframe", "object", "embed", "svg", "canvas", "math"])
LONGEST = 100_000
LOOKS_LIKE_HTML = re.compile(r"<[a-zA-Z/!][^<>]{0,1000}>|&(?:[a-zA-Z]{2,10}|#\d{1,7});")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.lost: dict[str, None] = {}
        self.unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag in UNSEEN:
            self.unseen.append(tag)
            self.lost["Een script of opmaak in de tekst gaat niet mee."] = None
        elif tag == "img":
            about = shortened(said.get("alt") or "")
            self.lost[f"Een beeld gaat niet mee{f' (‘{about}’)' if about else ''}. Voeg het zelf toe."] = None
        elif tag in EMBEDDED:
            self.lost["Geluid, film of iets anders in de tekst gaat niet mee."] = None
        elif tag == "a" and said.get("href"):
            self.lost[f"De tekst van een link blijft, de link niet ({shortened(said['href'] or '')})."] = None
        elif tag == "table":
            self.lost["Een tabel wordt gewone tekst."] = None
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.unseen:
            del self.unseen[self.unseen.index(tag) :]
        if tag not in LINES:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(re.sub(r"\s+", " ", data))

    def _break(self, tag: str) -> None:
        if tag in PARAGRAPHS:
            self.pieces.append("\n\n")
        elif tag in LINES:
            self.pieces.append("\n")
        elif tag in {"td", "th"}:
            self.pieces.append(" ")
        elif tag == "li":
            self.pieces.append("\n- ")


def text_from_html(html: str) -> tuple[str, tuple[str, ...]]:
    """Return the text that a reader would see, and what could not be carried."""
    reader = _Reader()
    reader.feed(html[:LONGEST])
    reader.close()
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
