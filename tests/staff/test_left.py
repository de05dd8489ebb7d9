"""Whoever leaves is deleted, and what they did stays in the history with their name."""

import pytest
from django.contrib.auth import get_user_model
from wagtail.log_actions import log
from wagtail.models import PageLogEntry

from campagne.contacts.models import ReportChannel
from tests.conftest import make_user

HISTORY = "/beheer/reports/site-history/"


@pytest.fixture
def boss(home):
    return make_user("baas", is_superuser=True)


@pytest.fixture
def worked(home, publish) -> object:
    """Somebody who published a page and changed a register."""
    user = make_user("anna", is_superuser=True, first_name="Anna", last_name="Smeets")
    home.save_revision(user=user).publish(user=user)
    log(instance=ReportChannel.objects.create(name="Loket", slug="loket"), action="wagtail.edit", user=user)
    return user


@pytest.mark.parametrize("way", ["/beheer/users/delete/{}/", "/beheer/bulk/staff/user/delete/?id={}"])
def test_the_history_names_who_was_deleted_on_screen_and_in_the_file(client, boss, worked, way):
    client.force_login(boss)

    client.post(way.format(worked.pk))

    assert not get_user_model().objects.filter(pk=worked.pk).exists()
    assert PageLogEntry.objects.filter(user=worked.pk, action="wagtail.publish").count() == 1
    screen = client.get(HISTORY).content.decode()
    file = b"".join(client.get(HISTORY, {"export": "csv"})).decode()
    for told in (screen, file):
        assert told.count("Anna Smeets (verwijderd)") == 2
        assert "Loket" in told


def test_the_history_of_one_page_and_of_one_register_names_who_left_as_well(client, boss, worked, home):
    client.force_login(boss)
    client.post(f"/beheer/users/delete/{worked.pk}/")
    channel = ReportChannel.objects.get(slug="loket")

    for address in (
        f"/beheer/pages/{home.pk}/history/",
        f"/beheer/pages/{home.pk}/history/results/",
        f"/beheer/snippets/contacts/reportchannel/history/{channel.pk}/",
    ):
        page = client.get(address).content.decode()
        assert "Anna Smeets (verwijderd)" in page, address
        assert f"gebruiker {worked.pk} (verwijderd)" not in page, address
        assert ("<html" in page) != ("results" in address)
