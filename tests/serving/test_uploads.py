"""Pictures of pages are given out; what editors uploaded themselves is not."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from campagne.media.models import Picture
from tests.media.pictures import picture

pytestmark = pytest.mark.once


@pytest.fixture
def buren(home):
    return Picture.objects.create(
        title="Buren", description="Twee buren", file=ContentFile(picture("JPEG"), name="foto.jpg")
    )


def test_a_picture_of_a_page_may_be_kept_for_good(client, buren):
    answer = client.get(buren.get_rendition("width-20").url)

    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/webp"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert not answer.cookies


def test_a_picture_with_an_older_name_is_asked_for_again(client, home):
    name = default_storage.save("images/oud.width-20.webp", ContentFile(picture("WEBP")))

    first = client.get(f"/media/{name}")

    assert first["Cache-Control"] == "public, max-age=3600"
    assert client.get(f"/media/{name}", headers={"if-modified-since": first["Last-Modified"]}).status_code == 304


def test_an_original_is_not_given_out(client, buren, editor_of_stein):
    client.force_login(editor_of_stein)

    assert client.get(buren.file.url).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "images/",
        "images/nergens.webp",
        "images/a.svg",
        "images/a.html",
        "images/../original_images/foto.jpg",
        "images/..%2foriginal_images%2ffoto.jpg",
        "images/%2e%2e/database.sqlite3",
        "images/sub/a.webp",
        "images//a.webp",
        "/etc/passwd",
        "original_images/foto.jpg",
        "documents/folder.pdf",
        "uploaded_files/a.pdf",
        f"images/{'a' * 3000}.webp",
        "images/a%00.webp",
        "images/a%0a.webp",
        "images/é.webp",
    ],
)
def test_nothing_else_has_an_address(client, buren, path):
    assert client.get(f"/media/{path}").status_code == 404


SIZES = ["format-webp|width-480", "format-webp|width-960", "format-avif|width-480", "format-avif|width-960"]


@pytest.fixture
def large(home):
    """A picture in two sizes and two formats."""
    content = ContentFile(picture("JPEG", (1200, 900)), name="groot.jpg")
    drawing = Picture.objects.create(title="Buren", description="Twee buren", file=content)
    return {size: drawing.get_rendition(size).url for size in SIZES}


@pytest.mark.parametrize("format_name", ["webp", "avif"])
def test_who_saves_data_gets_the_small_one_at_the_same_address(client, large, format_name):
    small, wide = (large[f"format-{format_name}|width-{width}"] for width in (480, 960))

    sparing = client.get(wide, headers={"save-data": "on"})
    plain = client.get(wide)

    assert sparing.getvalue() == client.get(small).getvalue()
    assert len(sparing.getvalue()) < len(plain.getvalue())
    assert sparing["Content-Type"] == f"image/{format_name}"
    assert sparing["Vary"] == plain["Vary"] == "Save-Data"


def test_who_saves_data_gets_what_there_is_where_there_is_one_size(client, buren):
    address = buren.get_rendition("format-webp|width-960").url

    answer = client.get(address, headers={"save-data": "on"})

    assert answer.status_code == 200
    assert "Vary" not in client.get(buren.get_rendition("width-20").url)
