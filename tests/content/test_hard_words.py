"""A hard word is explained where it stands: once in a text, never in a link or a heading, and always by its own id."""

import re

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from campagne.content.hard_words import explained

pytestmark = pytest.mark.once

MEANING = {"Link": "Een woord waar u op kunt klikken."}


class HasHardWords:
    hard_words = MEANING


@pytest.mark.parametrize(
    ("html", "buttons"),
    [
        pytest.param("<p>Klik niet op de link.</p>", 1, id="in running text, whatever its capitals"),
        pytest.param("<p>Een link is een link.</p>", 1, id="the first time alone"),
        pytest.param("<p>Een linkje of koplink.</p>", 0, id="not in another word"),
        pytest.param('<p><a href="/">De link</a></p>', 0, id="not in a link"),
        pytest.param("<h2>De link</h2>", 0, id="not in a heading"),
        pytest.param("<h2>De link</h2><p>Een link.</p>", 1, id="below its heading"),
        pytest.param('<p title="link">Niets.</p>', 0, id="not in a tag"),
    ],
)
def test_a_word_is_explained_where_it_is_read(html, buttons):
    assert explained(html, MEANING).count("<button") == buttons


def test_the_button_opens_the_meaning_that_stands_behind_it():
    html = explained("<p>Een link.</p>", MEANING)

    [name] = re.findall(r'popovertarget="([^"]+)"', html)
    assert f'id="{name}" popover> (Een woord waar u op kunt klikken.)</span>.' in html


def test_a_word_in_the_meaning_of_another_is_left_alone():
    html = explained("<p>Een link en een klik.</p>", {**MEANING, "klikken": "Drukken."})

    assert html.count("<button") == 1


def test_a_meaning_cannot_bring_tags():
    assert "<b>" not in explained("<p>Een link.</p>", {"link": "<b>vet</b>"})


@pytest.mark.parametrize("block", ["text", "callout", "step"])
def test_a_block_explains_on_its_page_and_is_shown_as_it_is_where_there_is_none(block):
    shown = {"title": "Let op", "value": "<p>Een link.</p>", "body": "<p>Een link.</p>"}

    on_a_board = render_to_string(f"content/blocks/{block}.html", shown)
    on_its_page = render_to_string(f"content/blocks/{block}.html", {**shown, "page": HasHardWords()})

    assert "Een link." in on_a_board
    assert "<button" in on_its_page


@given(st.text(), st.text(min_size=1), st.text())
def test_a_text_without_the_word_stays_as_it_is(text, word, meaning):
    html = explained(text, {word: meaning})

    assert html == text or "popovertarget" in html
