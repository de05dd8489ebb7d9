from datetime import date, timedelta

import pytest

from campagne.contacts.models import CHECK_EVERY
from campagne.measurement.offer.review import CONTACTS, LAW, LIFESPANS, SCAMS, Review, lifespan_about, review_of

pytestmark = pytest.mark.once
TODAY = date(2026, 11, 30)


@pytest.mark.parametrize("lifespan", LIFESPANS, ids=lambda lifespan: lifespan.name)
def test_a_kind_of_content_holds_for_its_own_time(lifespan):
    oldest = TODAY - timedelta(days=lifespan.days)

    assert review_of(oldest, lifespan, TODAY) is Review.FRESH
    assert review_of(oldest - timedelta(days=1), lifespan, TODAY) is Review.OVERDUE
    assert review_of(None, lifespan, TODAY) is Review.NEVER


def test_contacts_hold_three_months_scams_six_and_law_twelve():
    assert (CONTACTS.days, SCAMS.days, LAW.days) == (92, 183, 365)
    assert CONTACTS.days == CHECK_EVERY.days


@pytest.mark.parametrize(
    ("again_before", "review"),
    [
        pytest.param(TODAY + timedelta(days=1), Review.FRESH, id="still to come"),
        pytest.param(TODAY, Review.OVERDUE, id="that day"),
        pytest.param(None, Review.FRESH, id="not planned"),
    ],
)
def test_what_an_editor_planned_comes_first(again_before, review):
    assert review_of(TODAY, LAW, TODAY, again_before=again_before) is review


@pytest.mark.parametrize(
    ("theme", "lifespan"),
    [
        pytest.param("cybercrime", SCAMS, id="tricks"),
        pytest.param("ondermijning", LAW, id="rules"),
        pytest.param("", LAW, id="no theme"),
    ],
)
def test_tricks_are_looked_over_more_often_than_rules(theme, lifespan):
    assert lifespan_about(theme) is lifespan
