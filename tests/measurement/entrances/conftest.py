"""What waits to be counted is in memory, so each test begins with nothing waiting and nothing known."""

import pytest

from campagne.measurement.entrances import doors, scans


@pytest.fixture(autouse=True)
def _nothing_waits():
    scans._waiting.clear()
    doors._known.clear()
    yield
    scans._waiting.clear()
    doors._known.clear()
