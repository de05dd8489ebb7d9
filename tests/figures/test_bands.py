from datetime import date, timedelta

import pytest

from campagne.figures.bands import PATTERNS, Span, lay_bands, room_for
from campagne.figures.charts import line_chart

pytestmark = pytest.mark.once

MONDAY = date(2026, 11, 2)
MONTHS = [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]


def days(number: int) -> list[date]:
    return [MONDAY + timedelta(days=passed) for passed in range(number)]


def span(first: int, last: int | None = None, *, number: int = 1) -> Span:
    """A span of days by their place in the chart."""
    end = None if last is None else MONDAY + timedelta(days=last)
    return Span(number, MONDAY + timedelta(days=first), end)


@pytest.mark.parametrize(
    ("told", "x", "end"),
    [
        pytest.param(span(2, 2), 150, 250, id="one day: half a day to both sides"),
        pytest.param(span(2, 5), 150, 550, id="four days"),
        pytest.param(span(-9, 1), 0, 150, id="began before"),
        pytest.param(span(8, 30), 750, 1000, id="ends after"),
        pytest.param(span(8), 750, 1000, id="goes on"),
        pytest.param(span(-9, 99), 0, 1000, id="all the time"),
    ],
)
def test_a_band_covers_its_days(told, x, end):
    (band,) = lay_bands([told], days(11), left=0, right=1000)

    assert (band.x, band.x + band.width) == (x, end)
    assert x <= band.label_x <= end


def test_what_ended_before_the_chart_has_no_band():
    assert lay_bands([span(-9, -1)], days(11), left=0, right=1000) == ()
    assert lay_bands([span(0, 3)], [], left=0, right=1000) == ()


def test_a_chart_per_month_marks_whole_months():
    (band,) = lay_bands([Span(1, date(2026, 2, 10), date(2026, 2, 20))], MONTHS, left=0, right=590)

    assert (band.x, band.x + band.width) == (155, 450)


def test_a_chart_of_one_day_is_one_band():
    (band,) = lay_bands([span(0, 0)], days(1), left=10, right=90)

    assert (band.x, band.width) == (10, 80)


def test_even_in_a_long_chart_a_day_can_be_seen():
    (band,) = lay_bands([span(500, 500)], days(1100), left=0, right=600)

    assert band.width >= 4


def test_numbers_that_would_touch_stand_above_each_other():
    spans = [span(2, 2, number=1), span(2, 3, number=2), span(9, 9, number=3)]

    bands = lay_bands(spans, days(11), left=0, right=300)

    assert [band.label for band in bands] == ["1", "2", "3"]

    assert [band.lane for band in bands] == [0, 1, 0]
    assert len({band.label_y for band in bands[:2]}) == 2
    assert room_for(bands) == 2 * room_for(bands[:1])
    assert room_for(()) == 0


@pytest.mark.parametrize(
    ("numbers", "label"),
    [
        pytest.param([1], "1", id="one"),
        pytest.param([1, 2, 3, 4], "1–4", id="in a row"),
        pytest.param([1, 3], "1, 3", id="not in a row"),
    ],
)
def test_what_fills_the_same_stretch_shares_a_band(numbers, label):
    spans = [Span(number, date(2026, 2, number), date(2026, 2, number)) for number in numbers]

    (band,) = lay_bands(spans, MONTHS, left=0, right=590)

    assert band.label == label
    assert band.mark_x + band.mark_width // 2 == band.label_x


def test_neighbours_have_other_patterns():
    bands = lay_bands([span(place, place, number=place + 1) for place in range(5)], days(11), left=0, right=900)

    patterns = [band.pattern for band in bands]
    assert patterns == [1, 2, 3, 1, 2]
    assert set(patterns) == set(range(1, PATTERNS + 1))


def test_a_line_chart_grows_for_its_numbers_and_keeps_its_plot():
    bare, marked = line_chart(days(11), [1] * 11), line_chart(days(11), [1] * 11, spans=[span(3, 5)])

    assert bare.bands == ()
    assert marked.bands[0].label == "1"
    assert marked.height > bare.height
    assert marked.plot.height == bare.plot.height
    assert marked.bands[0].label_y < marked.plot.top
