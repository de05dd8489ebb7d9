from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campagne.activities.recurrence import Every, Recurrence
from campagne.activities.wrong import problem_with_single_days, problems_of

pytestmark = pytest.mark.once

DAY = date(2026, 12, 8)


@pytest.mark.parametrize(
    ("told", "field", "says"),
    [
        pytest.param((DAY, time(14), time(14), Every.ONCE, None), "ends", "latere eindtijd", id="ends as it begins"),
        pytest.param((DAY, time(14), time(9), Every.ONCE, None), "ends", "14:00", id="ends before it begins"),
        pytest.param((DAY, time(2), time(3), Every.ONCE, None), "begins", "05:00", id="at night"),
        pytest.param((DAY, time(9), time(10), Every.WEEK, None), "until", "tot en met welke dag", id="no end"),
        pytest.param((DAY, time(9), time(10), Every.ONCE, DAY), "until", "één keer", id="an end of nothing"),
        pytest.param((DAY, time(9), time(10), Every.WEEK, DAY), "until", "8-12-2026", id="ends on its first day"),
        pytest.param((DAY, time(9), time(10), Every.WEEK, date(2036, 1, 1)), "until", "2 jaar", id="too long"),
        pytest.param(
            (DAY, time(9), time(10), Every.WEEK, date(2026, 12, 10)), "until", "maar één keer", id="too short"
        ),
        pytest.param((date(9000, 1, 1), time(9), time(10), Every.ONCE, None), "first_day", "2100", id="a typing error"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(told, field, says):
    problems = problems_of(*told)

    assert list(problems) == [field]
    assert says in problems[field]


@settings(max_examples=60)
@given(st.dates(), st.times(), st.times(), st.sampled_from(Every), st.none() | st.dates())
def test_whatever_is_typed_is_judged(first_day, begins, ends, every, until):
    problems = problems_of(first_day, begins, ends, every, until)

    assert problems or Recurrence(first_day, every, until).last_day >= first_day


def test_a_day_that_is_otherwise_must_be_one_of_the_series():
    series = Recurrence(DAY, Every.WEEK, date(2027, 1, 5))

    wrong = problem_with_single_days(series, [DAY, date(2026, 12, 14)])

    assert wrong == {
        date(2026, 12, 14): "Op 14-12-2026 is deze activiteit er niet. De dichtstbijzijnde keer is 15-12-2026."
    }
