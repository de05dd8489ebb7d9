"""A place to report says when it was last checked, and its number can be dialled."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from campagne.contacts.models import CHECK_EVERY, Channel, ReportChannel

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("checked_on", "is_overdue"),
    [
        pytest.param(None, True, id="never checked"),
        pytest.param(TODAY, False, id="today"),
        pytest.param(TODAY - CHECK_EVERY, False, id="on the last good day"),
        pytest.param(TODAY - CHECK_EVERY - timedelta(days=1), True, id="a day too long ago"),
    ],
)
def test_a_check_grows_old(db, checked_on, is_overdue):
    channel = ReportChannel.objects.create(
        name="Politie", slug="politie", code=Channel.POLICE_CALL, phone="0900-8844", purpose="x", checked_on=checked_on
    )

    assert channel.is_overdue(TODAY) is is_overdue
    assert ReportChannel.objects.overdue(TODAY).exists() is is_overdue


@pytest.mark.parametrize(
    ("phone", "href"),
    [
        pytest.param("0900-8844", "tel:09008844", id="dash"),
        pytest.param("088-786 73 72", "tel:0887867372", id="spaces"),
        pytest.param("+31 20 123", "tel:+3120123", id="from abroad"),
        pytest.param("", "", id="no number"),
    ],
)
def test_a_number_is_dialled_without_dashes(phone, href):
    assert ReportChannel(phone=phone).phone_href == href


def test_a_place_that_cannot_be_reached_is_refused(db):
    with pytest.raises(ValidationError, match="telefoonnummer of een website"):
        ReportChannel(name="Niets", slug="niets", code=Channel.OTHER, purpose="x").full_clean()
