"""While choosing, nothing is made: not on the screen and not by a post that somebody wrote by hand."""

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

pytestmark = pytest.mark.once

NAMESPACES = [name for name in get_resolver().namespace_dict if name.startswith("wagtailsnippetchoosers_")]


def test_there_are_choosers():
    assert len(NAMESPACES) >= 6


@pytest.mark.parametrize("namespace", NAMESPACES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_nothing_is_made_while_choosing(admin_user, namespace, method):
    client = Client(raise_request_exception=False)
    client.force_login(admin_user)

    answer = getattr(client, method)(reverse(f"{namespace}:create"), {"name": "Nieuw"})

    assert answer.status_code == 404
