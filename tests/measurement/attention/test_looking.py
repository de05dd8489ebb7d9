"""Whoever reads the cards knows of which moment they are."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from campagne.measurement.attention.looking import JOB, last_looked
from campagne.serving.clock.jobs import HOUR, JOBS
from campagne.serving.clock.runs import write_down

AT = datetime(2026, 12, 2, 22, 59, 30, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def looked(at: datetime, fault: str = "") -> None:
    write_down(next(job for job in JOBS if job.path == JOB), at, timedelta(seconds=30), fault)


def screen(client, user) -> str:
    client.force_login(user)
    return client.get(reverse("attention")).content.decode()


def test_the_screen_says_how_often_is_looked_and_that_is_how_the_clock_does_it(client, regional_editor):
    assert [job.period for job in JOBS if job.path == JOB] == [HOUR]
    assert "Er is nog niet gekeken. We kijken elk uur opnieuw." in screen(client, regional_editor)


def test_the_screen_says_when_was_last_looked_in_dutch_time(client, regional_editor):
    looked(AT)

    assert "Bijgewerkt om 00:00 op 3 december 2026." in screen(client, regional_editor)


def test_a_look_that_failed_brought_nothing_up_to_date(home):
    looked(AT)
    looked(AT + HOUR, "OperationalError")

    assert last_looked() == AT + timedelta(seconds=30)


def test_a_first_look_that_failed_is_none(home):
    looked(AT, "OperationalError")

    assert last_looked() is None
