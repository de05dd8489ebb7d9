"""Periods in codes and in words."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.measurement.official.reading.years_and_months import MONTHS, BadPeriod, days_of, read_period

pytestmark = pytest.mark.once
TODAY, FAR = date(2026, 11, 30), date(2101, 1, 1)


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
    period = read_period(text, TODAY)

    assert (period.code, period.year, period.is_provisional) == (code, 2023, False)


def test_a_star_says_that_it_may_change():
    assert read_period("2025*", TODAY).is_provisional


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023KW01",
        "2023MM13",
        "2023X000",
        "2023JJ01",
        "202",
        "0000",
        "0023",
        "3023",
        "2023-13",
        "2023-04-02",
        "٢٠٢٣",
    ],
)
def test_anything_else_is_refused(text):
    with pytest.raises(BadPeriod):
        read_period(text, FAR)


@pytest.mark.parametrize(
    ("text", "today", "why"),
    [
        pytest.param("2040", TODAY, "‘2040’ is nog niet geweest", id="a year ahead"),
        pytest.param("9999JJ00", TODAY, "‘9999JJ00’ is nog niet geweest", id="the last year there is"),
        pytest.param("2026*", date(2026, 12, 31), "‘2026*’ is nog niet voorbij", id="the last day of the year"),
        pytest.param("2026-12", TODAY, "‘2026-12’ is nog niet geweest", id="a month ahead"),
        pytest.param("2026MM11", TODAY, "‘2026MM11’ is nog niet voorbij", id="the last day of the month"),
        pytest.param("2026 december", date(2026, 12, 1), "is nog niet voorbij", id="the first day of the month"),
    ],
)
def test_what_has_not_ended_is_refused(text, today, why):
    with pytest.raises(BadPeriod) as refused:
        read_period(text, today)

    assert why in str(refused.value)
    assert "Kijk na" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "today"),
    [
        pytest.param("2026", date(2027, 1, 1), id="a year, the day after"),
        pytest.param("2026-11", date(2026, 12, 1), id="a month, the day after"),
        pytest.param("2024-02", date(2024, 3, 1), id="a leap month"),
    ],
)
def test_what_has_ended_may_be_read_the_day_after(text, today):
    assert read_period(text, today).code == text


@given(st.integers(1990, 2100), st.integers(1, 12))
def test_every_way_to_write_a_month_is_the_same_month(year, month):
    written = (f"{year}MM{month:02}", f"{year} {MONTHS[month - 1]}", f"{year}-{month:02}")

    assert {read_period(text, FAR).code for text in written} == {f"{year}-{month:02}"}


@given(st.text(max_size=30))
def test_no_text_breaks_it(text):
    with suppress(BadPeriod):
        assert 1990 <= read_period(text, FAR).year <= 2100


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_a_period_has_its_days(code, first, last):
    assert days_of(code) == (first, last)
