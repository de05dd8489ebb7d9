from datetime import UTC, date, datetime

import pytest

from campagne.activities.recurrence import Every, Recurrence
from campagne.activities.words import day_in_words, repeats_in_words

pytestmark = pytest.mark.once

AT = datetime(2026, 11, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "words"), [(date(2026, 12, 8), "dinsdag 8 december"), (date(2027, 1, 5), "dinsdag 5 januari 2027")]
)
def test_a_day_of_another_year_says_which(day, words):
    assert day_in_words(day, AT) == words


@pytest.mark.parametrize(
    ("every", "first", "words"),
    [
        (Every.ONCE, date(2026, 12, 8), ""),
        (Every.WEEK, date(2026, 12, 8), "elke dinsdag, tot en met 2 maart 2027"),
        (Every.TWO_WEEKS, date(2026, 12, 8), "om de week op dinsdag, tot en met 2 maart 2027"),
        (Every.MONTH_DATE, date(2026, 12, 1), "elke maand op de 1e, tot en met 1 maart 2027"),
        (Every.MONTH_WEEKDAY, date(2026, 12, 29), "elke laatste dinsdag van de maand, tot en met 23 februari 2027"),
    ],
)
def test_how_it_repeats_is_said_as_people_say_it(every, first, words):
    until = None if every is Every.ONCE else date(2027, 3, 2)

    assert repeats_in_words(Recurrence(first, every, until)) == words
