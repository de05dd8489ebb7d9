"""Editors write questions, compose quizzes and read results: their own, and nobody else's."""

import json

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from campagne.quiz.models import Question, Quiz
from tests.quiz.conftest import NO, Taker, published, quiz_of
from tests.quiz.forms import QUESTION, QUIZ, question_form, quiz_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def of_beek(beek):
    question = published("Geheim van Beek?", municipality=beek)
    return {QUESTION: question, QUIZ: quiz_of(question, slug="beek", municipality=beek)}


@pytest.mark.parametrize("register", [QUESTION, QUIZ])
@pytest.mark.parametrize("address", ["edit", "delete", "usage", "history", "history_results"])
def test_what_is_anothers_cannot_be_opened(client, editor_of_stein, of_beek, register, address):
    client.force_login(editor_of_stein)

    response = client.get(reverse(f"{register}:{address}", args=[of_beek[register].pk]))

    assert response.status_code in {302, 403, 404}
    assert "Geheim van Beek" not in response.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(lambda q: reverse(f"{QUESTION}:unpublish", args=[q.pk]), id="unpublish"),
        pytest.param(lambda q: reverse(f"{QUESTION}:preview_on_edit", args=[q.pk]), id="preview"),
        pytest.param(
            lambda q: reverse(f"{QUESTION}:revisions_view", args=[q.pk, q.latest_revision_id]), id="old revision"
        ),
        pytest.param(lambda q: reverse(f"{QUESTION}:revisions_revert", args=[q.pk, q.latest_revision_id]), id="revert"),
        pytest.param(
            lambda q: reverse(f"{QUESTION}:revisions_compare", args=[q.pk, "earliest", "latest"]), id="compare"
        ),
    ],
)
def test_drafts_and_revisions_of_another_stay_shut(client, editor_of_stein, of_beek, address):
    client.force_login(editor_of_stein)

    response = client.get(address(of_beek[QUESTION]))

    assert response.status_code in {302, 403, 404}
    assert "Geheim van Beek" not in response.content.decode()


@pytest.mark.parametrize("register", [QUESTION, QUIZ])
def test_lists_and_choosers_leave_out_what_is_anothers(client, editor_of_stein, of_beek, register):
    client.force_login(editor_of_stein)
    chooser = register.replace("wagtailsnippets", "wagtailsnippetchoosers")

    listing = client.get(reverse(f"{register}:list")).content.decode()
    choosing = client.get(reverse(f"{chooser}:choose_results")).content.decode()

    assert str(of_beek[register]) not in listing + choosing


def test_results_are_for_whose_quiz_it_is(client, editor_of_stein, editor_of_beek, regional_editor, of_beek):
    address = reverse(f"{QUIZ}:results", args=[of_beek[QUIZ].pk])

    seen = {}
    for user in (editor_of_stein, editor_of_beek, regional_editor):
        client.force_login(user)
        seen[user.username] = client.get(address).status_code

    assert seen == {"redacteur-stein": 302, "redacteur-beek": 200, "redacteur-regio": 200}
    client.logout()
    assert client.get(address).status_code == 302


def test_the_listing_and_the_edit_screen_lead_to_the_results(client, editor_of_beek, of_beek):
    client.force_login(editor_of_beek)
    address = reverse(f"{QUIZ}:results", args=[of_beek[QUIZ].pk])

    assert address in client.get(reverse(f"{QUIZ}:list")).content.decode()
    assert address in client.get(reverse(f"{QUIZ}:edit", args=[of_beek[QUIZ].pk])).content.decode()


def test_an_editor_writes_and_publishes_a_question(client, editor_of_stein, stein):
    client.force_login(editor_of_stein)
    form = question_form("Ja", "Nee", municipality=stein.pk)

    client.post(reverse(f"{QUESTION}:add"), {**form, "action-publish": "1"})

    version = Question.objects.get(stem="Nieuwe vraag?", municipality=stein).versions.get()
    assert [(option.text, option.is_right) for option in version.options.all()] == [("Ja", True), ("Nee", False)]


def test_publishing_what_is_not_complete_says_what_is_missing(client, editor_of_stein, stein):
    client.force_login(editor_of_stein)
    form = question_form("Ja", "ja", right=9, municipality=stein.pk)

    response = client.post(reverse(f"{QUESTION}:add"), {**form, "action-publish": "1"})
    page = response.content.decode()

    assert "Twee antwoorden zijn gelijk" in page
    assert "U vinkte er 0 aan" in page
    assert not Question.objects.exists()


def test_a_draft_may_be_half(client, editor_of_stein, stein):
    client.force_login(editor_of_stein)

    client.post(reverse(f"{QUESTION}:add"), question_form("Ja", municipality=stein.pk))

    question = Question.objects.get()
    assert not question.live
    assert not question.versions.exists()


