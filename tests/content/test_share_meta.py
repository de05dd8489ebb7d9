"""What a page tells messengers of itself, and where it tells nothing."""

import re
from html import unescape
from io import BytesIO

import pytest
from django.template.loader import render_to_string
from PIL import Image
from wagtail.images.tests.utils import get_test_image_file_jpeg

from campagne.content.models import ArticleIndexPage, ArticlePage, ModuleIndexPage, ModulePage
from campagne.media.models import Picture, Rendition
from campagne.media.shared import share_path

pytestmark = pytest.mark.django_db
SITE = "https://weerbaar.example"
META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[a-z:_]+)" content="([^"]*)">')


@pytest.fixture(autouse=True)
def at_an_address(settings):
    settings.SITE_URL = SITE


@pytest.fixture
def picture(db):
    file = get_test_image_file_jpeg(size=(1400, 1000))
    return Picture.objects.create(title="Bellen", description="Een vrouw aan de telefoon.", file=file)


@pytest.fixture
def article(home, publish, picture):
    page = ArticlePage(title='Wat is "nep" & echt?', slug="nep", summary="Zo ziet u het. Kijk mee.", picture=picture)
    return publish(ArticleIndexPage.objects.get(municipality=None), page)


def told(client, path: str) -> dict[str, str]:
    return {name: unescape(words) for name, words in META.findall(client.get(path).content.decode())}


def canonical(client, path: str) -> list[str]:
    return re.findall(r'<link rel="canonical" href="([^"]+)">', client.get(path).content.decode())


def test_a_page_tells_its_title_summary_address_and_own_picture(client, article, picture):
    meta = told(client, article.url)

    assert meta["og:title"] == meta["twitter:title"] == article.title
    assert meta["og:description"] == article.summary
    assert meta["og:url"] == f"{SITE}{article.url}"
    assert meta["og:image"] == meta["twitter:image"] == f"{SITE}{share_path(picture)}"
    assert (meta["og:image:width"], meta["og:image:height"]) == ("1200", "630")
    assert meta["og:image:alt"] == picture.description
    assert (meta["og:locale"], meta["twitter:card"]) == ("nl_NL", "summary_large_image")


def test_the_picture_is_made_once_and_only_when_a_messenger_asks(client, article, picture):
    client.get(article.url)
    assert not Rendition.objects.filter(filter_spec__contains="1200x630").exists()

    answers = [client.get(share_path(picture)) for _ in range(2)]

    with Image.open(BytesIO(answers[0].content)) as made:
        assert (made.format, made.size) == ("JPEG", (1200, 630))
    assert answers[0].content == answers[1].content
    assert "immutable" in answers[0]["Cache-Control"]
    assert Rendition.objects.filter(filter_spec__contains="1200x630").count() == 1


def test_nobody_finds_a_picture_by_counting(client, picture):
    assert client.get(f"/delen/{picture.pk}-000000000000.jpg").status_code == 404


def test_a_page_without_a_picture_has_the_drawing_of_the_site(client, home):
    meta = told(client, "/artikelen/")

    assert meta["og:image"].startswith(f"{SITE}/static/img/share")
    assert meta["og:image"].endswith(".png")
    assert meta["og:image:alt"]


def test_each_step_has_its_own_address_and_what_others_add_is_left_out(client, home, publish):
    steps = [("step", {"title": "Hang op", "body": []})] * 2
    page = ModulePage(title="Bellen", slug="bellen", summary="Kort.", steps=steps)
    publish(ModuleIndexPage.objects.get(municipality=None), page)

    assert canonical(client, "/modules/bellen/stap/2/") == [f"{SITE}/modules/bellen/stap/2/"]
    assert canonical(client, "/modules/bellen/?utm_source=nieuwsbrief") == [f"{SITE}/modules/bellen/"]
    assert canonical(client, "/artikelen/?pagina=2") == [f"{SITE}/artikelen/?pagina=2"]


@pytest.mark.parametrize("path", ["/bestaat-niet/", "/meedoen/", "/zoeken/?q=bank"])
def test_what_is_no_page_for_everybody_tells_nothing(client, home, path):
    assert told(client, path) == {}
    assert canonical(client, path) == []


def test_a_draft_that_somebody_looks_at_tells_nothing_and_cannot_be_passed_on(article):
    page = article.make_preview_request().content.decode()

    assert META.findall(page) == []
    article.live = False
    assert "wa.me" not in render_to_string("components/ways/share.html", {"page": article})


def test_every_page_leads_to_the_feed_of_what_to_do_now(client, home):
    assert '<link rel="alternate" type="application/atom+xml"' in client.get("/").content.decode()


def test_the_links_to_pass_on_need_no_script_and_load_nothing(article):
    links = render_to_string("components/ways/share.html", {"page": article})

    assert re.findall(r'href="(https://wa\.me/\?text=|mailto:\?subject=)', links) == [
        "https://wa.me/?text=",
        "mailto:?subject=",
    ]
    assert not re.search(r"<script|<img|<iframe|onclick", links)


def test_an_activity_is_passed_on_as_well(client, home):
    assert told(client, "/activiteiten/")["og:url"] == f"{SITE}/activiteiten/"
