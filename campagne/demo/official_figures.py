"""The official figures that are published for the country and its parts, brought in as anybody would.

Of the region and of Limburg there are none: those stay "nog niet ingevoerd", in a demo as well.
"""

from datetime import datetime
from pathlib import Path

from django.utils import timezone

from campagne.measurement.official.bringing_in import NothingNew, bring_in
from campagne.measurement.official.placing import put_official_series
from campagne.measurement.official.plan import what_we_know
from campagne.measurement.official.reading.file import read

FOLDER = Path(__file__).parent
FILES = ("cbs_85472NED_sample.csv", "cbs_2025_landelijk.csv")
BY = "voorbeeldregio"


def put_official_figures(at: datetime) -> int:
    """Give the indicators their themes and bring the files in; return how many figures are new."""
    put_official_series()
    return sum(_brought(FOLDER / name, at) for name in FILES)


def _brought(file: Path, at: datetime) -> int:
    content = file.read_bytes()
    reading = read(content, what_we_know(timezone.localdate(at)))
    try:
        return bring_in(reading, content, name=file.name, by=BY, at=at).taken
    except NothingNew:
        return 0
