"""A region is founded once, may be founded again, and stays what it is: real or demo."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from wagtail.models import GroupPagePermission, Page

from campagne.serving.models import Installation
from campagne.staff import roles
from home.region import found_region
from tests.conftest import make_user


def test_founding_twice_changes_nothing(home):
    pages, permissions = Page.objects.count(), GroupPagePermission.objects.count()

    found_region("Teststreek", ["Stein", "Beek"])

    assert (Page.objects.count(), GroupPagePermission.objects.count()) == (pages, permissions)


def test_a_region_starts_empty(home):
    from campagne.content.models import CampaignPage, ModulePage

    assert not CampaignPage.objects.exists()
    assert not ModulePage.objects.exists()


def test_no_page_can_be_sent_to_approval_by_nobody(home):
    assert home.get_workflow() is None


def test_approval_by_people_stays(db):
    make_user("moderator", Group.objects.get(name="Moderators"))

    assert found_region("Teststreek", []).get_workflow().name == "Moderators approval"


def test_after_founding_only_the_roles_of_the_table_exist(db):
    found_region("Teststreek", ["Stein"])

    names = set(Group.objects.values_list("name", flat=True))
    assert names <= {role.name for role in roles.ROLES} | {"Redactie Stein"}


def test_a_group_of_wagtail_with_people_in_it_stays(db):
    make_user("redacteur", Group.objects.get(name="Editors"))

    found_region("Teststreek", [])

    assert set(Group.objects.filter(name__in=["Moderators", "Editors"]).values_list("name", flat=True)) == {"Editors"}


def test_a_real_installation_never_becomes_a_demo(home):
    with pytest.raises(ValidationError, match="echte installatie blijft echt"):
        found_region("Teststreek", [], is_demo=True)

    assert not Installation.objects.current().is_demo


def test_a_demo_never_becomes_real(db):
    found_region("Voorbeeld", [], is_demo=True)

    with pytest.raises(ValidationError):
        found_region("Voorbeeld", [])

    assert Installation.objects.current().is_demo


def test_a_municipality_can_be_added_later(home):
    found_region("Teststreek", ["Stein", "Beek", "Sittard-Geleen"])

    assert Page.objects.filter(url_path__endswith="/gemeenten/sittard-geleen/campagnes/").exists()
