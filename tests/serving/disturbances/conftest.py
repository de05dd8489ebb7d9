"""Nothing waits to be written down before or after a test."""

import pytest

from campagne.serving.disturbances import noting


@pytest.fixture(autouse=True)
def nothing_waits():
    noting.take()
    yield
    noting.take()
