"""What was counted before there were entrances came along none, so that visits per day stay the same."""

from datetime import date
from importlib import import_module

from django.apps import apps

from campagne.measurement.models import DayEntrance, DayPage, MonthEntrance, MonthPage

migration = import_module("campagne.measurement.migrations.0004_visits_of_before_came_along_no_entrance")


def test_days_and_months_of_before_get_a_row_without_entrance_and_may_get_it_twice(db):
    day = date(2027, 1, 31)
    for page, visits in ((1, 3), (2, 4)):
        DayPage.objects.create(day=day, page_id=page, revision_id=1, views=9, visits=visits)
        MonthPage.objects.create(month=day.replace(day=1), page_id=page, views=9, visits=visits)
    DayPage.objects.create(day=date(2027, 2, 1), page_id=1, revision_id=1, views=2)

    migration.count_without_entrance(apps, None)
    migration.count_without_entrance(apps, None)

    assert list(DayEntrance.objects.values_list("day", "entrance", "scans", "visits")) == [(day, 0, 0, 7)]
    assert list(MonthEntrance.objects.values_list("month", "entrance", "scans", "visits")) == [
        (date(2027, 1, 1), 0, 0, 7)
    ]
