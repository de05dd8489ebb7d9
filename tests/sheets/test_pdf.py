import builtins

import pytest

from campagne.sheets.pdf import CannotPrint, File, pdf_of
from tests.sheets.inflated import inflated

PAGE = (
    '<html lang="nl"><head><title>Vragenboekje</title></head>'
    '<body data-foot="quizversie 3"><h1>Hallo</h1>{}</body></html>'
)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "a5f645400000000049454e44ae426082"
)


def test_a_page_has_a_structure_a_language_and_a_title_and_the_same_page_gives_the_same_bytes():
    first, second = pdf_of(PAGE.format("")), pdf_of(PAGE.format(""))

    assert first == second
    text = inflated(first)
    for mark in (b"/StructTreeRoot", b"/MarkInfo", b"/Lang (nl)", b"/DisplayDocTitle true", b"pdfuaid:part"):
        assert mark in text, mark
    assert b"Vragenboekje" in text


def test_only_what_is_ours_is_asked_for_and_by_its_path():
    asked = []

    def fetch(path: str) -> File | None:
        asked.append(path)
        return File(PIXEL, "image/png") if path == "/media/ons.png" else None

    elsewhere = ["http://elders.nl/a.png", "file:///etc/passwd", "//elders.nl/b.png", "data:image/png;base64,AAAA"]
    pictures = "".join(f'<img alt="plaatje" src="{src}">' for src in (*elsewhere, "/media/ons.png", "/media/weg.png"))
    made = pdf_of(
        PAGE.format(pictures),
        stylesheets=["@import url(https://elders.nl/c.css); h1 { background: url(https://elders.nl/d.png) }"],
        fetch=fetch,
        site="https://voorbeeld.nl",
    )

    assert asked == ["/media/ons.png", "/media/weg.png"]
    assert made.startswith(b"%PDF")


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<html><head><title>Blad</title></head><body>a</body></html>", id="no language"),
        pytest.param('<html lang="nl"><body>a</body></html>', id="no title"),
    ],
)
def test_what_a_screen_reader_cannot_use_is_not_made(html):
    with pytest.raises(ValueError, match="title or a language"):
        pdf_of(html)


def test_without_pango_it_says_what_to_install(monkeypatch):
    imported = builtins.__import__

    def without(name, *args, **more):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return imported(name, *args, **more)

    monkeypatch.setattr(builtins, "__import__", without)

    with pytest.raises(CannotPrint) as missing:
        pdf_of(PAGE.format(""))

    assert "sudo apt-get install libpango-1.0-0" in " ".join(missing.value.args)


def test_after_printing_half_a_picture_is_still_refused():
    from PIL import ImageFile

    pdf_of(PAGE.format(""))

    assert not ImageFile.LOAD_TRUNCATED_IMAGES
