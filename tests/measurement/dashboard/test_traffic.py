"""Months and days together count a period once."""

from datetime import date

import pytest
from wagtail.models import Page

from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.dashboard.traffic import (
    Traffic,
    acts_in,
    outcomes_reached,
    traffic_per_day,
    traffic_per_page,
    traffic_per_step,
)
from campagne.measurement.models import Act, DayPage
from campagne.measurement.periods import Period

JANUARY, FEBRUARY, MARCH = date(2026, 1, 15), date(2026, 2, 15), date(2026, 3, 15)
TODAY = date(2026, 11, 25)


def during(first: date, last: date, pages=None) -> Selection:
    return Selection(Period(first, last), pages, (), TODAY)


@pytest.fixture
def counted(home, count):
    for day in (JANUARY, FEBRUARY, MARCH):
        count(home, day, views=10, visits=5, reads=2)


@pytest.mark.parametrize(
    ("first", "last", "views"),
    [
        pytest.param(date(2026, 1, 1), date(2026, 3, 31), 30, id="whole months"),
        pytest.param(date(2026, 1, 15), date(2026, 3, 15), 30, id="from and to a counted day"),
        pytest.param(date(2026, 1, 16), date(2026, 3, 14), 10, id="just inside both"),
        pytest.param(date(2026, 2, 15), date(2026, 2, 15), 10, id="one day"),
        pytest.param(date(2025, 1, 1), date(2025, 12, 31), 0, id="nothing there"),
    ],
)
def test_a_period_is_counted_once(home, counted, first, last, views):
    total = sum(traffic_per_page(during(first, last)).values(), Traffic())

    assert total.views == views


def test_a_long_period_is_told_per_month(home, counted):
    per_month = traffic_per_day(during(date(2025, 6, 10), date(2026, 3, 20)))

    assert {day: traffic.visits for day, traffic in per_month.items()} == {
        date(2026, 1, 1): 5,
        date(2026, 2, 1): 5,
        date(2026, 3, 1): 5,
    }


def test_whole_months_survive_the_days_they_came_from(home, counted):
    DayPage.objects.all().delete()

    assert traffic_per_page(during(date(2026, 1, 1), date(2026, 3, 31)))[home.pk].views == 30


def test_only_the_chosen_pages_count(home, counted, count):
    other = Page.objects.get(slug="campagnes", depth=3)
    count(other, JANUARY, views=7)

    assert traffic_per_page(during(JANUARY, JANUARY, Page.objects.filter(pk=other.pk).values("pk"))) == {
        other.pk: Traffic(views=7)
    }


def test_steps_are_told_apart(home, count):
    count(home, JANUARY, step=1, views=4)
    count(home, JANUARY, step=2, views=3)

    steps = traffic_per_step(during(JANUARY, JANUARY))

    assert {step: traffic.views for (_, step), traffic in steps.items()} == {1: 4, 2: 3}


def test_only_screens_of_the_guide_that_end_it_are_outcomes(home, count):
    for step, views in ((0, 8), (2, 7), (100, 3), (117, 2)):
        count(home, JANUARY, step=step, views=views)

    assert outcomes_reached(during(JANUARY, JANUARY)) == 5
    assert outcomes_reached(during(MARCH, MARCH)) == 0


def test_acts_are_added_over_months_and_days(home, count_act):
    count_act(home, JANUARY, Act.REPORT, "politie", times=3)
    count_act(home, MARCH, Act.REPORT, "politie", times=4)

    assert acts_in(during(date(2026, 1, 1), MARCH)) == {(Act.REPORT, "politie"): 7}
