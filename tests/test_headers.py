"""Which policy an answer gets: the public one, the admin's, or that of a preview in the admin."""

import re

import pytest

from campagne.content.models import ArticleIndexPage
from campagne.headers import ADMIN_POLICY, PUBLIC_POLICY, policy_for, policy_of_now

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("path", "is_preview", "policy"),
    [
        pytest.param("/", False, PUBLIC_POLICY.format(ancestors="'none'"), id="a public page"),
        pytest.param("/beheer/pages/", False, ADMIN_POLICY, id="the admin"),
        pytest.param("/beheerders/", False, PUBLIC_POLICY.format(ancestors="'none'"), id="a name that begins alike"),
        pytest.param("/beheer/", True, PUBLIC_POLICY.format(ancestors="'self'"), id="a preview in the admin"),
    ],
)
def test_each_path_has_its_policy(path, is_preview, policy):
    assert policy_for(path, is_preview=is_preview) == policy


@pytest.mark.parametrize("path", ["/nu/", "/nu/en/", "/nu/de/"])
def test_what_to_do_now_allows_one_style_by_its_hash_and_its_refusals_are_as_others(path):
    assert policy_for(path) == policy_of_now()
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/]{43}='; img-src data:; form-action 'none'; base-uri 'none'; "
        r"frame-ancestors 'none'",
        policy_of_now(),
    )
    assert policy_for(path, is_refusal=True) == policy_for("/")


@pytest.mark.parametrize("path", ["/nu/atom.xml", "/nu/fr/", "/nu", "/nuttig/", "/instructies/nu/"])
def test_no_other_address_has_that_policy(path):
    assert policy_for(path) == policy_for("/")


def test_a_preview_is_a_public_page_that_the_admin_may_frame(client, editor_of_stein, stein):
    index = ArticleIndexPage.objects.descendant_of(stein.page).get()
    client.force_login(editor_of_stein)

    answer = client.get(f"/beheer/pages/{index.pk}/view_draft/")

    assert answer.status_code == 200
    assert answer["Content-Security-Policy"] == PUBLIC_POLICY.format(ancestors="'self'")
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
