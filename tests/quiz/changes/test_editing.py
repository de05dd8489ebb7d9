"""An editor improves a question that has answers: the screen says so, asks what it is, and nothing is lost."""

import re
from html import unescape

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from campagne.quiz.models import KeyCorrection, Question, QuestionVersion, Response
from campagne.quiz.questions.edits import Change
from tests.quiz.conftest import NO, YES, Taker, options, published, quiz_of, republished

pytestmark = pytest.mark.django_db
REGISTER = "wagtailsnippets_quiz_question"
TURNED = ("Ja", YES), ("Nee", NO)


@pytest.fixture
def question(client, editor_of_stein, stein) -> Question:
    """A question of Stein that five people answered wrongly; its editor is logged in."""
    question = published(offer=options(NO)[:2], municipality=stein)
    quiz = quiz_of(question, municipality=stein)
    for _ in range(5):
        Taker().start(quiz).answer(1, YES)
    client.force_login(editor_of_stein)
    return question


def edit_url(question: Question) -> str:
    return reverse(f"{REGISTER}:edit", args=[question.pk])


def form(question: Question, *, right=NO, texts=("Ja", "Nee"), since: int | None = None, **fields) -> dict:
    """What the edit screen sends, with the ids of the options it was given."""
    offered = [
        {"type": "option", "id": str(key), "value": {"text": text, "explanation": f"Geheime uitleg bij {text}"}}
        for key, text in zip((YES, NO), texts, strict=True)
    ]
    data = streamfield([(block["type"], block["value"]) for block in offered])
    for place, block in enumerate(offered):
        data[str(place)]["id"] = block["id"]
        if block["id"] == str(right):
            data[str(place)]["value"]["is_right"] = "on"
    newest = question.versions.order_by("-pk").first()
    plain = {
        "stem": question.stem,
        "construct": "kennis",
        "kind": "single",
        "explanation": question.explanation,
        "municipality": question.municipality_id,
        "change": "",
        "change_reason": "",
        "change_since": since or newest.pk,
    }
    return nested_form_data({**plain, **fields, "options": data, "hotspots": streamfield([])})


def publish(client, question: Question, **fields) -> str:
    response = client.post(edit_url(question), {**form(question, **fields), "action-publish": "1"})
    return re.sub(r"\s+", " ", unescape(response.content.decode()))


def changes_of(question: Question) -> list[str]:
    return list(question.versions.order_by("pk").values_list("change", flat=True))


def test_the_screen_says_how_many_answers_there_are(client, question):
    page = client.get(edit_url(question)).content.decode()

    assert "Deze vraag heeft 5 antwoorden." in page
    assert page.count('type="radio" name="change"') == 3
    assert not re.search(r'name="change"[^>]*checked', page)
    assert reverse(f"{REGISTER}:versions", args=[question.pk]) in page


def test_without_answers_nothing_is_asked(client, question, stein):
    fresh = published("Vers?", offer=options(NO)[:2], municipality=stein)

    page = client.get(edit_url(fresh)).content.decode()
    publish(client, fresh, right=YES)

    assert "nog geen antwoorden" in page
    assert 'name="change"' not in page
    assert changes_of(fresh) == ["first", "substantive"]


def test_a_new_question_asks_nothing(client, question):
    page = client.get(reverse(f"{REGISTER}:add")).content.decode()

    assert 'name="change"' not in page


@pytest.mark.parametrize(
    ("fields", "proposed", "reason"),
    [
        pytest.param({"stem": "geeft u de code"}, "cosmetic", "Alleen leestekens", id="punctuation"),
        pytest.param({"stem": "Geeft u ooit de code?"}, "substantive", "De woorden van de vraag", id="words"),
        pytest.param({"right": YES}, "key", "Een ander antwoord staat op goed.", id="key"),
    ],
)
def test_publishing_asks_proposes_and_keeps_what_was_written(client, question, fields, proposed, reason):
    page = publish(client, question, explanation="Dit schreef ik net.", **fields)

    assert "Kies wat voor wijziging dit is." in page
    assert reason in page
    assert re.search(rf'name="change" value="{proposed}"[^>]*checked', page)
    assert "Dit schreef ik net." in page
    assert changes_of(question) == ["first"]


