"""A form may come from our own pages only, and stays small."""

import pytest

ADDRESS = "/zoeken/"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({}, 405, id="an old tablet that says nothing"),
        pytest.param({"origin": "http://testserver"}, 405, id="our own page"),
        pytest.param({"sec-fetch-site": "same-origin"}, 405, id="same origin"),
        pytest.param({"origin": "https://kwaad.example"}, 403, id="another site"),
        pytest.param({"origin": "null"}, 403, id="hidden origin"),
        pytest.param({"origin": "http://testserver.kwaad.example"}, 403, id="a look-alike"),
        pytest.param({"sec-fetch-site": "cross-site"}, 403, id="the browser says cross-site"),
        pytest.param({"sec-fetch-site": "same-site"}, 403, id="a neighbour on the same domain"),
    ],
)
def test_a_post_is_judged_by_what_the_browser_says(client, home, headers, status):
    response = client.post(ADDRESS, {"q": "x"}, headers=headers)

    assert response.status_code == status


def test_a_refusal_is_a_kind_dutch_page(client, home):
    response = client.post(ADDRESS, {"q": "x"}, headers={"origin": "https://kwaad.example"})

    assert "kwam van een andere website" in response.content.decode()
    assert response["Cache-Control"] == "no-store"


def test_a_post_that_is_too_large_is_refused_before_it_is_read(client, home):
    assert client.post(ADDRESS, {"q": "x" * 20_000}).status_code == 413


def test_an_editor_without_security_value_is_refused_kindly(home, regional_editor):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(regional_editor)

    response = strict.post("/beheer/account/", {})

    assert response.status_code == 403
    assert "verlopen" in response.content.decode()