def test_saving_a_draft_of_a_published_question_leaves_readers_alone(client, regional_editor, quiz):
    client.force_login(regional_editor)
    question = Question.objects.get(stem="Geeft u de code?")
    form = question_form("Ja", "Nee", stem="Nog niet af")

    client.post(reverse(f"{QUESTION}:edit", args=[question.pk]), form)

    question.refresh_from_db()
    assert question.has_unpublished_changes
    assert quiz.current_version.number == 1
    assert "Geeft u de code?" in Taker().start(quiz).text("1/")


def test_a_question_is_previewed_as_a_reader_sees_it(client, regional_editor, quiz):
    client.force_login(regional_editor)
    question = Question.objects.get(stem="Geeft u de code?")
    address = reverse(f"{QUESTION}:preview_on_edit", args=[question.pk])

    stored = json.loads(client.post(address, question_form("Zeker", "Nooit", stem="Voorbeeld?")).content)
    page = client.get(f"{address}?in_preview_panel=true").content.decode()

    assert stored["is_valid"]
    assert "Voorbeeld?" in page
    assert "Zeker" in page


def test_composing_a_quiz_makes_its_version(client, editor_of_stein, stein, quiz):
    client.force_login(editor_of_stein)
    regional, own = Question.objects.get(stem="Geeft u de code?"), published("Van ons?", municipality=stein)

    client.post(reverse(f"{QUIZ}:add"), quiz_form(own, regional, municipality=stein.pk))

    made = Quiz.objects.get(slug="quiz")
    assert [item.version.stem for item in made.current_version.items.all()] == ["Van ons?", "Geeft u de code?"]


def test_editing_a_quiz_makes_a_version_only_when_questions_change(client, regional_editor, home):
    client.force_login(regional_editor)
    one, two = published("Eén?"), published("Twee?")
    client.post(reverse(f"{QUIZ}:add"), quiz_form(one))
    made = Quiz.objects.get(slug="quiz")
    place = made.parts.get()
    edit = reverse(f"{QUIZ}:edit", args=[made.pk])
    kept = {"block": "practice", "question": one.pk, "id": place.pk, "ORDER": 1}

    def saved(*rows, **fields):
        chosen = inline_formset(list(rows), initial=1)
        client.post(edit, nested_form_data({"title": "Quiz", "slug": "quiz", **fields, "parts": chosen}))
        return made.current_version

    assert saved(kept, title="Andere titel").number == 1
    assert saved(kept, {"block": "practice", "question": two.pk, "ORDER": 2}).question_count == 2


def test_a_quiz_cannot_use_a_question_of_another_municipality(client, editor_of_stein, regional_editor, stein, of_beek):
    for user, owner in ((editor_of_stein, stein.pk), (regional_editor, "")):
        client.force_login(user)

        response = client.post(reverse(f"{QUIZ}:add"), quiz_form(of_beek[QUESTION], municipality=owner))

        assert "van een andere gemeente" in response.content.decode()
        assert not Quiz.objects.filter(slug="quiz").exists()


def test_a_quiz_asks_a_question_once(client, regional_editor, home):
    client.force_login(regional_editor)
    question = published()

    response = client.post(reverse(f"{QUIZ}:add"), quiz_form(question, question))

    assert "twee keer" in response.content.decode()
    assert not Quiz.objects.exists()


def test_a_quiz_needs_no_questions_to_be_begun(client, regional_editor, home):
    client.force_login(regional_editor)

    client.post(reverse(f"{QUIZ}:add"), quiz_form())

    assert Quiz.objects.get().current_version is None


def test_what_was_answered_cannot_be_deleted_by_anybody(client, regional_editor, quiz):
    Taker().start(quiz).answer(1, NO)
    client.force_login(regional_editor)
    question = Question.objects.get(stem="Geeft u de code?")

    client.post(reverse(f"{QUIZ}:delete", args=[quiz.pk]))
    client.post(reverse(f"{QUESTION}:delete", args=[question.pk]))
    for model, thing in (("quiz", quiz), ("question", question)):
        client.post(f"{reverse('wagtail_bulk_action', args=['quiz', model, 'delete'])}?id={thing.pk}")

    assert Quiz.objects.filter(pk=quiz.pk).exists()
    assert Question.objects.filter(pk=question.pk).exists()


def test_a_question_that_no_quiz_asks_can_be_deleted(client, regional_editor, home):
    client.force_login(regional_editor)
    question = published()

    client.post(reverse(f"{QUESTION}:delete", args=[question.pk]))

    assert not Question.objects.exists()
