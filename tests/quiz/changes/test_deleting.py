"""Whatever an editor deletes, versions that were answered stay, and the screen says so kindly."""

import pytest
from django.urls import reverse
from wagtail import hooks
from wagtail.images.tests.utils import get_test_image_file

from campagne.content.models import QuizIndexPage, QuizPage
from campagne.media.models import Picture
from campagne.quiz.models import Question, QuestionVersion, Response
from campagne.quiz.taking.ticket import sign_page
from tests.quiz.conftest import NO, Taker, published, quiz_of, republished

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, regional_editor):
    client.force_login(regional_editor)
    return client


def kept() -> tuple[int, int]:
    return QuestionVersion.objects.count(), Response.objects.count()


@pytest.mark.parametrize("kind", ["quiz", "question"])
def test_what_was_answered_stays_with_a_kind_message(editor, quiz, kind):
    Taker().start(quiz).answer(1, NO)
    before = kept()
    thing = quiz if kind == "quiz" else Question.objects.get(stem="Geeft u de code?")
    address = reverse(f"wagtailsnippets_quiz_{kind}:delete", args=[thing.pk])

    for response in (editor.get(address, follow=True), editor.post(address, follow=True)):
        assert response.status_code == 200
        assert "blijft daarom bewaard" in response.content.decode()
    assert kept() == before


def test_who_answers_while_an_editor_deletes_a_quiz_is_not_lost(editor, quiz):
    def answer(request, objects) -> None:
        Taker().start(quiz).answer(1, NO)

    with hooks.register_temporarily("before_delete_snippet", answer):
        response = editor.post(reverse("wagtailsnippets_quiz_quiz:delete", args=[quiz.pk]), follow=True)

    assert "blijft daarom bewaard" in response.content.decode()
    assert Response.objects.get().attempt.quiz_version.quiz == quiz


def test_a_question_that_is_asked_while_an_editor_deletes_it_stays(editor, home):
    question = published()

    def ask(request, objects) -> None:
        Taker().start(quiz_of(question)).answer(1, NO)

    with hooks.register_temporarily("before_delete_snippet", ask):
        response = editor.post(reverse("wagtailsnippets_quiz_question:delete", args=[question.pk]), follow=True)

    assert "blijft daarom bewaard" in response.content.decode()
    assert kept() == (1, 1)


def test_deleting_the_page_leaves_versions_and_answers(editor, home, quiz, publish):
    page = publish(QuizIndexPage.objects.child_of(home).get(), QuizPage(title="Codes", summary="Over codes", quiz=quiz))
    Taker().start(quiz, page=sign_page(page.pk)).answer(1, NO)
    before = kept()

    editor.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))

    assert not QuizPage.objects.filter(pk=page.pk).exists()
    assert kept() == before
    assert Response.objects.get().attempt.page is None


def test_a_picture_that_people_saw_stays(editor, home):
    file = Picture.objects.create(title="Pas", description="Een pas", file=get_test_image_file(), licence="own")
    question = published(picture=file)
    republished(question, picture=None)

    address = reverse("wagtailimages:delete", args=[file.pk])
    response = editor.post(address)

    assert response.status_code in {302, 403}
    assert Picture.objects.filter(pk=file.pk).exists()
