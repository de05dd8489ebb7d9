from datetime import UTC, datetime, timedelta

import pytest

from campagne.guided.models import GuidedSession
from campagne.guided.planning.listing import PAST, ListForm, in_order, page_of, sections
from campagne.guided.planning.plan import Plan, plan_sessions
from campagne.guided.sessions.standing import State

pytestmark = pytest.mark.django_db
LATE = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
"""Half past midnight on the second of July, here."""


@pytest.fixture
def planned_at(ours, module):
    """Plan a session at these moments, with a name."""
    GuidedSession.objects.all().delete()

    def plan(name: str, *moments: datetime) -> GuidedSession:
        [session] = plan_sessions(Plan(ours.location, module, moments, group_name=name), ours.coordinator)
        return session

    return plan


def test_today_is_a_dutch_day_and_comes_first_then_what_comes_then_what_was(planned_at, ours):
    planned_at("gisteren", LATE - timedelta(hours=1))
    planned_at("volgende week", LATE + timedelta(days=7))
    planned_at("morgen", LATE + timedelta(days=1))
    planned_at("vandaag laat", LATE + timedelta(hours=20))
    planned_at("cursus, ook vandaag", LATE - timedelta(days=7), LATE + timedelta(hours=9), LATE + timedelta(days=7))

    found = sections(in_order(GuidedSession.objects.led_by(ours.coordinator), LATE))

    assert [(section.heading, [session.group_name for session in section.sessions]) for section in found] == [
        ("Vandaag", ["cursus, ook vandaag", "vandaag laat"]),
        ("Binnenkort", ["morgen", "volgende week"]),
        ("Geweest", ["gisteren"]),
    ]


def test_a_course_that_closed_early_was_on_the_day_it_was_held(planned_at, ours):
    session = planned_at("vroeg klaar", LATE - timedelta(days=2), LATE + timedelta(days=14))
    session.meetings.filter(starts_at__lt=LATE).update(started_at=LATE - timedelta(days=2))
    GuidedSession.objects.update(state=State.CLOSED, closed_at=LATE)

    [found] = in_order(GuidedSession.objects.led_by(ours.coordinator), LATE)

    assert (found.rank, found.last_at) == (PAST, LATE - timedelta(days=2))


def test_a_long_list_is_shown_a_screen_at_a_time_with_few_queries(planned_at, ours, django_assert_max_num_queries):
    for number in range(45):
        planned_at(f"groep {number}", LATE + timedelta(days=number))
    sessions = in_order(GuidedSession.objects.led_by(ours.coordinator), LATE)

    with django_assert_max_num_queries(3):
        last = page_of(sessions, "999")
        shown = [str(session.location) for session in last]

    assert (last.number, len(shown)) == (3, 5)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        pytest.param({}, 2, id="everything"),
        pytest.param({"q": "DINS"}, 1, id="a word"),
        pytest.param({"stand": "running"}, 0, id="a state"),
        pytest.param({"stand": "onzin", "locatie": "x"}, 2, id="nonsense narrows nothing"),
    ],
)
def test_a_list_is_narrowed_by_what_was_asked(planned_at, ours, asked, count):
    planned_at("dinsdag", LATE)
    planned_at("woensdag", LATE)

    form = ListForm(asked, user=ours.coordinator)

    assert form.narrow(GuidedSession.objects.led_by(ours.coordinator)).count() == count
