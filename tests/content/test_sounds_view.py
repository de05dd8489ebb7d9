"""An editor gives a sound to a text of a page of their own, and to no other."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from campagne.content.models import ArticleIndexPage, ArticlePage, PageSpeech
from campagne.content.passages import page_text
from tests.media.sounds import mp3

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(stein, publish) -> ArticlePage:
    return publish(ArticleIndexPage.objects.get(municipality=stein), ArticlePage(title="Stil", summary="Hoor."))


def address(page: ArticlePage) -> str:
    return reverse("page_sounds", args=[page.pk])


def bring(client, page: ArticlePage):
    file = SimpleUploadedFile("opname.mp3", mp3())
    body = {"part": "page", "digest": page_text(page).digest, "voice": "recorded", "file": file}
    return client.post(address(page), body, follow=True)


def test_a_page_gets_a_sound_and_loses_it(client, editor_of_stein, page):
    client.force_login(editor_of_stein)

    assert "het geluid staat erbij" in bring(client, page).content.decode()
    assert "goed" in client.get(address(page)).content.decode()

    client.post(address(page), {"withdraw": PageSpeech.objects.get().pk})
    assert not PageSpeech.objects.audible().exists()


def test_an_editor_of_another_municipality_hears_and_changes_nothing(client, editor_of_beek, page):
    client.force_login(editor_of_beek)

    assert client.get(address(page)).status_code in {302, 403}
    bring(client, page)
    assert not PageSpeech.objects.exists()


def test_a_list_of_pages_has_nothing_to_hear(client, regional_editor, home):
    client.force_login(regional_editor)

    assert client.get(address(ArticleIndexPage.objects.child_of(home).get())).status_code == 404
