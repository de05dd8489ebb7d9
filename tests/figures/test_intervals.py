"""Bars between two ends: all on one scale from 0, and what may not be seen has no bar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.figures.disclosure import Audience, Figure, Kind, publishable
from campagne.figures.intervals import interval_bars

pytestmark = pytest.mark.once


def visits(count: int, kind: Kind = Kind.VISITS):
    return publishable(Figure(count, kind), audience=Audience.STAFF)


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=9))
def test_all_rows_share_one_scale_that_begins_at_0(ends):
    rows = [(f"groep {n}", visits(low), visits(low + more), False) for n, (low, more) in enumerate(ends)]

    chart = interval_bars(rows)

    highest = int(chart.ticks[-1].label.replace(".", ""))
    full = chart.plot.right - chart.plot.left
    for bar, (low, more) in zip(chart.bars, ends, strict=True):
        assert bar.solid_width == pytest.approx(full * low / highest, abs=1)
        assert bar.solid_width + bar.open_width == pytest.approx(full * (low + more) / highest, abs=1)
        assert bar.open_x == chart.plot.left + bar.solid_width
        assert bar.open_x + bar.open_width <= chart.plot.right


@pytest.mark.parametrize(
    ("certain", "possible", "text"),
    [
        pytest.param(visits(120), visits(1340), "120 tot 1.340", id="two ends"),
        pytest.param(visits(7), visits(7), "7", id="nothing shared"),
        pytest.param(visits(0), visits(0), "0", id="none"),
        pytest.param(visits(3, Kind.PERSONS), visits(9, Kind.PERSONS), "te weinig personen", id="a withheld end"),
    ],
)
def test_both_ends_are_said(certain, possible, text):
    (bar,) = interval_bars([("Senioren", certain, possible, False)]).bars

    assert bar.text == text
    assert (bar.solid_width is None) == (text == "te weinig personen")


def test_without_visits_there_is_still_an_axis():
    assert [tick.label for tick in interval_bars([]).ticks] == ["0", "1"]
