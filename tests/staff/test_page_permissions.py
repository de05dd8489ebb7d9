"""Editors act only below their own municipality's page."""

import pytest
from django.urls import reverse

from campagne.content.models import ArticleIndexPage, ArticlePage

ADDRESSES = [
    "wagtailadmin_pages:edit",
    "wagtailadmin_pages:delete",
    "wagtailadmin_pages:unpublish",
    "wagtailadmin_pages:copy",
    "wagtailadmin_pages:move",
    "wagtailadmin_pages:view_draft",
    "wagtailadmin_pages:history",
]


@pytest.fixture
def draft_of_beek(beek):
    parent = ArticleIndexPage.objects.get(municipality=beek)
    draft = ArticlePage(title="Geheim plan van Beek", slug="plan", summary="Nog niet klaar", live=False)
    parent.add_child(instance=draft)
    draft.save_revision()
    return draft


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_editor_of_stein_gets_nothing_of_beeks_draft(client, editor_of_stein, draft_of_beek, address):
    client.force_login(editor_of_stein)

    response = client.get(reverse(address, args=[draft_of_beek.pk]))

    assert response.status_code in {302, 403, 404}
    assert "Geheim plan" not in response.content.decode()


def test_an_editor_may_write_below_the_own_municipality(client, editor_of_stein, stein):
    client.force_login(editor_of_stein)
    parent = ArticleIndexPage.objects.get(municipality=stein)

    response = client.get(reverse("wagtailadmin_pages:add", args=["content", "articlepage", parent.pk]))

    assert response.status_code == 200


def test_an_editor_may_not_write_below_another_municipality(client, editor_of_stein, beek):
    client.force_login(editor_of_stein)
    parent = ArticleIndexPage.objects.get(municipality=beek)

    response = client.get(reverse("wagtailadmin_pages:add", args=["content", "articlepage", parent.pk]))

    assert response.status_code in {302, 403}
