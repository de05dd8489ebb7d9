"""The screens of keeping, the list for the worker, and the worker itself, as the server gives them."""

import pytest
from django.core.files.base import ContentFile

from campagne.content.models import ArticleIndexPage, ArticlePage, ModuleIndexPage, ModulePage
from campagne.headers import WORKER_POLICY, policy_for
from campagne.media.models import Picture
from tests.media.pictures import picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def module(home, publish):
    """A module of two steps with a picture."""
    drawing = Picture.objects.create(
        title="Buren", description="Twee buren", file=ContentFile(picture("JPEG", (600, 400)), name="buren.jpg")
    )
    steps = [("step", {"title": title, "body": [], "guidance": {}}) for title in ("Hang op", "Bel zelf")]
    lesson = ModulePage(title="Bankhulp", summary="Wat doet u?", picture=drawing, steps=steps)
    return publish(ModuleIndexPage.objects.child_of(home).get(), lesson)


def listed(client, page) -> dict:
    return client.get(f"/bewaren/{page.pk}/lijst.json").json()


def test_every_step_and_what_somebody_needs_in_any_case_is_listed_with_its_bytes(client, module):
    listing = listed(client, module)

    paths = dict(listing["files"])
    assert {f"{module.url}{rest}" for rest in ("", "alles/", "stap/1/", "stap/2/")} <= paths.keys()
    assert {"/", "/nu/", "/nu/en/", "/nu/de/", "/bewaren/", "/offline/"} <= paths.keys()
    assert paths[module.url] == len(client.get(module.url).content)
    assert listing["size"] == sum(paths.values())
    assert (listing["title"], listing["url"]) == ("Bankhulp", module.url)


def test_pictures_and_the_style_come_along_and_take_what_they_weigh(client, module):
    paths = dict(listed(client, module)["files"])

    pictures = [path for path in paths if path.startswith("/media/images/")]
    assert pictures
    for path in pictures:
        assert paths[path] == len(b"".join(client.get(path).streaming_content))
    assert any(path.endswith("main.css") for path in paths)


def test_the_screen_says_how_large_it_is_before_anything_happens(client, module):
    screen = client.get(f"/bewaren/{module.pk}/")

    assert screen.status_code == 200
    assert "Bewaar op dit apparaat" in screen.text
    assert "schermen om te lezen" in screen.text
    assert screen.headers["Content-Security-Policy"] == policy_for(f"/bewaren/{module.pk}/")
    assert "worker-src 'self'" in screen.headers["Content-Security-Policy"]


@pytest.mark.parametrize("rest", ["", "lijst.json"])
def test_what_nobody_may_read_is_not_offered(client, home, publish, rest):
    article = publish(ArticleIndexPage.objects.child_of(home).get(), ArticlePage(title="Weg", summary="Weg"))
    article.unpublish()

    assert client.get(f"/bewaren/{article.pk}/{rest}").status_code == 404
    assert client.get(f"/bewaren/999999/{rest}").status_code == 404
    assert client.get(f"/bewaren/{home.pk}/{rest}").status_code == 404


def test_the_worker_stands_at_the_root_and_is_asked_for_each_time(client):
    worker = client.get("/sw.js")

    assert worker.headers["Content-Type"].startswith("text/javascript")
    assert worker.headers["Cache-Control"] == "no-cache"
    assert worker.headers["Content-Security-Policy"] == WORKER_POLICY
    assert 'addEventListener("fetch"' in worker.text


def test_a_site_that_keeps_nothing_any_more_gives_a_worker_that_takes_itself_away(client, module, settings):
    settings.KEEP_OFFLINE = False

    worker, screen = client.get("/sw.js"), client.get(f"/bewaren/{module.pk}/")

    assert "unregister" in worker.text
    assert 'addEventListener("fetch"' not in worker.text
    assert "Bewaren kan nu niet" in screen.text
    assert "keep.js" not in screen.text


@pytest.mark.parametrize("path", ["/", "/melden/", "/offline/", "/modules/"])
def test_no_other_page_may_start_a_worker(path):
    assert "worker-src 'none'" in policy_for(path)
