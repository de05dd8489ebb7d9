"""Reach is an interval: nothing shared is divided, nothing is counted twice, and the unknown stays visible."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.figures.reach import (
    SHARED,
    UNKNOWN,
    Counted,
    Reach,
    Whole,
    per_thousand,
    reach_per_group,
    reach_per_place,
    whole_of,
)

pytestmark = pytest.mark.once

VISITS = st.lists(
    st.tuples(
        st.sets(st.integers(1, 4), max_size=3),
        st.booleans(),
        st.integers(0, 2),
        st.sampled_from("QZT"),
        st.integers(0, 9),
    )
)


def counted(visits) -> list[Counted]:
    """Cells as they are written: one group under itself; several once, and under each."""
    cells = []
    for groups, is_known, place, letter, times in visits:
        if groups and (is_known or len(groups) == 1):
            cells.append(Counted(1, min(groups), place, letter, times))
        elif groups:
            cells += [Counted(1, group, place, SHARED, times) for group in (0, *groups)]
        else:
            cells.append(Counted(1, 0, place, UNKNOWN, times))
    return cells


@given(VISITS)
def test_every_visit_is_in_the_whole_once(visits):
    whole = whole_of(counted(visits))

    assert whole.visits == sum(times for *_, times in visits)


@given(VISITS)
def test_the_places_together_are_the_whole(visits):
    cells = counted(visits)

    places = reach_per_place(cells)

    assert sum(reach.certain for reach in places.values()) == whole_of(cells).visits
    assert {reach.shared for reach in places.values()} <= {0}


@given(VISITS)
def test_a_group_lies_between_what_is_certain_and_what_may_be_its_own(visits):
    per_group = reach_per_group(counted(visits))

    for group in (1, 2, 3, 4):
        possible = sum(times for groups, *_, times in visits if group in groups)
        assert per_group.get(group, Reach()).certain <= per_group.get(group, Reach()).possible <= possible


@given(VISITS)
def test_what_is_certain_of_all_groups_is_never_more_than_there_were(visits):
    cells = counted(visits)

    assert sum(reach.certain for reach in reach_per_group(cells).values()) == whole_of(cells).certain


@given(VISITS)
def test_of_one_group_the_places_add_up_to_the_group(visits):
    cells = counted(visits)

    for group, reach in reach_per_group(cells).items():
        assert sum(reach_per_place(cells, group).values(), Reach()) == reach


def test_a_shared_page_stands_under_each_of_its_groups_and_is_not_divided():
    cells = [
        Counted(1, 7, 0, "T", 100),
        Counted(1, 0, 0, "G", 40),
        Counted(1, 7, 0, "G", 40),
        Counted(1, 8, 0, "G", 40),
        Counted(1, 0, 0, "-", 5),
    ]

    assert reach_per_group(cells) == {7: Reach(100, 40, frozenset("TG")), 8: Reach(0, 40, frozenset("G"))}
    assert whole_of(cells) == Whole(certain=100, shared=40, unknown=5)


def test_a_method_without_visits_did_not_make_it_up():
    assert reach_per_group([Counted(1, 7, 0, "Q", 0), Counted(1, 7, 0, "T", 1)])[7].methods == Counter("T").keys()


def test_a_thousand_inhabitants_can_pay_more_than_a_thousand_visits():
    assert per_thousand(30, 20) == 1500
    with pytest.raises(ValueError, match="0 inhabitants"):
        per_thousand(30, 0)
