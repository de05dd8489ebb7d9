from datetime import timedelta

import pytest

from campagne.measurement.attention.weekly import added, per_week
from campagne.measurement.models import DayAct
from tests.measurement.attention.conftest import WEEKS

pytestmark = pytest.mark.django_db


def test_counts_are_added_up_by_week_and_a_week_without_any_is_0():
    days = {0: 1, 6: 2, 7: 8, 111: 4, -1: 100, 112: 100}
    for passed, count in days.items():
        DayAct.objects.create(day=WEEKS.first + timedelta(days=passed), page_id=7, act="report", count=count)

    (found,) = per_week(DayAct.objects.all(), "count", WEEKS, "page_id")

    assert found == ((7,), (3, 8, *[0] * 13, 4))


def test_rows_are_added_week_by_week():
    assert added([(1, 2), (10, 20)]) == (11, 22)
