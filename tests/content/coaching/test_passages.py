"""What is judged of a page: what its editor wrote for readers, and nothing else."""

import json

import pytest

from campagne.content.coaching.passages import easy_passages, level_of, own_passages, passages_of, words_explained_on
from campagne.content.models import ArticlePage, EasyText, InstructionPage, ModulePage, PageTargetGroup
from campagne.language.norms import Level
from doelgroepen.models import TargetGroup

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def stream(*blocks: tuple[str, object]) -> str:
    return json.dumps([{"type": kind, "value": value} for kind, value in blocks])


def places_of(page) -> list[tuple[str, str]]:
    return [(passage.place, passage.text) for passage in passages_of(page)]


def test_title_summary_and_blocks_are_read_line_by_line():
    page = ArticlePage(
        title="Phishing",
        summary="Kort.",
        body=stream(
            ("text", "<h2>Wat is het?</h2><p>Een bericht.<br/>Niet echt.</p><ul><li>Klik niet</li></ul>"),
            ("do_dont", {"do": [{"type": "item", "value": "Bel zelf.", "id": "1"}], "dont": ["Wacht niet."]}),
        ),
        next_step=stream(("call_now", {"channel": 7, "urgency": "now", "note": "Direct bellen."})),
    )

    assert places_of(page) == [
        ("Titel", "Phishing"),
        ("Samenvatting", "Kort."),
        ("Wat doe ik nu?", "Direct bellen."),
        ("Inhoud", "Wat is het?"),
        ("Inhoud", "Een bericht."),
        ("Inhoud", "Niet echt."),
        ("Inhoud", "Klik niet"),
        ("Inhoud", "Bel zelf."),
        ("Inhoud", "Wacht niet."),
    ]


def test_a_module_says_at_which_step_a_text_stands_and_leaves_the_presenter_alone():
    step = {"title": "Kijk goed", "body": [{"type": "text", "value": "<p>Lees.</p>"}], "guidance": {"say": "Welkom."}}
    page = ModulePage(title="Les", summary="Kort.", steps=stream(("step", step), ("step", {**step, "title": "Bel"})))

    assert places_of(page)[2:] == [("Stap 1", "Kijk goed"), ("Stap 1", "Lees."), ("Stap 2", "Bel"), ("Stap 2", "Lees.")]


def test_words_of_others_and_of_a_practice_message_are_not_judged():
    message = {"channel": "sms", "sender": "Bank", "body": "Verifieer onverwijld.", "points": ["Er is haast."]}
    page = ArticlePage(
        title="T",
        summary="S",
        body=stream(("message", message), ("quote", {"text": "Derhalve.", "source": "Nota"})),
        sources=stream(("source", {"title": "Bron conform", "url": "https://x.nl"})),
    )

    assert places_of(page)[2:] == [("Inhoud", "Er is haast.")]


def test_links_are_given_with_the_line_they_stand_in():
    html = '<p>Lees <a href="https://x.nl">meer</a>.</p><p>Of bel <a href="tel:112">  de   politie </a></p>'
    page = ArticlePage(title="T", summary="S", body=stream(("text", html)))

    assert [passage.links for passage in passages_of(page)][2:] == [("meer",), ("de politie",)]


def test_the_easy_text_is_read_by_the_norm_of_easy_language():
    page = ArticlePage(title="T", summary="S")
    page.easy_texts.add(EasyText(title="Bel uw bank", body=stream(("text", "<p>Hang op.</p>"))))

    assert [(passage.text, passage.level) for passage in easy_passages(page)] == [
        ("Bel uw bank", Level.EASY),
        ("Hang op.", Level.EASY),
    ]
    assert {passage.level for passage in own_passages(page)} == {Level.PLAIN}


@pytest.mark.parametrize(
    ("is_easy", "levels", "level"),
    [
        (False, [], Level.PLAIN),
        (True, [], Level.EASY),
        (False, ["A2"], Level.EASY),
        (False, ["A2", "B1"], Level.PLAIN),
    ],
)
def test_the_norm_of_a_page_is_that_of_its_groups_or_what_its_editor_says(is_easy, levels, level):
    page = ArticlePage(title="T", summary="S", is_easy=is_easy)
    page.group_labels.set([PageTargetGroup(tag=TargetGroup(reading_level=level)) for level in levels])

    assert level_of(page) == level


def test_words_that_are_explained_are_known_wherever_they_are_explained():
    page = ArticlePage(title="T", summary="S", body=stream(("word", {"word": "Spoofing", "meaning": "Nep."})))
    page.easy_texts.add(EasyText(title="T", body=stream(("word", {"word": "NCSC", "meaning": "Een dienst."}))))

    assert words_explained_on(page) == {"spoofing", "ncsc"}


def test_an_instruction_is_read_in_dutch_alone():
    page = InstructionPage(title="Gaswolk", summary="Ga naar binnen.", acts=stream())

    assert places_of(page) == [("Titel", "Gaswolk"), ("Samenvatting", "Ga naar binnen.")]
