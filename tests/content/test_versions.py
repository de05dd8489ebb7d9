"""Every version of a page can be read again with its date, by who may edit the page and nobody else."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Revision

from campagne.content.models import ArticleIndexPage, ArticlePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(stein, publish) -> ArticlePage:
    return publish(ArticleIndexPage.objects.get(municipality=stein), ArticlePage(title="Eerst zo", summary="Kort."))


def change(page: ArticlePage, title: str) -> Revision:
    page.title = title
    return page.save_revision()


def shown(client, revision: Revision) -> str:
    answer = client.get(reverse("wagtailadmin_pages:revisions_view", args=[revision.object_id, revision.pk]))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_each_version_says_of_when_it_is_and_when_it_stood_on_the_site(client, editor_of_stein, page):
    first, draft, last = page.latest_revision, change(page, "Nooit getoond"), change(page, "Nu zo")
    last.publish()
    client.force_login(editor_of_stein)

    said = {title: shown(client, revision) for title, revision in {"Eerst zo": first, "Nu zo": last}.items()}
    never = shown(client, draft)

    assert all(f"{title}</h1>" in text for title, text in said.items())
    assert all("<strong>Versie van " in text for text in (*said.values(), never))
    assert "Stond op de site van" in said["Eerst zo"]
    assert "Staat op de site sinds" in said["Nu zo"]
    assert "heeft niet op de site gestaan" in never


def test_a_page_that_was_taken_away_says_until_when_it_stood_there(client, editor_of_stein, page):
    page.unpublish()
    client.force_login(editor_of_stein)

    assert "Stond op de site van" in shown(client, page.latest_revision)


def test_who_may_not_edit_the_page_reads_none_of_its_versions(client, editor_of_beek, page):
    client.force_login(editor_of_beek)

    answer = client.get(reverse("wagtailadmin_pages:revisions_view", args=[page.pk, page.latest_revision_id]))

    assert answer.status_code in {302, 403}
    assert "Eerst zo" not in answer.content.decode()


def test_a_reader_sees_no_version(client, page):
    assert "Versie van" not in client.get(page.url).content.decode()


def test_no_version_is_thrown_away(page):
    change(page, "Later")
    before = Revision.objects.count()

    with pytest.raises(CommandError, match="Archiefwet"):
        call_command("purge_revisions")

    assert Revision.objects.count() == before
