"""A region that was founded before there was a guide: the guide comes to /melden/, the register moves below it."""

from importlib import import_module

import pytest
from django.apps import apps
from wagtail.models import Page

from campagne.content.models import ReportChannelsPage
from campagne.report_guide.models import ReportGuidePage

pytestmark = pytest.mark.django_db
make_room = import_module("campagne.report_guide.migrations.0002_guide_takes_the_place_of_the_register").make_room


@pytest.fixture
def register(home):
    """The tree as it was founded before."""
    ReportGuidePage.objects.get().delete()
    home.refresh_from_db()
    page = home.add_child(instance=ReportChannelsPage(title="Waar kan ik melden?", slug="melden", summary="Kies."))
    page.save_revision().publish()
    return page


def test_both_stand_at_their_new_addresses_and_the_tree_is_whole(client, home, register):
    make_room(apps, None)

    guide, moved = ReportGuidePage.objects.get(), ReportChannelsPage.objects.get()
    assert [page.get_url() for page in (guide, moved)] == ["/melden/", "/melden/meldpunten/"]
    assert [client.get(address).status_code for address in ("/melden/", "/melden/meldpunten/")] == [200, 200]
    assert moved.pk == register.pk
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_draft_of_the_register_does_not_take_its_old_address_back(home, register):
    make_room(apps, None)

    ReportChannelsPage.objects.get().get_latest_revision().publish()

    assert ReportChannelsPage.objects.get().get_url() == "/melden/meldpunten/"


def test_a_region_that_has_a_guide_stays_as_it_is(home):
    before = list(Page.objects.values_list("path", "url_path"))

    make_room(apps, None)

    assert list(Page.objects.values_list("path", "url_path")) == before
