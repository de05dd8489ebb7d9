"""What is planned for a campaign waits while an incident runs, and is released by hand."""

from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from campagne.content.models import CampaignIndexPage, CampaignPage
from campagne.incidents.course import Kind
from campagne.incidents.holding import HeldPlan, release, still_to_come
from campagne.incidents.raising import end
from campagne.serving.clock.planned import keep_plans

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def planned(home):
    """A campaign that appears in an hour: `planned(above)`, of the region unless it stands below another page."""

    def plan(above=None):
        index = CampaignIndexPage.objects.child_of(above or home).get()
        page = CampaignPage(title="Eerst ophangen", summary="Kort.", goal="Ophangen.", live=False)
        page.go_live_at = timezone.now() + HOUR
        index.add_child(instance=page)
        page.save_revision().publish()
        return page

    return plan


@pytest.fixture
def in_two_hours(monkeypatch):
    """Let the clock of the site look two hours later, or let something else happen then."""

    def happen(act=keep_plans):
        at = timezone.now() + 2 * HOUR
        with monkeypatch.context() as patched:
            patched.setattr(timezone, "now", lambda: at)
            return act(at)

    return happen


def is_live(page) -> bool:
    return CampaignPage.objects.get(pk=page.pk).live


def test_a_planned_campaign_waits_for_an_incident_and_also_after_it(officers, planned, in_two_hours):
    page, incident = planned(), officers.raised()
    to_come = still_to_come(incident, timezone.now())

    in_two_hours()
    held_during = not is_live(page)
    end(incident.pk, 1, Kind.ALL_CLEAR, officers.first, timezone.now())
    in_two_hours()

    assert [held_during, is_live(page)] == [True, False]
    assert [int(each.object_id) for each in to_come] == [page.pk]
    assert HeldPlan.objects.waiting().get().incident == incident


def test_what_was_held_is_published_once_when_somebody_releases_it(officers, planned, in_two_hours):
    page = planned()
    officers.raised()
    in_two_hours()
    plan = HeldPlan.objects.get()

    released = [in_two_hours(partial(release, plan, by)) for by in (officers.second, officers.first)]

    assert released == [True, False]
    assert is_live(page)
    assert HeldPlan.objects.get().released_by == officers.second


def test_an_exercise_holds_nothing_and_an_incident_elsewhere_neither(officers, planned, in_two_hours, beek, stein):
    officers.raised(is_exercise=True)
    officers.raised().municipalities.set([stein])
    in_beek, in_stein = planned(beek.page), planned(stein.page)

    in_two_hours()

    assert [is_live(in_beek), is_live(in_stein)] == [True, False]


def test_what_its_editor_published_meanwhile_waits_no_longer(officers, planned, in_two_hours):
    page = planned()
    officers.raised()
    in_two_hours()

    page.refresh_from_db()
    page.go_live_at = None
    page.save_revision().publish()

    assert list(HeldPlan.objects.waiting()) == []
    assert release(HeldPlan.objects.get(), officers.first, timezone.now()) is False
