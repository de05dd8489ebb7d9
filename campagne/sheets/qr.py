"""QR codes as SVG: crisp in print, dark on light whatever the colours of the page, and with a text alternative."""

from collections.abc import Iterator, Sequence
from html import escape

import segno

QUIET = 4
"""How many modules stay empty around it, or scanners do not find it. Source: ISO/IEC 18004."""


def qr_svg(text: str, title: str) -> str:
    """Return SVG markup of a QR code with error level M; `title` tells what it is for who cannot see it.

    It has no size of its own: a stylesheet gives `.qr` one. Raises ValueError if the text is empty or does not fit.
    """
    if not text:
        raise ValueError("nothing to put in a QR code; expected an address")
    rows = modules(text)
    side = len(rows) + 2 * QUIET
    return (
        f'<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" role="img"'
        f' shape-rendering="crispEdges"><title>{escape(title)}</title>'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{"".join(_runs(rows))}"/></svg>'
    )


def spoken(address: str) -> str:
    """An address as people read and type it, below a code: without https:// and the last slash."""
    return address.split("://", 1)[-1].rstrip("/")


def modules(text: str) -> list[list[bool]]:
    """The modules of the code, row by row, True where it is dark; without the quiet zone."""
    made = segno.make(text, error="m", boost_error=False, micro=False)
    return [[bool(module) for module in row] for row in made.matrix]


def _runs(rows: Sequence[Sequence[bool]]) -> Iterator[str]:
    """Each unbroken run of dark modules as one rectangle, so that no hair of white shows between two."""
    for top, row in enumerate(rows, start=QUIET):
        start = None
        for left, dark in enumerate([*row, False], start=QUIET):
            if dark and start is None:
                start = left
            elif not dark and start is not None:
                yield f"M{start} {top}h{left - start}v1h-{left - start}z"
                start = None
