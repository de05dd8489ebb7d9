"""An administrator wipes the second factor of somebody who lost everything; nobody else does."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from campagne.staff import roles
from tests.conftest import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def lost(editor_of_stein):
    for kind in (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES):
        Authenticator.objects.create(user=editor_of_stein, type=kind, data={})
    editor_of_stein.email = "eigenaar@stein.nl"
    editor_of_stein.save()
    return editor_of_stein


@pytest.fixture
def administrator(home):
    return make_user("beheerder", roles.group_for(roles.ADMINISTRATOR))


def test_all_factors_and_codes_go_and_the_history_and_a_mail_say_so(
    client, administrator, lost, settings, django_capture_on_commit_callbacks
):
    settings.EMAIL_HOST = "mail.example.com"
    elsewhere = Client()
    elsewhere.force_login(lost)
    client.force_login(administrator)
    address = reverse("reset_second_factor", args=[lost.pk])

    asked = client.get(address).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address)

    assert "Weet u zeker dat u" in asked
    assert not Authenticator.objects.filter(user=lost).exists()
    entry = ModelLogEntry.objects.get(action="staff.factor_reset")
    assert (entry.user, entry.label) == (administrator, str(lost))
    assert mail.outbox[-1].to == [lost.email]
    assert "heeft de tweede stap van uw account gewist" in mail.outbox[-1].body
    assert elsewhere.get("/beheer/").status_code == 302


@pytest.mark.parametrize("who", ["a colleague", "themselves", "an administrator, of who may do everything"])
def test_nobody_else_wipes_it(client, administrator, regional_editor, lost, who):
    asking = administrator if who.startswith("an administrator") else regional_editor if who == "a colleague" else lost
    about = make_user("baas", is_superuser=True) if who.startswith("an administrator") else lost
    client.force_login(asking)

    client.post(reverse("reset_second_factor", args=[about.pk]))

    assert Authenticator.objects.filter(user=lost).count() == 2
    assert not ModelLogEntry.objects.filter(action="staff.factor_reset").exists()


def test_the_command_does_the_same_where_nobody_can_come_in(lost, capsys):
    call_command("reset_second_factor", lost.username)

    assert not Authenticator.objects.filter(user=lost).exists()
    assert "gewist" in capsys.readouterr().out


def test_where_nothing_is_to_be_wiped_nobody_is_signed_out_and_nothing_is_written(client, editor_of_stein, capsys):
    client.force_login(editor_of_stein)

    call_command("reset_second_factor", editor_of_stein.username)

    assert "Er is niets veranderd" in capsys.readouterr().out
    assert client.get("/beheer/").status_code == 200
    assert not ModelLogEntry.objects.filter(action="staff.factor_reset").exists()


def test_the_command_says_what_it_expected(home):
    with pytest.raises(CommandError, match=r"Er is geen account 'niemand'\. Verwacht: de naam waarmee iemand inlogt"):
        call_command("reset_second_factor", "niemand")


def test_the_list_of_people_leads_there(client, administrator, lost):
    client.force_login(administrator)

    assert reverse("reset_second_factor", args=[lost.pk]) in client.get("/beheer/users/").content.decode()
