"""Which policy an answer gets: the public one, the admin's, or that of a preview in the admin."""

import pytest

from campagne.content.models import ArticleIndexPage
from campagne.headers import ADMIN_POLICY, PUBLIC_POLICY, policy_for

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


def test_a_preview_is_a_public_page_that_the_admin_may_frame(client, editor_of_stein, stein):
    index = ArticleIndexPage.objects.descendant_of(stein.page).get()
    client.force_login(editor_of_stein)

    answer = client.get(f"/beheer/pages/{index.pk}/view_draft/")

    assert answer.status_code == 200
    assert answer["Content-Security-Policy"] == PUBLIC_POLICY.format(ancestors="'self'")
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
