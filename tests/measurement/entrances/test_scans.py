"""Scans are added to the counters by every process, also while visits are counted and months are made again."""

from datetime import date, timedelta

from django.db.models import Sum

from campagne.measurement.consumer import count
from campagne.measurement.entrances.scans import note_scan, write_scans
from campagne.measurement.models import DayEntrance, MonthEntrance
from campagne.measurement.months import rebuild_month
from tests.measurement.conftest import NOON, an_entrance, arrival, in_threads, put

MARCH = date(2027, 3, 1)


def test_scans_and_visits_of_one_entrance_stand_in_one_row(home):
    entrance = an_entrance("bieb").pk
    note_scan(entrance, NOON.date())
    put(arrival(1, via="bieb"))

    write_scans()
    count(NOON, timedelta(0))
    write_scans()

    assert list(DayEntrance.objects.values_list("entrance", "scans", "visits")) == [(entrance, 1, 1)]
    assert list(MonthEntrance.objects.values_list("entrance", "scans", "visits")) == [(entrance, 1, 1)]


def test_nothing_is_lost_while_visits_are_counted_and_months_made_again(committed):
    def scan():
        for _ in range(20):
            note_scan(7, NOON.date())
            write_scans()

    def visit():
        for number in range(20):
            put(arrival(number))
            count(NOON, timedelta(0))

    def rebuild():
        for _ in range(20):
            rebuild_month(MARCH)

    in_threads(scan, scan, visit, rebuild)

    for model in (DayEntrance, MonthEntrance):
        assert model.objects.aggregate(scans=Sum("scans"), visits=Sum("visits")) == {"scans": 40, "visits": 20}
