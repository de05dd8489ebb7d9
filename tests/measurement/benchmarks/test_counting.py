from datetime import date
from json import loads

import pytest
from django.db.models import Sum

from campagne.measurement.benchmarks.counting import killed
from campagne.measurement.benchmarks.counting.intake import live_through, years_until
from campagne.measurement.benchmarks.counting.stream import Stream
from campagne.measurement.ingest import Beacon, parse_beacon
from campagne.measurement.models import DayPage, Inbox
from campagne.measurement.periods import Period

MARCH = Period(date(2027, 3, 1), date(2027, 3, 3))
STREAM = Stream([11, 12, 13], ["plek-1"])


def test_a_day_of_the_stream_is_what_browsers_send_and_no_message_comes_twice():
    bodies = list(STREAM.of_day(date(2027, 3, 1), 300))

    messages = [parse_beacon(body) for body in bodies]
    assert len(messages) == 300
    assert all(isinstance(message, Beacon) for message in messages)
    assert len({message.once for message in messages}) == 300
    assert {loads(body)["kind"] for body in bodies} == {"view", "read", "act"}


def test_the_same_day_is_the_same_and_another_is_another():
    day, other = date(2027, 3, 1), date(2027, 3, 2)

    assert list(STREAM.of_day(day, 50)) == list(STREAM.of_day(day, 50))
    assert not set(STREAM.of_day(day, 50)) & set(STREAM.of_day(other, 50))


def test_every_event_is_counted_on_its_own_day(db):
    spent = live_through(MARCH, STREAM, 200, print)

    views = dict(DayPage.objects.order_by().values_list("day").annotate(Sum("views")))
    assert spent.events == 200
    assert sorted(views) == list(MARCH.each_day())
    # What was counted on the days before is gone from the inbox.
    assert views[MARCH.last] == Inbox.objects.filter(kind="view").count() > 0


def test_the_years_end_today():
    assert years_until(date(2027, 3, 10), 1) == Period(date(2026, 3, 11), date(2027, 3, 10))


@pytest.mark.parametrize("lost", [set(), {"a|view"}])
def test_what_was_taken_and_is_not_there_is_lost(db, lost):
    first, *_ = killed.compared({"b|view", *lost} - {"b|view"} | {"c|view"}, 3)

    assert first.is_good is False
    assert f"{1 + len(lost)} kwijt" in str(first)
