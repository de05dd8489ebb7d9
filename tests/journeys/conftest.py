"""What journeys share."""

import pytest
from playwright.sync_api import Page

from tests.journeys.staff import log_in


@pytest.fixture
def desk(site, open_page) -> Page:
    """The admin, as the communication officer of Stein has it open."""
    tab = open_page("/-/live")
    log_in(tab, site, "redacteur-stein")
    return tab
