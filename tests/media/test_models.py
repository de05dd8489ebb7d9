"""An upload is checked before it is opened, and a picture always has a description."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.images.forms import get_image_form

from campagne.media.models import Picture


def png(width: int, height: int) -> bytes:
    file = BytesIO()
    Image.new("1", (width, height)).save(file, "PNG")
    return file.getvalue()


def submitted(name: str, content: bytes, description: str = "Twee buren praten bij de heg"):
    form = get_image_form(Picture)
    fields = {"title": "Buren", "description": description, "licence": "own", "credit": ""}
    return form(fields, {"file": SimpleUploadedFile(name, content)})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("tekening.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", id="svg"),
        pytest.param("groot.png", png(10_000, 5_000), id="50 megapixels in a small file"),
        pytest.param("kapot.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, id="broken"),
        pytest.param("tekst.jpg", b"hallo", id="text that says it is a photo"),
        pytest.param("foto.jpg", png(10, 10), id="png that says it is a jpg"),
        pytest.param("zwaar.png", png(10, 10) + b"\0" * 11_000_000, id="eleven megabytes"),
    ],
)
def test_a_dangerous_upload_is_refused_with_a_reason(db, name, content):
    form = submitted(name, content)

    assert not form.is_valid()
    assert form.errors["file"]


def test_a_picture_without_description_is_refused(db):
    form = submitted("buren.png", png(10, 10), description="")

    assert "description" in form.errors


def test_a_described_picture_is_welcome(db):
    assert submitted("buren.png", png(10, 10)).is_valid()
