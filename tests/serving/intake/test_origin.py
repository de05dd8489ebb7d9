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


@pytest.mark.parametrize(
    ("address", "most"),
    [
        pytest.param("/nuttig/", 16 * 1024, id="a form of a visitor"),
        pytest.param("/beheer/login/", 16 * 1024, id="logging in"),
        pytest.param("/beheer/password_reset/", 16 * 1024, id="a forgotten password"),
        pytest.param("/beheer/pages/4/edit/", 5 * 1024**2, id="a page"),
        pytest.param("/beheer/images/multiple/add/", 11 * 1024**2, id="a picture"),
        pytest.param("/beheer/documents/chooser/create/", 11 * 1024**2, id="a document"),
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_every_address_has_a_most_that_is_read(client, home, address, most, method):
    kind = "application/x-www-form-urlencoded"

    just = client.generic(method, address, b"a" * most, content_type=kind)
    over = client.generic(method, address, b"a" * (most + 1), content_type=kind)

    assert just.status_code != 413
    assert over.status_code == 413
    assert "te groot" in over.content.decode()


@pytest.mark.parametrize("address", ["/nuttig/", "/beheer/login/", "/beheer/images/add/"])
def test_a_body_without_a_length_is_not_read(client, home, address):
    assert client.post(address, {"a": "1"}, headers={"transfer-encoding": "chunked"}).status_code == 400
