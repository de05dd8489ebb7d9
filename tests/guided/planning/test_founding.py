import pytest
from django.contrib.auth.models import Group

from campagne.guided.models import GuidedSession
from campagne.guided.planning.founding import found_library, put_members, rename_library
from tests.conftest import make_user

pytestmark = pytest.mark.django_db


def test_a_library_gets_two_groups_with_no_more_than_their_work(home):
    library = found_library("Bibliotheek Stein")

    rights = {
        group: set(group.permissions.values_list("codename", flat=True))
        for group in (library.coordinators, library.guides)
    }

    assert rights[library.coordinators] == {"access_admin", "plan_sessions", "lead_sessions"}
    assert rights[library.guides] == {"access_admin", "lead_sessions"}
    assert found_library("Bibliotheek Stein") == library


def test_a_group_that_happens_to_have_the_name_brings_nobody_along(home):
    stranger = make_user("vreemde", Group.objects.create(name="Coördinatoren Bibliotheek Stein"))

    library = found_library("Bibliotheek Stein")

    assert not library.coordinators.user_set.filter(pk=stranger.pk).exists()


def test_a_guide_who_left_the_library_leads_none_of_its_sessions(ours):
    ours.session.presenters.add(ours.guide)
    assert GuidedSession.objects.led_by(ours.guide).get() == ours.session

    put_members(ours.library, [ours.coordinator], [])

    assert not GuidedSession.objects.led_by(ours.guide).exists()


def test_another_name_and_other_people(home):
    library = found_library("Bibliotheek Stein")
    somebody, other = make_user("iemand"), make_user("ander")
    put_members(library, [somebody], [other])

    rename_library(library, "Bibliotheek Beek")
    put_members(library, [other], [])

    assert library.coordinators.name == "Coördinatoren Bibliotheek Beek"
    assert [*library.coordinators.user_set.all(), *library.guides.user_set.all()] == [other]
