"""Who keeps watch sees whether counting keeps up, and how much is not counted, of today alone."""

from datetime import timedelta

from campagne.measurement.models import Reason, Rejection
from campagne.measurement.watched import gauges
from campagne.measurement.writer import insert
from tests.measurement.conftest import NOON, arrival


def told(at):
    return {gauge.name: gauge.values for gauge in gauges(at)}


def test_an_inbox_with_nothing_to_count_has_no_oldest(db):
    found = told(NOON)

    assert found["inbox_waiting"] == {(): 0}
    assert found["inbox_oldest_age_seconds"] == {}


def test_what_waits_is_told_with_the_age_of_the_oldest(db):
    insert([arrival(1, at=NOON - timedelta(seconds=90)), arrival(2, at=NOON - timedelta(seconds=30))])

    found = told(NOON)

    assert found["inbox_waiting"] == {(): 2}
    assert found["inbox_oldest_age_seconds"] == {(): 90}


def test_rejections_are_those_of_today_by_reason(db):
    Rejection.objects.create(day=NOON.date(), reason=Reason.BOT, count=3)
    Rejection.objects.create(day=NOON.date() - timedelta(days=1), reason=Reason.STAFF, count=8)

    found = told(NOON)["rejections_today"]

    assert found[(("reason", "bot"),)] == 3
    assert len(found) == len(Reason)
    assert sum(found.values()) == 3
