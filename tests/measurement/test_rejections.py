"""What is not counted is counted by reason, and a flood of it costs next to nothing."""

from django.db import DatabaseError

from campagne.measurement import rejections
from campagne.measurement.models import Reason, Rejection
from campagne.measurement.rejections import reject, write_rejections
from tests.measurement.conftest import NOON, in_threads

DAY = NOON.date()


def test_a_flood_is_one_write_and_no_number_is_lost(committed, monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr(rejections, "_written_at", -100.0)
    with django_assert_max_num_queries(4):
        for _ in range(500):
            reject(Reason.BOT, DAY)
    write_rejections()

    assert list(Rejection.objects.values_list("day", "reason", "count")) == [(DAY, "bot", 500)]


def test_simultaneous_rejections_add_up(committed):
    def bring(reason):
        for _ in range(100):
            reject(reason, DAY)

    in_threads(*[lambda reason=reason: bring(reason) for reason in [Reason.BOT, Reason.FOREIGN] * 4])
    write_rejections()

    assert dict(Rejection.objects.values_list("reason", "count")) == {"bot": 400, "foreign": 400}


def test_what_could_not_be_written_waits(committed, monkeypatch):
    add = rejections.add_rejections

    def fail(counts):
        raise DatabaseError("locked")

    monkeypatch.setattr(rejections, "add_rejections", fail)
    reject(Reason.BOT, DAY)
    write_rejections()
    monkeypatch.setattr(rejections, "add_rejections", add)
    write_rejections()
    write_rejections()

    assert Rejection.objects.get().count == 1
