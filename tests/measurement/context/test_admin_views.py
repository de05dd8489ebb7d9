from datetime import date

import pytest

from campagne.measurement.context.admin_views import address_of_form, filled_in
from campagne.measurement.periods import Period

pytestmark = pytest.mark.once
MAY = Period(date(2026, 5, 1), date(2026, 5, 31))


def test_the_form_opens_with_the_period_and_the_choice():
    address = address_of_form(
        MAY, {"thema": "3", "doelgroep": "", "campagne": "9", "blad": "2"}, "/beheer/cijfers/?x=1"
    )

    query = address.split("?", 1)[1]
    assert query == "van=2026-05-01&tot=2026-05-31&thema=3&next=%2Fbeheer%2Fcijfers%2F%3Fx%3D1"


@pytest.mark.parametrize(
    ("query", "filled"),
    [
        pytest.param({}, {}, id="nothing"),
        pytest.param({"van": "2026-05-01"}, {"begins": date(2026, 5, 1)}, id="one day"),
        pytest.param({"thema": "3", "doelgroep": "4"}, {"themes": ["3"], "groups": ["4"]}, id="lists"),
        pytest.param({"gemeente": "5"}, {"municipality": "5"}, id="whose"),
        pytest.param({"van": "2026-13-45", "tot": "\x00", "thema": "x", "gemeente": "-1"}, {}, id="unreadable"),
    ],
)
def test_what_cannot_be_read_is_left_out(query, filled):
    assert filled_in(query) == filled
