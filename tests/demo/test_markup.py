"""What a visitor's eyes take from a page."""

import pytest

from campagne.demo.markup import Button, Choice, Tracker, read_page

QUESTION = """
<body><aside class="demo-banner" aria-label="Demogegevens"><p>Demogegevens.</p></aside>
<nav><a href="/themas/">Thema's</a></nav>
<main>
  <h1>De bank  belt.</h1>
  <a href="/modules/reboot/stap/2/#inhoud">Volgende</a> <a href="/modules/reboot/stap/2/">nog eens</a>
  <a href="https://www.politie.nl" data-channel="politie">Ga naar politie.nl</a>
  <a href="tel:112" data-channel="112">112</a> <a href="//elders.example/">elders</a>
  <form method="post" action="/quiz/bank/abc/1/">
    <input type="hidden" name="submission" value="u-1">
    <fieldset><legend>Wat doet u?</legend>
      <label for="a"><input type="radio" id="a" name="option" value="k1"><span>Ophangen &amp; bellen</span></label>
      <input type="radio" id="b" name="option" value="k2"><label for="b">Betalen</label>
    </fieldset>
    <button name="state" value="answered">Geef <b>antwoord</b></button>
    <button>Sla over</button>
  </form>
  <form action="/zoeken/"><input name="q"></form>
</main>
<script>var a = "<a href='/geheim/'>";</script>
<script type="module" src="/t.js" data-page="7" data-revision="9" data-step="2" data-stamp="abc"
  data-read-seconds="12"></script>
"""


def test_a_page_gives_its_tracker_links_channels_and_forms():
    found = read_page(QUESTION)

    assert found.tracker == Tracker(7, 9, 2, "abc", 12)
    assert found.links == ("/modules/reboot/stap/2/",)
    assert found.channels == ("politie", "112")
    assert found.is_demo
    assert found.text.startswith("De bank belt. Volgende")
    assert "Thema" not in found.text


def test_a_form_knows_its_answers_by_their_words_and_what_a_browser_would_send():
    form = read_page(QUESTION).form_to("/quiz/")

    assert form.choices == (Choice("option", "k1", "Ophangen & bellen"), Choice("option", "k2", "Betalen"))
    assert form.buttons == (Button("state", "answered", "Geef antwoord"), Button("", "", "Sla over"))
    assert form.filled(form.choices[1], form.buttons[0]) == [
        ("submission", "u-1"),
        ("option", "k2"),
        ("state", "answered"),
    ]
    assert form.filled(form.buttons[1]) == [("submission", "u-1")]


ORDER = """<main><form method="post"><input type="hidden" name="submission" value="u-1">
<input type="hidden" name="option" value="k1"><input type="hidden" name="option" value="k2">
<button name="move" value="up:k1">Omhoog<span>: Kijk: ja, nu op plaats <span>1</span></span></button>
<button name="move" value="down:k1">Omlaag<span>: Kijk: ja, nu op plaats <span>1</span></span></button>
<button name="move" value="up:k2">Omhoog<span>: Bel, nu op plaats <span>2</span></span></button>
<button name="state" value="answered">Geef antwoord</button></form></main>"""


def test_what_can_be_put_in_order_is_sent_in_the_order_it_was_put():
    (form,) = read_page(ORDER).forms

    assert form.movable == {"Kijk: ja": "k1", "Bel": "k2"}
    assert form.arranged(["k2", "k1"]).filled(form.buttons[-1]) == [
        ("submission", "u-1"),
        ("option", "k2"),
        ("option", "k1"),
        ("state", "answered"),
    ]


def test_a_form_without_a_method_is_a_question_to_the_server():
    assert read_page(QUESTION).form_to("/zoeken/").method == "get"
    assert read_page(QUESTION).form_to("/nergens/") is None


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("", id="nothing"),
        pytest.param("<main><form action='/x/'><label for=a>half", id="broken off"),
        pytest.param("</form></main></label><p>te veel dicht", id="closed too often"),
        pytest.param('<script data-page="x" data-stamp="s" data-revision="1" data-step="0"></script>', id="no numbers"),
        pytest.param(
            '<script data-page="1" data-revision="1" data-step="0" data-read-seconds="3"></script>', id="no stamp"
        ),
    ],
)
def test_a_broken_page_gives_what_can_be_read(html):
    found = read_page(html)

    assert found.tracker is None
    assert found.links == ()
    assert not found.is_demo
