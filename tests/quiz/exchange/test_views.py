"""The screens of exchange: first look, then bring in as a draft, for one's own municipality, without a script."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from campagne.quiz.exchange import bundle, gift, moodle_reading
from campagne.quiz.models import Question, Quiz
from campagne.sheets.csv_file import read_csv
from campagne.sheets.xml_file import read_xml
from tests.quiz.conftest import published, quiz_of
from tests.quiz.counted import attempted

pytestmark = [pytest.mark.django_db, pytest.mark.once]
IMPORT = "wagtailsnippets_quiz_question:import"
GIFT = "Geeft u de code?{=Nee ~Ja}\n\nEssay?{}\n\n"


@pytest.fixture
def mine(client, editor_of_stein):
    client.force_login(editor_of_stein)
    return client


def upload(content: str | bytes, name: str = "vragen.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())


def test_somebody_looks_first_and_then_brings_in_drafts(mine, stein):
    looked = mine.post(reverse(IMPORT), {"file": upload(GIFT), "municipality": stein.pk})
    assert "Een open vraag kennen wij niet." in looked.content.decode()
    assert Question.objects.count() == 0

    brought = mine.post(reverse(IMPORT), {**looked.context["again"], "bring": "1"}, follow=True)

    (question,) = Question.objects.all()
    assert (question.stem, question.live, question.municipality) == ("Geeft u de code?", False, stein)
    assert "1 heel overgenomen, 1 niet overgenomen" in brought.content.decode()
    assert mine.get(reverse("wagtailsnippets_quiz_question:edit", args=[question.pk])).status_code == 200


def test_a_pasted_text_is_brought_in_too(mine, stein):
    looked = mine.post(reverse(IMPORT), {"text": GIFT, "municipality": stein.pk})
    mine.post(reverse(IMPORT), {**looked.context["again"], "bring": "1"})

    assert Question.objects.get().municipality == stein


def test_the_form_offers_only_ones_own_municipality(mine, stein, beek):
    answer = mine.post(reverse(IMPORT), {"text": GIFT, "municipality": beek.pk, "bring": "1"})

    assert answer.status_code == 422
    assert Question.objects.count() == 0
    assert list(mine.get(reverse(IMPORT)).context["form"].fields["municipality"].queryset) == [stein]


def test_whoever_works_for_the_region_may_bring_in_for_all(client, regional_editor):
    client.force_login(regional_editor)
    client.post(reverse(IMPORT), {"text": GIFT, "municipality": "", "bring": "1"})

    assert Question.objects.get().municipality is None


def test_a_file_that_is_too_large_for_a_form_is_chosen_again(mine, stein, monkeypatch):
    monkeypatch.setattr(bundle, "MOST_BYTES_IN_A_FORM", 10)
    looked = mine.post(reverse(IMPORT), {"file": upload(GIFT), "municipality": stein.pk})
    again = looked.context["again"]
    assert again["folded"] == ""
    assert "nog een keer" in looked.content.decode()

    other = mine.post(reverse(IMPORT), {**again, "bring": "1", "file": upload(GIFT + "V?{T}")})
    assert "ander bestand" in other.content.decode()
    mine.post(reverse(IMPORT), {**again, "bring": "1", "file": upload(GIFT)})

    assert Question.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        pytest.param({}, "Kies een bestand of plak een tekst.", id="nothing"),
        pytest.param({"text": "V?{T}", "file": upload("V?{T}")}, "niet allebei", id="both"),
        pytest.param({"file": upload(b"x" * (2 * 1024 * 1024 + 1))}, "We lezen er hoogstens 2.", id="too much text"),
        pytest.param({"file": upload(b"\x00\xff\x01")}, "geen gewone tekst", id="no text"),
        pytest.param({"file": upload(b"<quiz><question>")}, "Exporteer de vragen opnieuw uit Moodle", id="broken off"),
        pytest.param({"file": upload("{}", "a.json")}, "van iets anders", id="other JSON"),
        pytest.param({"text": "\n\n// niets"}, "geen enkele vraag", id="no question"),
        pytest.param({"text": "V?{T}\n\n" * 501}, "501 vragen", id="too many"),
        pytest.param({"folded": "AAAA"}, "kwam niet heel over", id="something else folded"),
        pytest.param(
            {"file": upload('<!DOCTYPE a [<!ENTITY b "c">]><quiz>&b;</quiz>', "a.xml")},
            "kunnen we niet lezen",
            id="a bomb",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_in_dutch(mine, stein, sent, why):
    for file in (value for value in sent.values() if not isinstance(value, str)):
        file.seek(0)

    answer = mine.post(reverse(IMPORT), {**sent, "municipality": stein.pk})

    assert answer.status_code == 422
    assert why in answer.content.decode()


def test_a_file_that_is_too_large_is_not_read(mine, stein, monkeypatch):
    monkeypatch.setattr(bundle, "MOST_BYTES", 5)

    answer = mine.post(reverse(IMPORT), {"file": upload(GIFT), "municipality": stein.pk})

    assert "We lezen er hoogstens" in answer.content.decode()


def test_a_quiz_is_taken_along_in_every_form(mine, stein):
    quiz = quiz_of(published("Een?", municipality=stein), published("Twee?", construct="handelen"), municipality=stein)
    screen = mine.get(reverse("wagtailsnippets_quiz_quiz:exchange", args=[quiz.pk]))
    files = {form: mine.get(url).content for form, url in screen.context["urls"].items()}

    assert "‘handelen’ meet, gaat niet mee" in screen.content.decode()
    assert [found.item.stem for found in gift.parse(files["gift"].decode())] == ["Een?", "Twee?"]
    assert [found.item.stem for found in moodle_reading.parse(read_xml(files["moodle"]))] == ["Een?", "Twee?"]
    assert len(json.loads(files["json"])["inhoud"]["questions"]) == 2


@pytest.mark.parametrize("form", ["json", "gift", "moodle"])
@pytest.mark.parametrize("is_live", [True, False], ids=["live", "taken down"])
def test_the_draft_of_a_question_of_the_region_does_not_leave_with_a_quiz(mine, stein, form, is_live):
    regional = published("Van de regio?")
    quiz = quiz_of(regional, municipality=stein)
    if not is_live:
        regional.unpublish()
    regional.stem = "Geheim concept"
    regional.save_revision()

    told = mine.get(reverse("wagtailsnippets_quiz_quiz:export", args=[quiz.pk, form])).content.decode()
    shown = mine.get(reverse("wagtailsnippets_quiz_quiz:exchange", args=[quiz.pk])).content.decode()

    assert "Van de regio?" in told
    assert "Geheim concept" not in told + shown


@pytest.mark.parametrize("screen", ["exchange", "downloads"])
def test_a_quiz_of_another_municipality_stays_shut(mine, beek, screen):
    quiz = quiz_of(published(municipality=beek), municipality=beek)

    assert mine.get(reverse(f"wagtailsnippets_quiz_quiz:{screen}", args=[quiz.pk])).status_code in {302, 403}
    assert mine.get(reverse("wagtailsnippets_quiz_quiz:export", args=[quiz.pk, "json"])).status_code in {302, 403}
    assert mine.get(reverse("wagtailsnippets_quiz_quiz:download", args=[quiz.pk, "antwoorden"])).status_code in {
        302,
        403,
    }


@pytest.fixture
def answered(stein) -> Quiz:
    quiz = quiz_of(published(municipality=stein), published("Twee?", municipality=stein), municipality=stein)
    for pattern in ("1", "2", "2", "3", "dont_know"):
        attempted(quiz.current_version, [pattern, pattern])
    return quiz


def test_the_answers_are_downloaded_with_a_codebook(mine, answered):
    screen = mine.get(reverse("wagtailsnippets_quiz_quiz:downloads", args=[answered.pk]))
    files = {name: read_csv(b"".join(mine.get(url))) for name, url in screen.context["urls"].items()}

    assert {name: len(rows) for name, rows in files.items()} | {"codeboek": 0} == {
        "antwoorden": 1 + 5 * 2 * 3,
        "pogingen": 1 + 5,
        "tellingen": 1,
        "codeboek": 0,
    }
    assert "Eén rij per antwoord" in screen.content.decode()


def test_too_few_attempts_are_not_downloaded_and_the_screen_says_why(mine, stein):
    quiz = quiz_of(published(municipality=stein), municipality=stein)
    attempted(quiz.current_version, ["1"])

    answer = mine.get(reverse("wagtailsnippets_quiz_quiz:download", args=[quiz.pk, "pogingen"]), follow=True)

    assert "Vanaf 5 pogingen kunt u downloaden." in answer.content.decode()


@pytest.mark.parametrize(("screen", "ends"), [("export", "exe"), ("download", "geheimen")])
def test_another_file_is_not_there(mine, answered, screen, ends):
    assert mine.get(reverse(f"wagtailsnippets_quiz_quiz:{screen}", args=[answered.pk, ends])).status_code == 404
