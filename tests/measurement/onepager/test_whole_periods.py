from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.measurement.onepager.whole_periods import choices, last_month, usual

TODAY = date(2026, 11, 30)
DAYS = st.dates(date(2022, 1, 1), date(2060, 12, 31))


def test_the_newest_comes_first_and_each_has_an_address_of_its_own():
    found = choices(TODAY)

    assert [choice.value for choice in found[:3]] == ["2026-11", "2026-10", "2026-09"]
    assert [choice.value for choice in found[-4:]] == ["2026-K3", "2026-K2", "2026-K1", "2025-K4"]
    assert len({choice.value for choice in found}) == len(found)


@pytest.mark.parametrize(
    ("value", "when"),
    [
        pytest.param("2026-11", "Van 1 tot en met 30 november 2026", id="this month so far"),
        pytest.param("2026-10", "In oktober 2026", id="a month"),
        pytest.param("2026-K3", "Van juli tot en met september 2026", id="a quarter"),
    ],
)
def test_a_period_begins_a_sentence(value, when):
    assert next(choice for choice in choices(TODAY) if choice.value == value).when == when


def test_a_month_of_one_day_is_that_day():
    assert choices(date(2026, 3, 1))[0].when == "Op 1 maart 2026"


def test_a_site_that_began_this_month_shows_this_month():
    assert usual(TODAY, date(2026, 10, 31)) == last_month(TODAY)
    assert usual(TODAY, date(2026, 11, 2)).value == "2026-11"


@given(DAYS)
def test_every_choice_is_whole_and_none_reaches_past_today(today):
    this, *others = choices(today)

    assert this.period.last == today
    for choice in others:
        assert choice.period.first.day == 1
        assert (choice.period.last + timedelta(days=1)).day == 1
        assert choice.period.last < today
        assert choice.period.days in (range(89, 93) if "K" in choice.value else range(28, 32))
