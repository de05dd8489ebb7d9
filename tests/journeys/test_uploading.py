"""An editor brings pictures, some of which cannot be used, and loses nothing."""

import pytest
from playwright.sync_api import expect

from tests.arriving import arrive_by
from tests.journeys.staff import log_in
from tests.media.pictures import huge_png, picture, telling


@pytest.fixture
def editor(open_page, site):
    tab = open_page("/-/live")
    log_in(tab, site, "redacteur-stein")
    return tab


def file(name: str, content: bytes) -> dict:
    return {"name": name, "mimeType": "image/png", "buffer": content}


def test_of_several_pictures_each_says_what_is_wrong_with_it(editor):
    editor.goto("/beheer/images/multiple/add/")

    files = {"plek.jpg": telling("JPEG"), "buren.jpg": picture("PNG"), "groot.png": huge_png(16_000, 8_000)}
    heavy = picture("PNG") + b"\0" * 12_000_000
    editor.set_input_files(
        "input[type=file]", [file(name, content) for name, content in {**files, "zwaar.png": heavy}.items()]
    )

    said = editor.locator("#upload-list")
    for words in ["Upload geslaagd", "vanbinnen is het een PNG", "16000 bij 8000 beeldpunten", "te groot. Maximale"]:
        said.get_by_text(words).locator("visible=true").first.wait_for()


def test_a_refused_picture_leaves_the_rest_of_the_form_as_it_was(editor):
    editor.goto("/beheer/images/add/")
    editor.set_input_files("#id_file", [file("buren.jpg", picture("PNG"))])
    editor.fill("#id_title", "Buren aan de heg")
    editor.fill("#id_description", "Twee buren praten")

    arrive_by(editor.locator("form:has(#id_file) button[type=submit]"))

    editor.get_by_text("vanbinnen is het een PNG").first.wait_for()
    expect(editor.locator("#id_title")).to_have_value("Buren aan de heg")
    expect(editor.locator("#id_description")).to_have_value("Twee buren praten")


def test_a_picture_of_15_mb_is_refused_in_words_and_going_back_loses_nothing(editor):
    editor.goto("/beheer/images/add/")
    editor.set_input_files("#id_file", [file("zwaar.png", picture("PNG") + b"\0" * 15_000_000)])
    editor.fill("#id_title", "Buren aan de heg")
    editor.fill("#id_description", "Twee buren praten")

    arrive_by(editor.locator("form:has(#id_file) button[type=submit]"))

    editor.get_by_role("heading", name="Dit bestand is te groot").wait_for()
    editor.go_back()
    expect(editor.locator("#id_description")).to_have_value("Twee buren praten")
