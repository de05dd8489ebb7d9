"""A page goes back to what readers saw before, never to what nobody put before them."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from campagne.staff.freezing.earlier import Publication, last_good

MOMENT = datetime(2026, 11, 1, tzinfo=UTC)
publications = some.lists(
    some.builds(
        Publication,
        at=some.integers(0, 9).map(lambda minutes: MOMENT + timedelta(minutes=minutes)),
        version=some.integers(1, 9),
        by_account=some.booleans(),
    ),
    max_size=6,
)


@given(publications, some.sets(some.integers(1, 9)))
def test_it_is_the_newest_that_is_trusted_and_was_published_by_somebody_else(published, trusted):
    good = [each for each in published if each.version in trusted and not each.by_account]

    version = last_good(published, trusted)

    assert (version is None) == (not good)
    if version is not None:
        assert max(each.at for each in good) in {each.at for each in good if each.version == version}


def test_a_version_that_was_published_again_later_is_the_newest():
    first, second = Publication(MOMENT, 7, False), Publication(MOMENT + timedelta(minutes=1), 5, False)

    assert last_good([second, first], {5, 7}) == 5
