"""The accessibility statement and the places to report, as a reader sees them."""

import re

import pytest

from campagne.contacts.models import Channel, ReportChannel
from campagne.content.models import AccessibilityPage


@pytest.fixture
def police(db):
    address = "https://www.politie.nl/x"
    return ReportChannel.objects.create(
        name="Politie", slug="politie", code=Channel.POLICE_CALL, phone="0900-8844", url=address, purpose="x"
    )


def test_known_deviations_are_shown_as_a_list(client, home):
    page = AccessibilityPage.objects.child_of(home).get()
    page.deviations = "<ul><li>Een film heeft geen ondertitels.</li></ul>"
    page.save_revision().publish()

    text = client.get("/toegankelijkheid/").content.decode()

    assert re.search(r"<ul>\s*<li[^>]*>Een film heeft geen ondertitels.</li>", text)


def test_every_link_of_a_place_to_report_says_which_place_it_is(client, home, police):
    text = client.get("/melden/").content.decode()

    assert re.findall(r'href="([^"]+)" data-channel="politie"', text) == ["tel:09008844", "https://www.politie.nl/x"]


def test_urgent_places_stand_under_a_heading_of_their_own(client, home, police):
    ReportChannel.objects.create(
        name="Alarm", slug="112", code=Channel.POLICE_CALL, phone="112", purpose="x", is_urgent=True
    )

    text = client.get("/melden/").content.decode()

    assert text.index("Bel direct") < text.index("Alarm") < text.index("Geen spoed") < text.index(">Politie<")
