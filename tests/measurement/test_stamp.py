"""A stamp proves that we gave out a revision, and holds 26 hours longer than the revision."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campagne.measurement import stamp
from campagne.measurement.stamp import is_ours, stamp_for, still_counts, when_replaced
from tests.measurement.conftest import NOON

HOUR = timedelta(hours=1)


def test_a_stamp_is_the_same_for_every_visitor_and_of_one_step_only():
    assert stamp_for(12, 40, 1) == stamp_for(12, 40, 1)
    assert is_ours(stamp_for(12, 40, 1), 12, 40, 1)
    assert not is_ours(stamp_for(12, 40, 1), 12, 40, 2)
    assert not is_ours(stamp_for(12, 40, 1), 124, 0, 1)


def test_a_stamp_of_another_installation_is_not_ours(settings):
    theirs = stamp_for(12, 40, 0)
    settings.SECRET_KEY = "another"

    assert not is_ours(theirs, 12, 40, 0)


@pytest.mark.parametrize(
    ("revision", "expected"),
    [
        pytest.param(3, None, id="the live one"),
        pytest.param(2, NOON + HOUR, id="the one before"),
        pytest.param(1, NOON + 2 * HOUR, id="went live twice, replaced twice"),
        pytest.param(0, NOON - HOUR, id="what stood there before any revision"),
        pytest.param(9, None, id="never published"),
    ],
)
def test_a_revision_stops_when_the_next_goes_live(revision, expected):
    published = [(1, NOON - HOUR), (2, NOON), (1, NOON + HOUR), (3, NOON + 2 * HOUR)]

    assert when_replaced(revision, published) == expected


def test_a_replaced_revision_counts_26_hours_longer(page):
    old = page.live_revision_id
    page.save_revision().publish()
    page.refresh_from_db()
    now = timezone.now()

    assert page.live_revision_id != old
    assert still_counts(page.pk, page.live_revision_id, now)
    assert still_counts(page.pk, old, now + 25 * HOUR)
    assert not still_counts(page.pk, old, now + 27 * HOUR)


def test_a_draft_never_counts(page):
    draft = page.save_revision()

    assert not still_counts(page.pk, draft.pk, timezone.now())


def test_a_page_that_was_unpublished_or_deleted_stops_at_once(page):
    revision = page.live_revision_id
    page.unpublish()
    assert not still_counts(page.pk, revision, timezone.now())

    page.delete()
    assert not still_counts(page.pk, revision, timezone.now())


def test_what_was_found_is_remembered_for_half_a_minute(committed, monkeypatch):
    asked = []
    monkeypatch.setattr(stamp, "_look_up", lambda *key: asked.append(key) or True)
    monkeypatch.setattr(stamp, "_remembered", {})
    monkeypatch.setattr(stamp, "REMEMBERED_PAGES", 2)

    for seconds in (0, 29, 30):
        still_counts(1, 1, NOON + timedelta(seconds=seconds))
    for page_id in range(2, 9):
        still_counts(page_id, 1, NOON)

    assert len(asked) == 2 + 7
    assert len(stamp._remembered) <= 2
