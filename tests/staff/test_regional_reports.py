"""Reports that name drafts of every municipality are for the region."""

import pytest

from campagne.contacts.models import Channel, ReportChannel

ADDRESSES = ["/beheer/reports/site-history/", "/beheer/reports/site-history/results/"]


@pytest.fixture
def contact_of_beek(client, editor_of_beek, beek):
    """A contact that somebody of Beek made in the admin, so that it stands in the history."""
    client.force_login(editor_of_beek)
    sent = {
        "name": "Geheim loket",
        "slug": "geheim-loket",
        "code": Channel.MUNICIPALITY,
        "phone": "14 046",
        "purpose": "Vragen.",
        "municipality": beek.pk,
    }
    client.post("/beheer/snippets/contacts/reportchannel/add/", sent)
    client.logout()
    return ReportChannel.objects.get(slug="geheim-loket")


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_editor_of_stein_reads_nothing_of_beek(client, editor_of_stein, contact_of_beek, address):
    client.force_login(editor_of_stein)

    response = client.get(address)

    assert response.status_code in {302, 403}
    assert "Geheim loket" not in response.content.decode()


@pytest.mark.parametrize("address", ADDRESSES)
def test_who_works_for_the_region_reads_it(client, regional_editor, contact_of_beek, address):
    client.force_login(regional_editor)

    assert "Geheim loket" in client.get(address).content.decode()


@pytest.mark.parametrize("address", ["/beheer/reports/page-types-usage/", "/beheer/reports/page-types-usage/results/"])
def test_the_use_of_page_types_is_for_the_region_too(client, editor_of_stein, regional_editor, address):
    client.force_login(editor_of_stein)
    assert client.get(address).status_code == 302

    client.force_login(regional_editor)
    assert client.get(address).status_code == 200


def test_somebody_who_did_not_log_in_is_sent_to_the_door(client, home):
    assert client.get(ADDRESSES[0]).status_code == 302
