"""An easy text has its own address and tells when its page changed; a sound is heard as long as its text stays."""

from datetime import date

import pytest
from django.utils import timezone

from campagne.content.models import ArticleIndexPage, ArticlePage, EasyText, ModuleIndexPage, ModulePage, PageSpeech
from campagne.content.passages import passages, source_digest
from campagne.media.models import Sound
from campagne.media.sound_file import read_sound
from campagne.serving.store.running import paths_of
from tests.media.sounds import mp3

pytestmark = pytest.mark.django_db
STEP = ("step", {"title": "Hang op", "body": [{"type": "text", "value": "<p>Leg neer.</p>"}], "guidance": {}})


def with_easy_text(page):
    easy = EasyText(title="Hang op", body=[("text", "<p>Iemand belt.<br/>Hang op.</p>")])
    page.easy_texts = [easy]
    easy.compared(source_digest(page), date(2026, 11, 1))
    return page


@pytest.fixture
def article(home, publish):
    index = ArticleIndexPage.objects.child_of(home).get()
    page = ArticlePage(title="De bank belt", slug="bank", summary="Wat doet u?", body=[("text", "<p>Ophangen.</p>")])
    return publish(index, with_easy_text(page))


@pytest.fixture
def module(home, publish):
    index = ModuleIndexPage.objects.child_of(home).get()
    page = ModulePage(title="Les", slug="les", summary="Leer het.")
    page.steps = [{"type": "step", "value": STEP[1], "id": "6b1ffb0e-6a8b-4f7d-9d3e-0a0a0a0a0a0a"}]
    return publish(index, page)


def say(page, part: str, voice: str = "computer") -> PageSpeech:
    spoken = next(text for text in passages(page) if text.part == part)
    sound = Sound.objects.keep(read_sound(mp3()))
    return PageSpeech.objects.say(page.contentpage_ptr, spoken, sound, voice, timezone.now())


def test_the_page_leads_to_its_easy_text_and_back(client, article):
    assert 'href="/artikelen/bank/makkelijk/"' in client.get("/artikelen/bank/").content.decode()

    easy = client.get("/artikelen/bank/makkelijk/").content.decode()

    assert "<h1>Hang op</h1>" in easy
    assert 'href="/artikelen/bank/"' in easy
    assert "Iemand belt.<br/>Hang op." in easy
    assert "veranderd op" not in easy


def test_without_an_easy_text_there_is_no_address_and_no_way_to_it(client, module):
    assert client.get("/modules/les/makkelijk/").status_code == 404
    assert "Makkelijk lezen" not in client.get("/modules/les/").content.decode()


def test_a_reader_is_told_when_the_ordinary_text_has_changed(client, article):
    article.summary = "Wat doet u dan?"
    article.easy_text.source_changed_on = date(2026, 11, 3)
    article.easy_texts.add(article.easy_text)
    article.save_revision().publish()

    assert "veranderd op 3 november 2026" in client.get("/artikelen/bank/makkelijk/").content.decode()


def test_the_easy_text_counts_as_its_page(client, article):
    easy = client.get("/artikelen/bank/makkelijk/").content.decode()

    assert f'data-page="{article.pk}"' in easy
    assert 'data-step="0"' in easy


def test_the_easy_text_is_stored_and_found(client, article):
    assert "/artikelen/bank/makkelijk/" in paths_of(article)
    assert "/artikelen/bank/makkelijk/" in client.get("/sitemap.xml").content.decode()


def test_a_preview_shows_the_easy_text(article):
    assert ("makkelijk", "Makkelijk lezen") in article.preview_modes

    shown = article.make_preview_request(preview_mode="makkelijk")

    assert "<h1>Hang op</h1>" in shown.render().content.decode()


@pytest.mark.parametrize(
    ("part", "address"),
    [
        pytest.param("page", "/artikelen/bank/", id="the page"),
        pytest.param("easy", "/artikelen/bank/makkelijk/", id="easy"),
    ],
)
def test_a_sound_is_heard_where_its_text_stands_and_says_who_speaks(client, article, part, address):
    say(article, part)

    html = client.get(address).content.decode()

    assert html.count("<audio") == 1
    assert 'preload="none"' in html
    assert "Computerstem" in html


def test_each_step_of_a_module_has_its_own_sound(client, module):
    say(module, "6b1ffb0e6a8b4f7d9d3e0a0a0a0a0a0a", "recorded")

    assert "Ingesproken" in client.get("/modules/les/stap/1/").content.decode()
    assert "<audio" not in client.get("/modules/les/").content.decode()


def test_another_text_hides_the_sound_and_the_old_text_brings_it_back(client, article):
    say(article, "page")
    for title, number in (("De bank belt weer", 0), ("De bank belt", 1)):
        article.title = title
        article.save_revision().publish()

        assert client.get("/artikelen/bank/").content.decode().count("<audio") == number
        assert article.audibility.stale == 1 - number


def test_a_hard_word_of_the_page_opens_its_meaning(client, article):
    article.body = [
        ("text", "<p>Dat heet spoofing.</p>"),
        ("word", {"word": "Spoofing", "meaning": "Een ander nummer."}),
    ]
    article.save_revision().publish()

    html = client.get("/artikelen/bank/").content.decode()

    assert html.count("popovertarget=") == 1
    assert " (Een ander nummer.)</span>" in html
