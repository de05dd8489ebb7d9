import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.figures.surveillance import LEAST_EXPECTED, WEEKS, Series
from campagne.measurement.attention.subject import Pooled, Subject, pool

pytestmark = pytest.mark.once

THEME, YOUNG, OLD, STEIN = 1, 2, 3, 4


def series(a_week: int) -> Series:
    return Series((a_week,) * WEEKS)


def with_all_above(counts: dict[Subject, int]) -> dict[Subject, Series]:
    """Add each count to what is above it, as those who count do."""
    weeks: dict[Subject, int] = {}
    for about, count in counts.items():
        part = about
        while part is not None:
            weeks[part] = weeks.get(part, 0) + count
            part = part.above
    return {about: series(count) for about, count in weeks.items()}


def test_a_place_that_is_too_small_is_judged_with_the_region():
    judged, pooled = pool(
        {Subject(THEME): series(9), Subject(THEME, YOUNG): series(9), Subject(THEME, YOUNG, STEIN): series(1)}
    )

    assert judged.keys() == {Subject(THEME, YOUNG)}
    assert pooled == [Pooled(Subject(THEME, YOUNG, STEIN), 4, Subject(THEME, YOUNG))]


def test_a_group_that_is_too_small_is_judged_with_all_groups_of_the_theme():
    judged, pooled = pool({Subject(THEME): series(9), Subject(THEME, YOUNG): series(1), Subject(THEME, OLD): series(8)})

    assert judged.keys() == {Subject(THEME), Subject(THEME, OLD)}
    assert pooled == [Pooled(Subject(THEME, YOUNG), 4, Subject(THEME))]


def test_a_theme_that_is_too_small_is_not_judged_at_all():
    judged, pooled = pool({Subject(THEME): series(1), Subject(THEME, YOUNG): series(1)})

    assert judged == {}
    assert [one.into for one in pooled] == [None, None]


def test_nobody_came_ever_is_too_little_too():
    judged, pooled = pool({Subject(THEME, YOUNG): series(0)})

    assert (judged, pooled) == ({}, [Pooled(Subject(THEME, YOUNG), 0, None)])


SUBJECTS = st.builds(Subject, st.just(THEME), st.integers(1, 3), st.one_of(st.none(), st.integers(1, 3)))


@given(st.dictionaries(SUBJECTS, st.integers(0, 12), max_size=12))
def test_whatever_is_too_small_is_found_again_in_something_large_enough_or_told(counts):
    whole = with_all_above(counts)

    judged, pooled = pool(whole)

    assert all(one.expected >= LEAST_EXPECTED for one in judged.values())
    assert all(one.expected < LEAST_EXPECTED for one in pooled)
    assert all(one.into is None or one.into in judged for one in pooled)
    assert judged.keys() | {one.about for one in pooled} >= {about for about in whole if about.group is not None}
