"""Periods in codes and in words."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.measurement.official.reading.years_and_months import MONTHS, BadPeriod, read_period

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("2023", "2023", id="a year"),
        pytest.param("2023JJ00", "2023", id="a year in code"),
        pytest.param("2023MM04", "2023-04", id="a month in code"),
        pytest.param("2023 april", "2023-04", id="a month in words"),
        pytest.param("April 2023", "2023-04", id="a month in other words"),
        pytest.param("2023-04", "2023-04", id="a month as we write it"),
        pytest.param("2023-04-01", "2023-04", id="a month as a spreadsheet makes of it"),
        pytest.param(" 2023jj00 ", "2023", id="filled up with spaces"),
    ],
)
def test_a_year_or_a_month(text, code):
    period = read_period(text)

    assert (period.code, period.year, period.is_provisional) == (code, 2023, False)


def test_a_star_says_that_it_may_change():
    assert read_period("2025*").is_provisional


@pytest.mark.parametrize(
    "text", ["", "2023KW01", "2023MM13", "2023X000", "2023JJ01", "202", "0023", "3023", "2023-13", "2023-04-02", "٢٠٢٣"]
)
def test_anything_else_is_refused(text):
    with pytest.raises(BadPeriod):
        read_period(text)


@given(st.integers(1990, 2100), st.integers(1, 12))
def test_every_way_to_write_a_month_is_the_same_month(year, month):
    written = (f"{year}MM{month:02}", f"{year} {MONTHS[month - 1]}", f"{year}-{month:02}")

    assert {read_period(text).code for text in written} == {f"{year}-{month:02}"}


@given(st.text(max_size=30))
def test_no_text_breaks_it(text):
    with suppress(BadPeriod):
        assert 1990 <= read_period(text).year <= 2100
