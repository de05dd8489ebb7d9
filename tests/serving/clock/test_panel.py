"""Who works for the region sees on the first screen that the clock stands still, and nothing when it goes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campagne.serving.clock.jobs import JOBS
from campagne.serving.clock.runs import write_down

ATTENTION = "De site heeft aandacht nodig"


@pytest.fixture
def running(db):
    """A clock that did all its jobs a moment ago."""
    for job in JOBS:
        write_down(job, timezone.now(), timedelta(0), "")


def first_screen(client, user):
    client.force_login(user)
    return client.get("/beheer/").content.decode()


def test_a_clock_that_stands_still_is_said_with_what_to_do(client, regional_editor):
    screen = first_screen(client, regional_editor)

    assert ATTENTION in screen
    assert "De klok van de site staat stil" in screen
    assert "manage.py serve" in screen


def test_a_failing_job_is_said_by_name(client, regional_editor, running):
    write_down(JOBS[1], timezone.now(), timedelta(0), "OperationalError, campagne.x regel 3")

    screen = first_screen(client, regional_editor)

    assert f"De taak &#x27;{JOBS[1].name}&#x27; mislukt." in screen
    assert JOBS[0].name not in screen


def test_nothing_is_said_when_all_is_well(client, regional_editor, running):
    assert ATTENTION not in first_screen(client, regional_editor)


def test_an_editor_of_a_municipality_is_not_bothered(client, editor_of_stein):
    assert ATTENTION not in first_screen(client, editor_of_stein)


def test_it_costs_one_query(regional_editor, running, django_assert_num_queries):
    from campagne.serving.clock.panel import ClockPanel

    with django_assert_num_queries(1):
        assert ATTENTION not in ClockPanel().render_html({})
