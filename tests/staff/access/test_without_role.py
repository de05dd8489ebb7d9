"""Whoever has an account but no role reads that, and does not go round and round."""

import pytest
from django.contrib.auth.models import Group

from tests.conftest import make_user


@pytest.mark.parametrize(
    "address", ["/beheer/", "/beheer/account/", "/beheer/reports/site-history/", "/beheer/nergens/"]
)
def test_an_account_without_a_role_is_told_whom_to_call_and_can_go_out(client, home, address):
    client.force_login(make_user("nieuw"))

    answer = client.get(address, follow=True)

    page = answer.content.decode()
    assert (answer.status_code, answer.redirect_chain) == (403, [])
    assert "Uw account heeft nog geen rol. Bel uw beheerder." in page
    assert 'method="post" action="/beheer/logout/"' in page
    assert answer.headers["Cache-Control"] == "no-store"


def test_who_loses_a_role_while_logged_in_is_told_at_the_login_page_as_well(client, home):
    reader = make_user("lezer", Group.objects.get(name="Lezer"))
    client.force_login(reader)
    assert client.get("/beheer/").status_code == 200

    reader.groups.clear()

    assert client.get("/beheer/login/?next=/beheer/", follow=True).status_code == 403
    assert client.post("/beheer/account/", {"name_email-email": "l@example.com"}).status_code == 403


def test_the_way_out_is_open_to_who_has_no_role(client, home):
    client.force_login(make_user("nieuw"))

    client.post("/beheer/logout/")

    assert client.get("/beheer/").headers["Location"] == "/beheer/login/?next=/beheer/"
