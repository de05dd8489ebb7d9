"""Whatever an editor types, the site itself goes nowhere: no address is ever fetched."""

import json
import socket
from urllib.request import urlopen

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.models import Collection
from wagtail.rich_text import expand_db_html

from campagne.media.models import Picture
from tests.media.documents import WORD_PARTS
from tests.sheets.bombs import packed

pytestmark = [pytest.mark.django_db, pytest.mark.once]
ADDRESSES = [
    "http://169.254.169.254/latest/meta-data/",
    "http://127.0.0.1:6379/",
    "http://[::1]/",
    "http://2130706433/",
    "http://localhost:5432/",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://kwaad.example/a.png",
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/_FLUSHALL",
    "//kwaad.example/",
]


@pytest.fixture
def tried(monkeypatch) -> list:
    """Refuse and note every connection and every question for an address."""
    noted = []

    def refused(*spoken, **more):
        noted.append(spoken)
        raise OSError(f"this test goes nowhere, and not to {spoken}")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    return noted


@pytest.fixture
def nowhere(tried):
    yield
    assert tried == []


@pytest.fixture
def editor(regional_editor):
    client = Client(raise_request_exception=False)
    client.force_login(regional_editor)
    return client


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/", "https://kwaad.example/"])
def test_the_guard_sees_whoever_goes(tried, url):
    with pytest.raises(OSError, match="goes nowhere"):
        urlopen(url)

    assert tried


def test_what_fetches_is_not_installed():
    assert not apps.is_installed("wagtail.embeds")


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_in_a_chooser_is_only_written_down(editor, nowhere, url):
    embed = editor.post("/beheer/embeds/chooser/upload/", {"embed-chooser-url": url})
    link = editor.post(
        "/beheer/choose-external-link/", {"external-link-chooser-url": url, "external-link-chooser-link_text": "x"}
    )

    assert embed.status_code == 404
    assert link.status_code == 200


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_in_a_text_is_only_shown(nowhere, url):
    shown = expand_db_html(f'<p>a</p><embed embedtype="media" url="{url}"/><p><a href="{url}">b</a></p>')

    assert "<iframe" not in shown


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_in_the_place_of_a_file_is_no_file(editor, nowhere, url):
    fields = {"title": url, "description": url, "licence": "own", "file": url, "url": url, "files[]": url}

    answers = [
        editor.post(f"/beheer/{kind}/{door}/", {**fields, "collection": Collection.get_first_root_node().pk})
        for kind in ("images", "documents")
        for door in ("add", "multiple/add", "chooser/create")
    ]

    assert {answer.status_code for answer in answers} <= {200, 400}
    assert not Picture.objects.exists()


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_inside_a_file_is_not_followed(editor, nowhere, url):
    link = f'<Relationships><Relationship Id="r1" Type="x/image" TargetMode="External" Target="{url}"/></Relationships>'
    files = {
        "a.docx": packed({**WORD_PARTS, "word/_rels/document.xml.rels": link}),
        "a.svg": f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{url}"/></svg>'.encode(),
    }

    for name, content in files.items():
        kind = "images" if name.endswith("svg") else "documents"
        answer = editor.post(
            f"/beheer/{kind}/multiple/add/", {"files[]": SimpleUploadedFile(name, content), "title": "a"}
        )
        assert json.loads(answer.content)["success"] is False
