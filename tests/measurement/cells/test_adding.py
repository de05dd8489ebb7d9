"""Views and reads are counted in the cell they belong to, by the labels of their day."""

from datetime import date, timedelta

import pytest

from campagne.measurement.consumer import count
from campagne.measurement.models import DayCell, DayReferrer, MonthCell, MonthReferrer, PageLabelPeriod
from doelgroepen.models import TargetGroup
from tests.measurement.conftest import NOON, an_entrance, arrival, put

PAGE = 7
TODAY = date(2027, 3, 10)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def seniors(db):
    return TargetGroup.objects.create(name="Senioren", slug="senioren", self_description="Ik ben 65 of ouder")


def labelled(groups, begins=date(2027, 1, 1), ends=None, theme=5, municipality=3):
    told = {"theme": theme, "groups": groups, "municipality": municipality}
    return PageLabelPeriod.objects.create(page_id=PAGE, begins=begins, ends=ends, **told)


def counted(*arrivals):
    put(*arrivals)
    count(NOON, timedelta(0))


def cells(model=DayCell):
    """Theme, group, municipality and method, with views, visits and reads."""
    rows = model.objects.order_by("method", "group", "municipality")
    return list(rows.values_list("theme", "group", "municipality", "method", "views", "visits", "reads"))


def test_a_page_for_several_groups_stands_once_without_a_group_and_once_under_each(db):
    labelled([1, 2])

    counted(arrival(1), arrival(1, "read", is_entry=True), arrival(2, is_entry=False))

    assert cells() == [(5, group, 3, "G", 2, 1, 1) for group in (0, 1, 2)]
    assert cells(MonthCell) == cells()


def test_an_entrance_for_one_group_counts_who_comes_in_and_what_they_read_there(seniors):
    an_entrance("bieb", group=seniors)
    labelled([1, 2])

    counted(
        arrival(1, via="bieb"), arrival(1, "read", via="bieb", is_entry=True), arrival(2, via="bieb", is_entry=False)
    )

    assert (5, seniors.pk, 3, "Q", 1, 1, 1) in cells()
    assert (5, 0, 3, "G", 1, 0, 0) in cells()


def test_what_somebody_chose_counts_every_view(seniors):
    labelled([1, 2])

    counted(arrival(1, via="voor-senioren", is_entry=False), arrival(2, via="voor-senioren"))

    assert cells() == [(5, seniors.pk, 3, "Z", 2, 1, 0)]


def test_a_group_that_does_not_exist_is_chosen_by_nobody(db):
    labelled([9])

    counted(arrival(1, via="voor-niemand"))

    assert cells() == [(5, 9, 3, "T", 1, 1, 0)]


def test_labels_count_as_they_were_on_the_day(db):
    labelled([9], ends=YESTERDAY)
    labelled([8], begins=TODAY, theme=6, municipality=0)

    counted(arrival(1, day=YESTERDAY), arrival(2), arrival(3, day=date(2026, 12, 31)))

    assert cells() == [(0, 0, 0, "-", 1, 1, 0), (6, 8, 0, "T", 1, 1, 0), (5, 9, 3, "T", 1, 1, 0)]


def test_a_cell_is_never_read_more_often_than_it_was_shown(seniors):
    """A page that was given out before says with a view what somebody chose, and no more with a read."""
    labelled([9])

    counted(arrival(1, via="voor-senioren"), arrival(1, "read"))
    counted(arrival(2), arrival(2, "read"), arrival(3, "read"))

    assert cells() == [(5, 9, 3, "T", 1, 1, 1), (5, seniors.pk, 3, "Z", 1, 1, 0)]


def test_everybody_who_comes_in_came_from_somewhere_or_from_we_do_not_know_where(db):
    counted(arrival(1, referrer="Google"), arrival(2), arrival(3, is_entry=False), arrival(4, referrer="Google"))

    assert dict(DayReferrer.objects.values_list("referrer", "visits")) == {"Google": 2, "onbekend": 1}
    assert dict(MonthReferrer.objects.values_list("referrer", "visits")) == {"Google": 2, "onbekend": 1}


def test_what_events_refer_to_is_asked_once(seniors, django_assert_max_num_queries):
    for page_id in range(1, 30):
        PageLabelPeriod.objects.create(page_id=page_id, begins=YESTERDAY, groups=[page_id % 3])
    put(*[arrival(number, page_id=1 + number % 29, via="voor-senioren") for number in range(100)])

    with django_assert_max_num_queries(40) as few:
        count(NOON, timedelta(0))
    put(*[arrival(1000 + number, page_id=1 + number % 29, via="voor-senioren") for number in range(900)])

    with django_assert_max_num_queries(len(few)):
        count(NOON, timedelta(0))
