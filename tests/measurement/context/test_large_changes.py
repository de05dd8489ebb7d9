from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from campagne.measurement.context.large_changes import LEAST_PAGES, note_days
from campagne.measurement.models import ContextEvent

DAY = timedelta(days=1)
NOON = datetime(2027, 5, 4, 10, tzinfo=UTC)


@pytest.fixture
def change(home):
    """Log that so many pages were changed at a moment: `change(20, NOON)`."""

    def write(pages: int, at: datetime, action: str = "wagtail.publish") -> None:
        kind = Page.objects.get(pk=home.pk).content_type
        PageLogEntry.objects.bulk_create(
            PageLogEntry(page_id=10_000 + number, content_type=kind, label="Pagina", action=action, timestamp=at)
            for number in range(pages)
        )

    return write


def test_a_day_on_which_much_changed_becomes_an_event_when_it_is_over(change):
    note_days(NOON)
    change(LEAST_PAGES, NOON)
    note_days(NOON)
    assert not ContextEvent.objects.exists()

    note_days(NOON + DAY)

    event = ContextEvent.objects.get()
    assert event.title == f"Veel van de site is veranderd: {LEAST_PAGES} pagina's"
    assert event.begins == event.ends == NOON.date()
    assert (event.kind, event.automatic) == ("content", "inhoud:2027-05-04")


@pytest.mark.parametrize(
    ("pages", "times", "action"),
    [
        pytest.param(LEAST_PAGES - 1, 1, "wagtail.publish", id="too few"),
        pytest.param(LEAST_PAGES - 1, 3, "wagtail.publish", id="the same ones again and again"),
        pytest.param(LEAST_PAGES, 1, "wagtail.edit", id="drafts alone"),
    ],
)
def test_an_ordinary_day_is_no_event(change, pages, times, action):
    note_days(NOON)
    for _ in range(times):
        change(pages, NOON, action)

    note_days(NOON + DAY)

    assert not ContextEvent.objects.exists()


def test_the_day_on_which_the_site_was_filled_is_none(change):
    change(200, NOON - DAY)

    for days in range(3):
        note_days(NOON + days * DAY)

    assert not ContextEvent.objects.exists()


def test_days_while_the_clock_was_away_are_looked_at_and_each_once(change):
    note_days(NOON)
    for days in (1, 3):
        change(LEAST_PAGES, NOON + days * DAY)

    for _ in range(2):
        note_days(NOON + 9 * DAY)

    assert {event.begins for event in ContextEvent.objects.all()} == {(NOON + days * DAY).date() for days in (1, 3)}


def test_an_event_that_somebody_removed_does_not_come_back(change):
    note_days(NOON)
    change(LEAST_PAGES, NOON)
    note_days(NOON + DAY)
    ContextEvent.objects.all().delete()

    note_days(NOON + DAY)

    assert not ContextEvent.objects.exists()


def test_a_day_is_an_amsterdam_day(change):
    note_days(NOON)
    change(LEAST_PAGES, datetime(2027, 5, 4, 22, 30, tzinfo=UTC))

    note_days(NOON + 3 * DAY)

    assert ContextEvent.objects.get().begins == timezone.localdate(NOON + DAY)
