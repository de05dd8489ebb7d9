"""Somebody who left a tablet somewhere signs out there, and stays in here."""

from django.test import Client
from wagtail.models import ModelLogEntry

ADDRESS, ACCOUNT = "/beheer/medewerkers/overal-afmelden/", "/beheer/account/"


def test_only_the_other_devices_of_this_person_are_signed_out(client, editor_of_stein, editor_of_beek):
    elsewhere, colleague = Client(), Client()
    client.force_login(editor_of_stein)
    elsewhere.force_login(editor_of_stein)
    colleague.force_login(editor_of_beek)

    assert ADDRESS in client.get(ACCOUNT).content.decode()
    assert "1 andere plaats." in client.get(ADDRESS).content.decode()
    client.post(ADDRESS)

    assert [each.get(ACCOUNT).status_code for each in (client, elsewhere, colleague)] == [200, 302, 200]
    assert ModelLogEntry.objects.filter(action="staff.sessions", user=editor_of_stein).count() == 1
    assert "nergens anders" in client.get(ADDRESS).content.decode()


def test_who_did_not_log_in_is_sent_to_the_door(client, db):
    assert client.get(ADDRESS).status_code == 302
