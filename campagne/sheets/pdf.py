"""HTML to a tagged PDF (PDF/UA-1), on A4 with page numbers: the one way to print.

Nothing is fetched but what the caller hands over, and never from another site or from the disk.
WeasyPrint is loaded when the first page is made: a site that has no Pango starts, and only cannot print.
"""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

A4 = """
@page {
  size: A4; margin: 16mm 16mm 20mm;
  font: 9pt "Liberation Sans", Arial, sans-serif;
  @bottom-left { content: string(foot); width: 155mm }
  @bottom-right { content: counter(page) " / " counter(pages); width: 20mm }
}
body { string-set: foot attr(data-foot) }
"""
"""On every page its number, and at the bottom what `<body data-foot="…">` says."""
SITE = "https://site.invalid"
WITHOUT_PANGO = (
    "Printen kan nu niet: op deze computer ontbreekt Pango.",
    "Verwacht: libpango-1.0-0, libpangoft2-1.0-0 en libharfbuzz-subset0.",
    "Debian: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. Begin de site daarna opnieuw.",
)
_one_at_a_time = threading.Lock()


class CannotPrint(Exception):
    """Something is missing on this computer; three Dutch sentences: what, what is expected, what to do."""


@dataclass(frozen=True)
class File:
    """A picture or stylesheet of our own."""

    content: bytes
    mime_type: str


Fetch = Callable[[str], File | None]
"""Gives what is at a path of our own site ("/media/…"); None for what may not be in print."""


def nothing(path: str) -> File | None:
    return None


def pdf_of(
    html: str, *, paper: str = A4, stylesheets: Iterable[str] = (), fetch: Fetch = nothing, site: str = SITE
) -> bytes:
    """Return a tagged PDF of a whole HTML document; the same HTML gives the same bytes.

    `paper` is the stylesheet of its pages; "" for a document that brings its own.
    `site` is our own address: a link to a path leads there, and only what is there is asked from `fetch`.
    A picture that may not be fetched is left out, with its text in its place. Raises CannotPrint if Pango is
    missing, and ValueError if the document has no language or no title, which a screen reader needs.
    """
    weasyprint = renderer()
    fetcher = _fetcher(weasyprint, fetch, site)
    with _one_at_a_time:
        document = weasyprint.HTML(string=html, base_url=f"{site}/", url_fetcher=fetcher).render(
            stylesheets=[weasyprint.CSS(string=sheet, url_fetcher=fetcher) for sheet in (paper, *stylesheets)],
            pdf_variant="pdf/ua-1",
        )
        if not document.metadata.title or not document.metadata.lang:
            raise ValueError("a document without a title or a language; expected <html lang> and <title>")
        content: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return content


def renderer() -> Any:
    """WeasyPrint, imported when it is needed. Raises CannotPrint if Pango is missing."""
    from PIL import ImageFile

    takes_halves = ImageFile.LOAD_TRUNCATED_IMAGES
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        raise CannotPrint(*WITHOUT_PANGO) from error
    finally:
        # WeasyPrint lets the whole process take half a picture for a whole one, also one that an editor uploads.
        ImageFile.LOAD_TRUNCATED_IMAGES = takes_halves
    return weasyprint


def _fetcher(weasyprint: Any, fetch: Fetch, site: str) -> Any:
    """A fetcher that knows our own paths only. What it raises, WeasyPrint catches: it goes on without that file."""

    class Ours(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:
            asked, own = urlsplit(url), urlsplit(site)
            found = fetch(asked.path) if (asked.scheme, asked.netloc) == (own.scheme, own.netloc) else None
            if found is None:
                raise ValueError(f"{url!r} is not put in print; expected a picture or a stylesheet of our own site")
            return weasyprint.urls.URLFetcherResponse(url, found.content, {"Content-Type": found.mime_type})

    return Ours()
