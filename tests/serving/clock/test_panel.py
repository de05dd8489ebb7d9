"""Who works for the region sees on the first screen that the clock stands still, and nothing when it goes."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from campagne.serving.clock.jobs import JOBS
from campagne.serving.clock.panel import ClockPanel
from campagne.serving.clock.runs import write_down
from campagne.serving.clock.troubles import troubles_of_clock
from tests.conftest import make_user

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


def test_who_plans_pages_hears_that_plans_wait_and_what_helps_now(client, editor_of_stein):
    screen = first_screen(client, editor_of_stein)

    assert "Geplande pagina&#x27;s verschijnen en verdwijnen nu niet vanzelf." in screen
    assert "Publiceer de pagina dan zelf" in screen
    assert "manage.py" not in screen


def test_who_plans_pages_is_not_bothered_with_other_jobs(client, editor_of_stein, running):
    [other] = [job for job in JOBS if job.path == "campagne.measurement.consumer.count"]
    write_down(other, timezone.now(), timedelta(0), "OperationalError, campagne.x regel 3")

    assert ATTENTION not in first_screen(client, editor_of_stein)


def test_who_raises_incidents_hears_that_the_clock_is_silent(client, home):
    officer = make_user("officier", Group.objects.get(name="Incidentredacteur"))

    assert "staat stil" in first_screen(client, officer)


def test_who_only_reads_figures_is_not_bothered(client, home):
    reader = make_user("lezer", Group.objects.get(name="Lezer"))

    assert ATTENTION not in first_screen(client, reader)


def test_it_costs_one_query(regional_editor, running, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert ATTENTION not in ClockPanel(troubles_of_clock).render_html({})
