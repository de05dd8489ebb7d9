"""Figures to look at: brought in as somebody would, or put down by themselves."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from campagne.measurement.official.bringing_in import bring_in, enter
from campagne.measurement.official.plan import what_we_know
from campagne.measurement.official.reading.file import read
from campagne.measurement.official.reading.joining import Record
from campagne.measurement.official.reading.numbers import Mark

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.fixture
def brought(home):
    """Bring a file in and give its OfficialFile: `brought(content)`."""

    def bring(content: bytes, name: str = "tabel.csv"):
        return bring_in(read(content, what_we_know(NOON.date())), content, name=name, by="Ria", at=NOON)

    return bring


@pytest.fixture
def entered(home):
    """Enter one figure: `entered("aangifte-online-criminaliteit", "Limburg", "2023", 17, 15, 19)`."""

    def put(indicator: str, region: str, period: str, value=None, low=None, high=None, mark=Mark.OK, **rest):
        numbers = (None if number is None else Decimal(str(number)) for number in (value, low, high))
        return enter(Record(indicator, region, period, *numbers, mark), NOON, **rest)

    return put