def test_a_cosmetic_change_keeps_the_series(client, question):
    publish(client, question, stem="Geeft u de code", change="cosmetic")

    first, second = question.versions.order_by("pk")
    assert (second.series, second.change, second.stem) == (first.series, "cosmetic", "Geeft u de code")


def test_a_substantive_change_starts_a_series_and_leaves_answers_alone(client, question):
    publish(client, question, stem="Heel iets anders?", change="substantive")

    first, second = question.versions.order_by("pk")
    assert second.series != first.series
    assert Response.objects.filter(question_version=first, is_right=False).count() == 5


def test_a_corrected_key_marks_again_and_is_written_down(client, question, editor_of_stein):
    refused = publish(client, question, right=YES, change="key")
    assert "Schrijf op waarom de sleutel verandert." in refused
    assert not KeyCorrection.objects.exists()

    publish(client, question, right=YES, change="key", change_reason="Ja is wat de bank zegt.")

    done = KeyCorrection.objects.get()
    assert (done.by, done.why, done.marked_otherwise) == (editor_of_stein, "Ja is wat de bank zegt.", 5)
    assert Response.objects.filter(is_right=True).count() == 5
    assert question.series.count() == 1


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        pytest.param({"right": YES, "change": "cosmetic"}, "Cosmetisch kan hier niet.", id="another key"),
        pytest.param({"stem": "geeft u de code", "change": "key"}, "De sleutel is niet veranderd", id="no other key"),
        pytest.param({"texts": ("Nee", "Ja"), "change": "cosmetic"}, "bij een ander antwoord", id="texts exchanged"),
    ],
)
def test_what_is_not_honest_is_refused_in_words(client, question, fields, words):
    assert words in publish(client, question, change_reason="Zomaar", **fields)
    assert changes_of(question) == ["first"]


def test_a_draft_may_be_saved_without_choosing_and_touches_nothing(client, question):
    frozen = QuestionVersion.objects.values().get()

    client.post(edit_url(question), form(question, right=YES, stem="Half af"))
    autosaved = client.post(edit_url(question), form(question, stem="Nog half"), headers={"Accept": "application/json"})

    question.refresh_from_db()
    assert autosaved.json()["success"]
    assert question.has_unpublished_changes
    assert question.get_latest_revision_as_object().stem == "Nog half"
    assert QuestionVersion.objects.values().get() == frozen
    assert Response.objects.filter(is_right=False).count() == 5


def test_a_choice_in_a_draft_is_still_there_and_gone_after_publishing(client, question):
    client.post(edit_url(question), form(question, stem="geeft u de code", change="cosmetic"))
    assert re.search(r'value="cosmetic"[^>]*checked', client.get(edit_url(question)).content.decode())

    publish(client, question, stem="geeft u de code", change="cosmetic")

    assert changes_of(question) == ["first", "cosmetic"]
    assert not re.search(r'name="change"[^>]*checked', client.get(edit_url(question)).content.decode())


def test_who_chose_before_somebody_else_published_is_asked_again(client, question):
    seen = question.versions.get().pk
    republished(question, Change.SUBSTANTIVE, stem="Van een collega?")

    page = publish(client, question, stem="Van mij?", change="cosmetic", since=seen)

    assert "Intussen publiceerde iemand een nieuwe versie" in page
    assert "Van mij?" in page
    assert changes_of(question) == ["first", "substantive"]


def test_publishing_the_same_again_asks_nothing(client, question):
    publish(client, question)

    assert changes_of(question) == ["first"]


def test_what_is_published_later_keeps_the_choice(client, question):
    question.refresh_from_db()
    question.change, question.change_since = "cosmetic", question.versions.get().pk
    question.stem = "Geeft u een code?"
    revision = question.save_revision()

    revision.publish()

    assert changes_of(question) == ["first", "cosmetic"]
