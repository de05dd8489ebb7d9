from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.figures.charts import Point, line_chart, nice_steps, range_dots
from campagne.figures.disclosure import Audience, Figure, Kind, publishable

pytestmark = pytest.mark.once

MONDAY = date(2025, 11, 3)


def days(number: int, first: date = MONDAY) -> list[date]:
    return [first + timedelta(days=passed) for passed in range(number)]


@pytest.mark.parametrize(
    ("highest", "steps"),
    [
        pytest.param(0, (0, 1), id="nothing yet"),
        pytest.param(1, (0, 1), id="one"),
        pytest.param(4, (0, 1, 2, 3, 4), id="counts stay whole"),
        pytest.param(12, (0, 5, 10, 15), id="fives"),
        pytest.param(100, (0, 20, 40, 60, 80, 100), id="ends at the highest"),
        pytest.param(1001, (0, 500, 1000, 1500), id="past a power of ten"),
    ],
)
def test_an_axis_starts_at_0_and_has_round_steps(highest, steps):
    assert nice_steps(highest) == steps


@given(st.floats(0, 1e12))
def test_an_axis_has_at_most_five_steps_and_reaches_the_highest_value(highest):
    steps = nice_steps(highest)

    assert steps[0] == 0
    assert steps[-1] >= highest
    assert 2 <= len(steps) <= 6


def test_points_rise_with_their_values_from_0_at_the_bottom():
    chart = line_chart(days(3), [0, 5, 10], unfinished=0)

    bottom, middle, top = chart.finished[0].points
    assert (bottom.x, bottom.y) == (chart.plot.left, chart.plot.bottom)
    assert middle.y == pytest.approx((chart.plot.bottom + chart.plot.top) / 2, abs=1)
    assert (top.x, top.y) == (chart.plot.right, chart.plot.top)
    assert chart.finished[0].polyline == f"{bottom.x},{bottom.y} {middle.x},{middle.y} {top.x},{top.y}"


def test_the_last_two_days_are_set_apart_and_join_the_finished_line():
    chart = line_chart(days(5), [1, 2, 3, 4, 5])

    assert [point.label for point in chart.finished[0].points] == ["1", "2", "3"]
    assert [point.label for point in chart.unfinished[0].points] == ["3", "4", "5"]
    assert chart.end.label == "5"


@pytest.mark.parametrize(
    ("values", "finished", "unfinished"),
    [
        pytest.param([1, None, 3, 4, 5], [["1"], ["3"]], [["3", "4", "5"]], id="unknown in the middle"),
        pytest.param([None, 2, 3, 4, 5], [["2", "3"]], [["3", "4", "5"]], id="unknown at first"),
        pytest.param([1, 2, 3, None, 5], [["1", "2", "3"]], [["5"]], id="unknown among the last"),
        pytest.param([1, 2, None, 4, 5], [["1", "2"]], [["4", "5"]], id="unknown at the border"),
        pytest.param([1, 2, 3, None, None], [["1", "2", "3"]], [], id="the last days unknown"),
        pytest.param([None] * 5, [], [], id="all unknown"),
        pytest.param([0, 0, 0, 0, 0], [["0", "0", "0"]], [["0", "0", "0"]], id="0 is known"),
    ],
)
def test_unknown_leaves_a_gap_and_is_never_0(values, finished, unfinished):
    chart = line_chart(days(5), values)

    assert [[point.label for point in stretch.points] for stretch in chart.finished] == finished
    assert [[point.label for point in stretch.points] for stretch in chart.unfinished] == unfinished


def test_a_value_between_unknowns_is_a_dot():
    chart = line_chart(days(3), [None, 7, None], unfinished=0)

    assert chart.finished[0].is_dot
    assert isinstance(chart.end, Point)


@pytest.mark.parametrize("number", [0, 1, 2], ids=["no days", "one day", "two days"])
def test_a_short_period_still_has_axes(number):
    chart = line_chart(days(number), [3] * number)

    assert len(chart.y_ticks) >= 2
    assert len(chart.x_ticks) == number
    assert chart.finished == ()
    assert (chart.end is None) == (number == 0)


def test_charts_that_are_compared_share_one_scale():
    small, large = line_chart(days(2), [1, 2], highest=80), line_chart(days(2), [70, 80])

    assert [tick.label for tick in small.y_ticks] == [tick.label for tick in large.y_ticks]


