"""What a document is, by its content: a name says nothing."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from campagne.sheets.csv_file import read_csv
from campagne.sheets.office import OFFICE_KINDS, check_office
from campagne.sheets.unreadable import Limits, Unreadable

MOST_BYTES = 10 * 1024 * 1024
AS_CSV = Limits(size=MOST_BYTES, rows=500_000, columns=1_000, cell=100_000)

_PDF = re.compile(rb"%PDF-[12]\.[0-9]")
_PDF_END = b"%%EOF"
_RUNS_IN_PDF = re.compile(rb"/(JavaScript|Launch|EmbeddedFile)\b")


def check_document(content: bytes, extension: str) -> None:
    """Check that a file is what its extension says, and nothing more; raises Unreadable."""
    if len(content) > MOST_BYTES:
        raise Unreadable(
            f"Dit bestand is {len(content) / 1024**2:.0f} MB.", "Verwacht: hoogstens 10 MB.", "Maak het kleiner."
        )
    CHECKS[extension](content)


def check_pdf(content: bytes) -> None:
    if not _PDF.match(content) or _PDF_END not in content[-2048:]:
        raise Unreadable(
            "Vanbinnen is dit geen PDF, of niet een hele.",
            "Verwacht: een PDF die begint en eindigt zoals het hoort.",
            "Bewaar het document opnieuw als PDF.",
        )
    if found := _RUNS_IN_PDF.search(content):
        raise Unreadable(
            f"In deze PDF zit iets dat vanzelf kan gaan werken ({found[0].decode()[:20]}).",
            "Verwacht: een PDF met alleen tekst en beeld.",
            "Druk het document af als PDF en kies dat bestand.",
        )


def check_csv(content: bytes) -> None:
    read_csv(content, AS_CSV)


CHECKS: Mapping[str, Callable[[bytes], None]] = MappingProxyType(
    {"pdf": check_pdf, "csv": check_csv, **{kind: partial(check_office, kind=kind) for kind in OFFICE_KINDS}}
)
