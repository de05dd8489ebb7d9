"""A sheet as a PDF, from the HTML that a browser prints: made once, kept until its HTML changes."""

from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils.cache import get_conditional_response

from campagne.content.printing.paper import Paper
from campagne.media.own_files import own_file, print_style
from campagne.serving.intake.refusals import Refusal, refuse
from campagne.sheets.kept import Busy, Kept, key_of
from campagne.sheets.pdf import CannotPrint, File, pdf_of

SECONDS_TO_KEEP = 300
INSTEAD = "Ga terug en print de pagina vanuit uw browser: die is hetzelfde."
NOT_HERE = Refusal(503, "Een PDF maken kan op deze site nu niet", INSTEAD)
BUSY = Refusal(503, "Het is druk bij de printer", f"Probeer het over een halve minuut nog een keer. {INSTEAD}")
RETRY_AFTER = "30"


@cache
def _kept(folder: Path) -> Kept:
    return Kept(folder)


def pdf_response(request: HttpRequest, html: str, paper: Paper, name: str) -> HttpResponse:
    """Answer with the PDF of a sheet; 503 with the way to print without it where it cannot be made."""
    key = key_of(html, *map(print_style, paper.stylesheets), version("weasyprint"))
    try:
        content = _kept(settings.DATA_DIR / "printed").get(f"{key}.pdf", lambda: made(html, paper))
    except CannotPrint:
        return refuse(request, NOT_HERE)
    except Busy:
        refusal = refuse(request, BUSY)
        refusal.headers["Retry-After"] = RETRY_AFTER
        return refusal
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response.headers["Cache-Control"] = f"public, max-age={SECONDS_TO_KEEP}"
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["ETag"] = f'"{key}"'
    return get_conditional_response(request, etag=response.headers["ETag"], response=response) or response


class Styled(Protocol):
    """Paper that names the stylesheets of its pages."""

    @property
    def stylesheets(self) -> tuple[str, ...]: ...


def made(html: str, paper: Styled) -> bytes:
    """Make the PDF. Raises CannotPrint if Pango is missing."""

    def fetch(path: str) -> File | None:
        styles = {static(name): name for name in paper.stylesheets}
        return File(print_style(styles[path]).encode(), "text/css") if path in styles else own_file(path)

    return pdf_of(html, paper="", fetch=fetch, site=settings.SITE_URL)
