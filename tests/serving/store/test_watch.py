from datetime import UTC, datetime

import pytest
from django.db import DatabaseError

from campagne.serving.models import Generation
from campagne.serving.store.generation import Moment, begin_day
from campagne.serving.store.watch import Watch

pytestmark = pytest.mark.django_db


def test_a_change_elsewhere_is_seen_and_kept_for_the_next_start(tmp_path):
    watch = Watch(tmp_path)
    risen = Generation.objects.rise(forbids_older=True)

    watch.look()

    assert watch.moment == risen == Moment(risen.number, risen.number)
    assert Watch(tmp_path).moment == risen


def test_a_database_that_went_back_in_time_is_brought_past_everything_that_was_made(tmp_path):
    watch = Watch(tmp_path)
    watch.learn(Moment(100, 90))
    Generation.objects.all().delete()

    watch.look()

    assert watch.moment == Generation.objects.moment() == Moment(101, 101)


def test_what_was_asked_before_a_change_and_arrives_after_it_changes_nothing(tmp_path):
    watch = Watch(tmp_path)
    asked_before = Moment(6, 0)

    watch.learn(Moment(7, 7))
    watch.learn(asked_before)

    assert watch.moment == Moment(7, 7)


def test_a_process_goes_on_looking_whatever_goes_wrong(tmp_path, monkeypatch):
    watch, stop = Watch(tmp_path), Twice()
    monkeypatch.setattr(watch, "_ask_database", raise_a_fault)

    watch.keep_looking(stop)

    assert stop.asked == 2


def test_garbage_beside_the_pages_is_no_moment(tmp_path):
    (tmp_path / "moment.json").write_text("{]")

    assert Watch(tmp_path).moment == Moment(0, 0)


def test_without_a_database_the_last_known_moment_holds(tmp_path, monkeypatch):
    watch = Watch(tmp_path)
    watch.learn(Moment(7, 3))
    monkeypatch.setattr(Generation, "objects", Unreachable())

    watch.look()

    assert watch.moment == Moment(7, 3)


class Twice:
    """The question whether to stop, answered with yes the second time."""

    asked = 0

    def wait(self, seconds):
        self.asked += 1
        return self.asked == 2


def raise_a_fault():
    raise AttributeError


class Unreachable:
    def moment(self):
        raise DatabaseError


def test_a_new_day_raises_the_generation_once():
    evening, midnight = datetime(2027, 1, 15, 22, 59, tzinfo=UTC), datetime(2027, 1, 15, 23, 1, tzinfo=UTC)
    begin_day(evening)
    before = Generation.objects.moment().number

    begin_day(evening)
    assert Generation.objects.moment().number == before
    begin_day(midnight)
    begin_day(midnight)
    assert Generation.objects.moment().number == before + 1
