"""The same rules hold at every door through which a file comes in, and a refusal says what to do."""

import json
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents.models import Document
from wagtail.models import Collection, UploadedFile

from campagne.media.models import Picture
from tests.media.documents import DOCX, PDF, XLSX
from tests.media.pictures import huge_png, moving, picture

pytestmark = pytest.mark.once

PICTURE_DOORS = ["add", "multiple/add", "chooser/create"]
FIELDS = {"title": "Buren", "description": "Twee buren praten bij de heg", "licence": "own", "credit": ""}


@pytest.fixture
def editor(client, editor_of_stein):
    client.force_login(editor_of_stein)
    return client


def send(client, kind: str, door: str, name: str, content: bytes) -> str:
    """Send a file through a door as its screen does; return what the editor reads."""
    file = SimpleUploadedFile(name, content)
    fields = {**FIELDS, "collection": Collection.objects.get(name="Stein").pk}
    if door == "multiple/add":
        answer = client.post(f"/beheer/{kind}/{door}/", {"files[]": file, **fields})
        assert answer.status_code == 200
        return json.loads(answer.content).get("error_message", "")
    prefix = {"images": "image", "documents": "document"}[kind] + "-chooser-upload-" if "chooser" in door else ""
    answer = client.post(
        f"/beheer/{kind}/{door}/",
        {**{f"{prefix}{field}": value for field, value in fields.items()}, f"{prefix}file": file},
    )
    assert answer.status_code in {200, 302}
    body = answer.content.decode()
    return unescape(json.loads(body).get("html", body) if body.startswith("{") else body)


@pytest.mark.parametrize("door", PICTURE_DOORS)
@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        pytest.param("a.jpg", picture("PNG"), "vanbinnen is het een PNG", id="a png named jpg"),
        pytest.param("a.png", moving("PNG"), "meer beelden", id="moving"),
        pytest.param("a.png", huge_png(16_000, 8_000), "16000 bij 8000", id="128 megapixels"),
        pytest.param("a.png", picture("PNG") + b"\0" * 10_500_000, "te groot", id="more than 10 MB"),
        pytest.param("a.svg", b"<svg/>", "niet als beeld", id="svg"),
    ],
)
def test_an_unfit_picture_is_refused_at_every_door(editor, door, name, content, words):
    said = send(editor, "images", door, name, content)

    assert words in said
    assert not Picture.objects.exists()
    assert not UploadedFile.objects.exists()


@pytest.mark.parametrize("door", PICTURE_DOORS)
def test_a_fit_picture_comes_in_at_every_door(editor, door):
    assert send(editor, "images", door, "a.jpg", picture("JPEG")) == "" or "chooser" in door
    assert Picture.objects.exists() or UploadedFile.objects.exists()


def test_what_was_typed_is_still_there_after_a_refusal(editor):
    said = send(editor, "images", "add", "a.jpg", picture("PNG"))

    assert "Twee buren praten bij de heg" in said
    assert "hoogstens 10 MB en 25 miljoen beeldpunten" in said


def test_many_at_once_get_their_description_afterwards(editor):
    fields = {"collection": Collection.objects.get(name="Stein").pk, "title": "Buren"}
    file = SimpleUploadedFile("a.jpg", picture("JPEG"))
    told = json.loads(editor.post("/beheer/images/multiple/add/", {"files[]": file, **fields}).content)
    number = told["uploaded_file_id"]
    described = {f"uploaded-image-{number}-{field}": value for field, value in {**FIELDS, **fields}.items()}

    answer = editor.post(f"/beheer/images/multiple/create_from_uploaded_image/{number}/", described)

    assert json.loads(answer.content)["success"]
    assert Picture.objects.get().description == FIELDS["description"]


@pytest.mark.parametrize("door", ["add", "multiple/add", "chooser/create"])
@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        pytest.param("a.pdf", b"<html><script>1</script></html>", "geen PDF", id="a web page named pdf"),
        pytest.param("a.docx", XLSX, "ander soort", id="a sheet named docx"),
        pytest.param("a.html", b"<p>", "nemen we niet aan", id="a web page"),
        pytest.param("a.pdf", PDF + b"\0" * 10_500_000, "te groot", id="more than 10 MB"),
    ],
)
def test_an_unfit_document_is_refused_at_every_door(editor, door, name, content, words):
    said = send(editor, "documents", door, name, content)

    assert words in said
    assert "Bestandsextensie" not in said
    assert not Document.objects.exists()


@pytest.mark.parametrize("door", ["add", "multiple/add", "chooser/create"])
@pytest.mark.parametrize(("name", "content"), [("a.pdf", PDF), ("a.docx", DOCX)])
def test_a_fit_document_comes_in_at_every_door(editor, door, name, content):
    send(editor, "documents", door, name, content)

    assert Document.objects.get().file_size == len(content)
