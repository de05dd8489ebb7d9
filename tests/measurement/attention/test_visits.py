import pytest

from campagne.measurement.attention.subject import Subject
from campagne.measurement.attention.visits import visits_counted_since, visits_watched
from tests.measurement.attention.conftest import WEEKS

pytestmark = pytest.mark.django_db
ONE = [1] * 16


def recent_of(series) -> dict[Subject, int]:
    return {about: one.recent for about, one in series.items()}


@pytest.mark.parametrize("method", ["Q", "Z", "T"])
def test_what_certainly_belongs_to_a_group_counts_for_it_its_place_and_the_theme(visit, cybercrime, old, stein, method):
    visit(cybercrime, old, ONE, place=stein, method=method)

    theme, group = cybercrime.pk, old.pk
    assert recent_of(visits_watched(WEEKS)) == {
        Subject(theme): 4,
        Subject(theme, group): 4,
        Subject(theme, group, stein.pk): 4,
    }


def test_what_groups_share_counts_once_for_the_theme_and_for_no_group(visit, cybercrime, old, young):
    for group in (None, old, young):
        visit(cybercrime, group, ONE, method="G")

    assert recent_of(visits_watched(WEEKS)) == {Subject(cybercrime.pk): 4}


def test_a_place_is_a_part_of_the_region(visit, cybercrime, old, stein, beek):
    for place in (stein, beek, None):
        visit(cybercrime, old, ONE, place=place)

    assert recent_of(visits_watched(WEEKS))[Subject(cybercrime.pk, old.pk)] == 12


def test_the_first_day_that_was_counted_is_known_and_none_is_none(visit, cybercrime, old):
    assert visits_counted_since() is None

    visit(cybercrime, old, [0, 1])

    assert (visits_counted_since() - WEEKS.first).days == 9