def test_days_lie_by_date_so_months_of_unequal_length_do_too():
    months = [date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1)]

    chart = line_chart(months, [1, 1, 1], unfinished=0)

    january, february, march = (point.x for point in chart.finished[0].points)
    assert february - january > march - february


def test_months_are_not_read_as_days():
    months = [date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1)]

    chart = line_chart(months, [1, 1, 1], are_months=True)

    assert [tick.label for tick in chart.x_ticks] == ["jan 2025", "feb 2025", "mrt 2025"]


@pytest.mark.parametrize("number", [7, 28, 91, 365, 1100], ids=lambda number: f"{number} days")
def test_labels_of_days_fit_and_the_last_day_is_labelled(number):
    chart = line_chart(days(number), [1] * number)

    positions = [tick.position for tick in chart.x_ticks]
    widest = max(len(tick.label) for tick in chart.x_ticks) * 8
    assert all(later - earlier >= widest for earlier, later in pairwise(positions))
    assert chart.x_ticks[-1].anchor == "end"
    assert positions[-1] == chart.plot.right


def test_a_period_over_new_year_has_years_on_its_axis():
    chart = line_chart(days(40, date(2025, 12, 1)), [1] * 40)

    assert chart.x_ticks[-1].label == "9 jan 2026"


@pytest.mark.parametrize(
    ("given_days", "values", "message"),
    [
        pytest.param(days(2), [1], "1 values for 2 days", id="a value is missing"),
        pytest.param([MONDAY, MONDAY], [1, 2], "do not ascend", id="a day twice"),
        pytest.param(days(1), [-1], "negative", id="less than nothing"),
        pytest.param(days(1), [float("nan")], "not finite", id="not a number"),
    ],
)
def test_a_chart_that_would_lie_is_refused(given_days, values, message):
    with pytest.raises(ValueError, match=message):
        line_chart(given_days, values)


@given(st.lists(st.none() | st.integers(0, 10**6), max_size=60), st.integers(0, 5))
def test_every_known_value_is_drawn_inside_the_plot(values, unfinished):
    chart = line_chart(days(len(values)), values, unfinished=unfinished)

    drawn = [point for stretch in chart.finished + chart.unfinished for point in stretch.points]
    assert {point.x for point in drawn} <= {chart.plot.x(part / max(1, len(values) - 1)) for part in range(60)} | {
        chart.plot.x(0.5)
    }
    assert all(chart.plot.top <= point.y <= chart.plot.bottom for point in drawn)
    assert len({point.x for point in drawn}) == sum(value is not None for value in values)


def test_a_share_is_a_dot_on_its_range_from_0_to_100():
    outcome = publishable(Figure(104, Kind.ANSWERS, 168), audience=Audience.PUBLIC)

    chart = range_dots([("Stein", outcome)], width=1048)

    row = chart.rows[0]
    assert (row.low, row.dot, row.high) == (568, 643, 713)
    assert [tick.label for tick in chart.ticks] == ["0%", "25%", "50%", "75%", "100%"]
    assert row.text == "62 van de 100, waarschijnlijk tussen 54 en 69 (168 antwoorden)"


def test_a_withheld_share_keeps_its_row_and_its_reason_but_no_place():
    outcome = publishable(Figure(4, Kind.ANSWERS, 4), audience=Audience.STAFF)

    row = range_dots([("Beek", outcome)]).rows[0]

    assert (row.low, row.dot, row.high) == (None, None, None)
    assert row.text == "te weinig antwoorden"


def test_a_share_of_few_shows_staff_its_range_without_a_dot():
    outcome = publishable(Figure(4, Kind.ANSWERS, 5), audience=Audience.STAFF)

    row = range_dots([("Beek", outcome)]).rows[0]

    assert row.dot is None
    assert row.low < row.high


def test_rows_lie_under_each_other_inside_the_drawing():
    outcome = publishable(Figure(20, Kind.ANSWERS, 40), audience=Audience.STAFF)

    chart = range_dots([("Beek", outcome), ("Stein", outcome)])

    first, second = chart.rows
    assert 0 < first.label_y < first.y < second.label_y < second.y < chart.plot.bottom < chart.height
    assert range_dots([]).rows == ()
