"""What we change ourselves is written down once, by whichever process comes first."""

from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from django.utils import timezone

from campagne.measurement import bots
from campagne.measurement.context import versions
from campagne.measurement.context.event import EventKind
from campagne.measurement.context.versions import Watched, note_changes, watched
from campagne.measurement.measures import MEASURES
from campagne.measurement.models import ContextEvent, KnownVersion

LATE = datetime(2026, 5, 3, 22, 30, tzinfo=UTC)  # The fourth of May in Amsterdam.


@pytest.fixture
def watch(db, monkeypatch):
    """Let one thing be watched, in a version: `watch(2)`."""

    def only(version: int, code: str = "filter") -> None:
        thing = Watched(code, version, EventKind.MEASURING, "We herkennen robots anders")
        monkeypatch.setattr(versions, "watched", lambda: iter([thing]))

    return only


def test_what_was_never_seen_before_is_only_remembered(db):
    note_changes(LATE)

    assert KnownVersion.objects.count() == len(list(watched())) == len(MEASURES) + 2
    assert not ContextEvent.objects.exists()


def test_a_version_that_rose_becomes_an_event_of_that_day(watch):
    for version in (1, 2):
        watch(version)
        note_changes(LATE)

    event = ContextEvent.objects.get()
    assert (event.title, event.kind, event.automatic) == ("We herkennen robots anders", "measuring", "filter:2")
    assert event.begins == event.ends == date(2026, 5, 4)
    assert event.municipality is None


def test_it_is_written_once_however_often_the_clock_looks(watch):
    watch(1)
    note_changes(LATE)
    watch(2)

    for _ in range(3):
        note_changes(timezone.now())

    assert ContextEvent.objects.count() == 1


def test_an_event_that_somebody_removed_does_not_come_back(watch):
    for version in (1, 2):
        watch(version)
        note_changes(LATE)
    ContextEvent.objects.all().delete()

    note_changes(LATE)

    assert not ContextEvent.objects.exists()


def test_a_machine_with_older_code_changes_nothing(watch):
    for version in (3, 2, 3):
        watch(version)
        note_changes(LATE)

    assert KnownVersion.objects.get().version == 3
    assert not ContextEvent.objects.exists()


def test_of_two_processes_at_once_one_writes_it(watch, monkeypatch):
    watch(1)
    note_changes(LATE)
    watch(2)
    thing = next(versions.watched())

    for _ in range(2):  # Both read the old version before either wrote the new one.
        versions._note(thing, date(2026, 5, 4))

    assert ContextEvent.objects.count() == 1


def test_each_watched_thing_has_a_name_that_fits_its_column(db):
    things = list(watched())

    assert len({thing.code for thing in things}) == len(things)
    assert all(len(f"{thing.code}:{thing.version}") <= 80 and len(thing.title) <= 120 for thing in things)
    assert all(len(thing.code) <= 60 for thing in things)


@pytest.mark.once
def test_another_filter_has_another_version():
    """When this fails, raise FILTER_VERSION if others are told apart than before, and write the new mark here."""
    decides = (
        *(bots.BROWSERS, bots.LONGEST_NAME, bots.WORDS_OF_PROGRAMS, bots.MAIL_ADDRESS.pattern, bots.NOT_A_PROGRAM),
        *(bots.CHROMIUM.pattern, bots.CHROMIUM_THAT_SAYS_WHERE_FROM),
    )

    mark = sha256(repr(decides).encode()).hexdigest()[:12]

    assert (bots.FILTER_VERSION, mark) == (1, "3f451d37a31e")
