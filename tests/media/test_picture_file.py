"""A picture is judged by its content, before anything is decoded."""

import resource
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from campagne.media.picture_file import Header, Unfit, check_picture, header_of
from tests.media.pictures import chunk, huge_png, huge_webp_header, moving, picture

pytestmark = pytest.mark.once
JPEG, PNG = picture("JPEG"), picture("PNG")


@pytest.mark.parametrize(
    ("content", "header"),
    [
        pytest.param(JPEG, Header("JPEG"), id="jpeg"),
        pytest.param(PNG, Header("PNG", 40, 30), id="png"),
        pytest.param(picture("WEBP"), Header("WEBP", 40, 30), id="webp"),
        pytest.param(picture("WEBP", lossless=True), Header("WEBP", 40, 30), id="webp without loss"),
        pytest.param(moving("WEBP"), Header("WEBP", 40, 30, is_animated=True), id="webp that moves"),
        pytest.param(moving("PNG"), Header("PNG", 40, 30, is_animated=True), id="png that moves"),
        pytest.param(b"GIF89a", None, id="gif"),
        pytest.param(b"", None, id="nothing"),
    ],
)
def test_the_first_bytes_tell_what_it_is(content, header):
    assert header_of(content[:4096]) == header


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.jpg", JPEG), ("a.JPEG", JPEG), ("a.png", PNG), ("a.webp", picture("WEBP"))],
)
def test_an_ordinary_picture_is_welcome_and_left_at_its_start(name, content):
    file = BytesIO(content)

    check_picture(file, name)

    assert file.tell() == 0


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        pytest.param("a.jpg", PNG, "vanbinnen is het een PNG", id="a png named jpg"),
        pytest.param("a.jpg", moving("GIF"), "Dit is een GIF", id="a gif named jpg"),
        pytest.param("a.jpg", picture("TIFF"), "Dit is een TIFF", id="a tiff named jpg"),
        pytest.param("a.jpg", b"", "is leeg", id="nothing"),
        pytest.param("a.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "niet als beeld", id="svg named jpg"),
        pytest.param("a.jpg", b"<!DOCTYPE html><script>1</script>", "niet als beeld", id="a web page named jpg"),
        pytest.param("a.jpg", b"%PDF-1.7", "Dit is een PDF", id="a pdf named jpg"),
        pytest.param("a.php", JPEG, "heet .php", id="a photo with another name"),
        pytest.param("a.jpg", moving("MPO"), "meer beelden", id="several photos in one jpg"),
        pytest.param("a.webp", moving("WEBP"), "meer beelden", id="webp that moves"),
        pytest.param("a.png", moving("PNG"), "meer beelden", id="png that moves"),
        pytest.param("a.png", PNG[:33] + chunk(b"tEXt", b"a\0" + b"b" * 5000) + PNG[33:60], "beschadigd", id="half"),
        pytest.param("a.jpg", JPEG[:-200], "beschadigd", id="a jpg that stops"),
        pytest.param("a.jpg", JPEG + b"\xff\xda" * 101, "heel veel lagen", id="a jpg of a hundred layers"),
        pytest.param("a.webp", huge_webp_header(16_000, 16_000), "16000 bij 16000", id="a webp of 256 megapixels"),
        pytest.param("a.png", picture("PNG", (5_001, 5_000)), "5001 bij 5000", id="one column too many"),
    ],
)
def test_anything_else_is_refused_with_what_was_found(name, content, words):
    with pytest.raises(Unfit, match=words) as refusal:
        check_picture(BytesIO(content), name)

    assert "Verwacht" in str(refusal.value)


def test_128_megapixels_in_a_small_file_cost_no_memory():
    content = huge_png(16_000, 8_000)
    assert len(content) < 500_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    with pytest.raises(Unfit, match="16000 bij 8000"):
        check_picture(BytesIO(content), "groot.png")

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 5_000


@pytest.mark.parametrize(("side", "words"), [(6_000, "6000 bij 6000"), (65_535, "heel veel beeldpunten")])
def test_a_jpeg_says_its_size_further_on(side, words):
    place = JPEG.index(b"\xff\xc0") + 5
    lying = JPEG[:place] + side.to_bytes(2, "big") * 2 + JPEG[place + 4 :]

    with pytest.raises(Unfit, match=words):
        check_picture(BytesIO(lying), "a.jpg")


@given(st.sampled_from([JPEG, PNG, picture("WEBP")]), st.binary(max_size=40), st.integers(0, 400))
def test_any_damage_is_welcome_or_refused(whole, noise, place):
    damaged = BytesIO(whole[:place] + noise + whole[place + len(noise) :])
    extension = {b"\xff": "jpg", b"\x89": "png"}.get(whole[:1], "webp")

    try:
        check_picture(damaged, f"a.{extension}")
    except Unfit:
        return
    Image.open(damaged).load()
