import gzip
import random
import re
import string
from datetime import date

import pytest

from campagne.content.models import InstructionPage
from campagne.headers import policy_of_now
from campagne.incidents.models import PreparedLine, Statement

pytestmark = pytest.mark.django_db
NOW = {"nl": "/nu/", "en": "/nu/en/", "de": "/nu/de/"}
MOST_BYTES = 14_000
CHANCE = random.Random(112)
BAD = '<b onclick="x">&"\'</b>'


def read(client, language: str = "nl", **environ) -> str:
    """The words of the page, as a reader sees them."""
    return client.get(NOW[language], **environ).content.decode()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", ["Er is nu een incident", "Gaswolk: dit doet u", "Ga naar binnen.", "Deze site is geen crisiskanaal"]),
        ("en", ["There is an incident now", "Gas cloud: what to do", "Go inside.", "not a crisis channel"]),
        ("de", ["Es gibt jetzt einen Vorfall", "Gaswolke: das tun Sie", "kein Krisenkanal"]),
    ],
)
def test_an_incident_is_told_in_each_language(client, officers, language, words):
    officers.raised()

    text = read(client, language)

    assert [
        word
        for word in [*words, "Geleen-Zuid en Neerbeek", "NL-Alert", "L1", "vrzl.nl", "crisis.nl"]
        if word not in text
    ] == []
    assert f'<html lang="{language}" dir="ltr">' in text
    assert '<bdi dir="ltr">112</bdi>' in text


def test_while_nothing_is_wrong_it_says_so_and_what_lies_ready(client, officers):
    texts = {language: read(client, language) for language in NOW}

    assert "Er is nu geen incident" in texts["nl"]
    assert f'{officers.page.url}en/"' in texts["en"]
    assert "Gas cloud: what to do" in texts["en"]
    assert all('data-is="calm"' in text and "NL-Alert" in text for text in texts.values())


def test_it_is_one_request_without_a_script_and_its_style_is_known_by_its_hash(client, officers):
    officers.raised()

    answer = client.get("/nu/")
    text = answer.content.decode()

    assert re.findall(r"<(?:script|img|iframe|object)|\sstyle=|\son\w+=|url\(|@import", text) == []
    assert [link for link in re.findall(r"<link [^>]+>", text) if 'href="data:' not in link] == []
    assert answer["Content-Security-Policy"] == policy_of_now()
    assert answer["Cache-Control"] == "public, max-age=30, stale-if-error=86400"
    assert not answer.cookies


def test_a_refusal_below_now_has_the_policy_of_other_pages(client, home):
    answer = client.get("/nu/fr/")

    assert (answer.status_code, "style-src 'self'" in answer["Content-Security-Policy"]) == (404, True)
    assert client.get("/nu/nl/").headers["Location"] == "/nu/"


def words(number: int) -> str:
    """Text of a length that does not pack well, as no real text does worse."""
    letters = CHANCE.choices(string.ascii_lowercase + "   ", k=number)
    return "".join(letters).strip().ljust(number, "x")


@pytest.fixture
def long_page(instruction) -> InstructionPage:
    """An instruction as long as it may be."""
    pictograms = ["inside", "close", "ventilation", "listen", "school", "car", "no_call"]
    for each in (instruction, *instruction.texts.all()):
        acts = [{"pictogram": name, "text": words(70), "detail": words(160)} for name in pictograms]
        each.title, each.summary, each.acts = words(120), words(200), [("act", act) for act in acts]
        each.save()
    return instruction


def test_at_its_largest_it_fits_in_the_first_packets(client, officers, long_page):
    lines = [PreparedLine.objects.create(**{f"text_{name}": words(160) for name in NOW}) for _ in range(3)]
    for number in range(3):
        own = {name: words(160 - number) for name in NOW}
        officers.raised(area=words(200 - number), prepared=lines, own=own, is_exercise=number == 2)
    Statement.objects.create(text_nl=words(300), text_en=words(300), text_de=words(300), checked_on=date(2026, 11, 3))

    sizes = {name: len(gzip.compress(client.get(path).content, 6)) for name, path in NOW.items()}

    assert max(sizes.values()) <= MOST_BYTES, sizes
    print(sizes)


def test_markup_quotes_and_marks_of_direction_stay_text(client, officers):
    officers.raised(area=f"\u202eGeleen\u200f {BAD}", own=dict.fromkeys(NOW, BAD))

    pages = [client.get(path).content.decode() for path in (*NOW.values(), "/")]

    assert [page for page in pages if BAD in page or "<b onclick" in page] == []
    assert all("&lt;b onclick=&quot;x&quot;&gt;&amp;&quot;&#x27;&lt;/b&gt;</bdi>" in page for page in pages)


def test_an_exercise_says_so_everywhere_and_is_no_page_for_search_engines(client, officers):
    officers.raised(is_exercise=True)

    answers = {language: client.get(path) for language, path in NOW.items()}
    texts = [answer.content.decode() for answer in answers.values()]

    assert all(answer["X-Robots-Tag"] == "noindex" for answer in answers.values())
    assert all(text.count("OEFENING") >= 3 and '<meta name="robots" content="noindex">' in text for text in texts)
    assert "EXERCISE" in texts[1]
    assert "ÜBUNG" in texts[2]
    assert "er is nu een incident" not in texts[0].lower()


def test_an_incident_is_for_search_engines_too(client, officers):
    officers.raised()

    assert "X-Robots-Tag" not in client.get("/nu/")


def test_with_danger_of_an_explosion_the_alert_decides(client, officers):
    officers.page.scenario = "explosion"
    officers.page.save()
    officers.raised()

    assert '<p class="rule">Doe wat de NL-Alert zegt.</p>' in client.get("/nu/").content.decode()


def test_a_dated_statement_says_of_which_day_it_is(client, home):
    without = client.get("/nu/").content.decode()
    Statement.objects.create(
        text_nl="De sirene…", text_en="The siren…", text_de="Die Sirene…", checked_on=date(2026, 11, 3)
    )

    assert "nagegaan op" not in without
    assert "The siren… (checked on 3 November 2026)" in client.get("/nu/en/").content.decode()
