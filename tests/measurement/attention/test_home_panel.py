import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from tests.conftest import make_user

pytestmark = pytest.mark.django_db
HEADING = "Wie heeft nu aandacht nodig?"


def first_screen(client, user) -> str:
    client.force_login(user)
    return " ".join(client.get(reverse("wagtailadmin_home")).content.decode().split())


def test_groups_that_need_attention_stand_on_the_first_screen(client, regional_editor, card, stein):
    card(), card(gap="step", municipality=stein)

    screen = first_screen(client, regional_editor)

    assert HEADING in screen
    assert "<strong>Ouderen</strong>:" in screen
    assert "bereik (Cybercrime)" in screen
    assert "handelen (Cybercrime) in Stein" in screen
    assert reverse("attention") in screen


def test_nothing_is_said_when_nothing_is_open_or_seen(client, regional_editor, card):
    one = card()
    one.figures["gone_since"] = "2026-12-02"
    one.save()

    assert HEADING not in first_screen(client, regional_editor)


def test_an_editor_of_beek_does_not_read_of_stein(client, editor_of_beek, card, stein):
    card(municipality=stein)

    assert HEADING not in first_screen(client, editor_of_beek)


def test_who_may_not_see_figures_reads_nothing(client, home, card):
    card()

    assert HEADING not in first_screen(client, make_user("begeleider", Group.objects.get(name="Incidentredacteur")))
