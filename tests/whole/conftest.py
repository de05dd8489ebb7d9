"""Screens of the running demo region."""

import pytest

from tests.whole.screens import addresses_of


@pytest.fixture(scope="session")
def addresses(site) -> dict[str, str]:
    return addresses_of(site)
