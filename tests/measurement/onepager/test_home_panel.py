import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from tests.conftest import make_user

pytestmark = pytest.mark.django_db
HEADING = "De cijfers"


def first_screen(client, user) -> str:
    client.force_login(user)
    return " ".join(client.get(reverse("wagtailadmin_home")).content.decode().split())


def test_who_reads_figures_and_writes_nothing_begins_at_the_sheets(client, home):
    screen = first_screen(client, make_user("burgemeester", Group.objects.get(name="Lezer")))

    assert HEADING in screen
    for name in ("one_pager", "figures", "monthly_mail"):
        assert f'href="{reverse(name)}"' in screen
    assert "Eén A4 per doel: " in screen


def test_who_writes_pages_begins_at_the_pages(client, regional_editor):
    assert 'id="cijfers' not in first_screen(client, regional_editor)


def test_who_may_not_see_figures_gets_no_way_to_them(client, home):
    reporter = make_user("incident", Group.objects.get(name="Incidentredacteur"))

    assert reverse("one_pager") not in first_screen(client, reporter)
