"""What came of a place: visits while it hung there, what came before and later apart, and nothing made up."""

from datetime import date

import pytest

from campagne.measurement.entrances.comparing import ORDERS, Place, in_order, places_of, visits_without_entrance
from campagne.measurement.models import DayEntrance, Entrance, MonthEntrance, Purge
from tests.measurement.conftest import an_entrance

TAKEN_AWAY = date(2027, 3, 15)


def counted(entrance, day, *, scans=0, visits=0):
    """As the consumer leaves it, day and month together."""
    DayEntrance.objects.create(day=day, entrance=entrance, scans=scans, visits=visits)
    month, _ = MonthEntrance.objects.get_or_create(month=day.replace(day=1), entrance=entrance)
    month.scans, month.visits = month.scans + scans, month.visits + visits
    month.save()


@pytest.fixture
def flyer(home):
    return an_entrance("flyer", placed_until=TAKEN_AWAY, print_run=400)


def figures(place):
    return place.scans, place.visits, place.late, place.per_hundred


def test_who_comes_after_it_was_taken_away_counts_apart(flyer):
    counted(flyer.pk, date(2027, 2, 3), scans=9, visits=7)
    counted(flyer.pk, TAKEN_AWAY, scans=2, visits=1)
    counted(flyer.pk, date(2027, 3, 16), visits=3)
    counted(flyer.pk, date(2027, 5, 1), scans=6, visits=5)

    [place] = places_of([flyer])

    assert figures(place) == (17, 8, 8, 2.0)


def test_who_came_before_it_hung_counts_apart(home):
    poster = an_entrance("poster", placed_from=date(2027, 3, 11), print_run=25)
    counted(poster.pk, date(2027, 1, 20), scans=9, visits=7)
    counted(poster.pk, date(2027, 3, 10), visits=6)
    counted(poster.pk, date(2027, 3, 11), visits=3)
    counted(poster.pk, date(2027, 4, 1), visits=5)

    [place] = places_of([poster])

    assert (place.early, *figures(place)) == (13, 9, 8, 0, 32.0)


def test_placed_and_taken_away_in_one_month_keeps_before_and_later_apart(home):
    poster = an_entrance("poster", placed_from=date(2027, 3, 11), placed_until=TAKEN_AWAY, print_run=100)
    for day, visits in ((10, 1), (11, 2), (15, 4), (16, 8)):
        counted(poster.pk, date(2027, 3, day), visits=visits)

    [place] = places_of([poster])

    assert (place.early, *figures(place)) == (1, 0, 6, 8, 6.0)


def test_of_a_month_whose_days_are_gone_only_earlier_months_are_before(home):
    poster = an_entrance("poster", placed_from=date(2027, 3, 11), print_run=10)
    counted(poster.pk, date(2027, 2, 20), visits=2)
    counted(poster.pk, date(2027, 3, 30), visits=3)
    DayEntrance.objects.all().delete()
    Purge.objects.create(pk=1, before=date(2027, 4, 1))

    [place] = places_of([poster])

    assert (place.early, *figures(place)) == (2, 0, 3, 0, 30.0)


def test_where_it_still_hangs_nobody_is_late(home):
    poster = an_entrance("poster")
    counted(poster.pk, date(2027, 3, 16), scans=4, visits=3)

    assert figures(places_of([poster])[0]) == (4, 3, 0, None)


def test_a_place_where_nobody_came_has_none_and_not_unknown(flyer):
    assert figures(places_of([flyer])[0]) == (0, 0, 0, 0.0)


def test_of_a_month_whose_days_are_gone_it_is_unknown_who_was_late(flyer):
    counted(flyer.pk, date(2027, 3, 10), scans=4, visits=3)
    DayEntrance.objects.all().delete()
    Purge.objects.create(pk=1, before=date(2027, 4, 1))

    assert figures(places_of([flyer])[0]) == (4, None, None, None)


def test_taken_away_on_the_last_day_of_a_month_is_known_without_its_days(home):
    poster = an_entrance("poster", placed_until=date(2027, 3, 31), print_run=10)
    counted(poster.pk, date(2027, 3, 31), visits=3)
    counted(poster.pk, date(2027, 4, 1), visits=2)
    DayEntrance.objects.all().delete()
    Purge.objects.create(pk=1, before=date(2027, 4, 1))

    assert figures(places_of([poster])[0]) == (0, 3, 2, 30.0)


def test_what_came_along_no_entrance_is_no_place(flyer):
    counted(0, date(2027, 3, 1), visits=11)

    assert visits_without_entrance() == 11
    assert places_of([flyer])[0].all_visits == 0


@pytest.mark.parametrize(
    ("order", "codes"),
    [
        pytest.param("bezoeken", ["b", "a", "c"], id="most visits"),
        pytest.param("per100", ["a", "b", "c"], id="most per hundred, unknown last"),
        pytest.param("gescand", ["c", "a", "b"], id="most scans"),
        pytest.param("nagekomen", ["b", "a", "c"], id="most late, unknown last"),
    ],
)
def test_the_most_stands_first_and_unknown_last(order, codes):
    places = [
        Place(Entrance(code="a", print_run=10), scans=5, all_visits=9, late=1, early=0),
        Place(Entrance(code="b", print_run=1000), scans=1, all_visits=24, late=4, early=0),
        Place(Entrance(code="c", print_run=10), scans=8, all_visits=99, late=None, early=0),
    ]

    assert [place.entrance.code for place in in_order(places, order)] == codes
    assert order in ORDERS


def test_however_many_places_the_queries_stay_the_same(home, django_assert_num_queries):
    entrances = [an_entrance(f"plek-{number}", placed_until=TAKEN_AWAY) for number in range(9)]

    with django_assert_num_queries(6):
        places_of(entrances)
