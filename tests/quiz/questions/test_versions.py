"""What was published never changes; publishing something else makes a version."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError

from campagne.quiz.models import Frozen, OptionVersion, Question, QuestionVersion, QuizVersion
from campagne.quiz.questions.draft import Option
from campagne.quiz.questions.edits import Change
from tests.quiz.conftest import NO, YES, Taker, options, published, quiz_of, republished

pytestmark = pytest.mark.django_db


def test_publishing_freezes_what_was_written():
    version = published(message_channel="sms", message_sender="Bank", message_body="Klik hier").versions.get()

    assert (version.stem, version.number, version.message_body) == ("Geeft u de code?", 1, "Klik hier")
    assert [(o.key, o.text, o.is_right) for o in version.options.all()][:2] == [(YES, "Ja", False), (NO, "Nee", True)]


def test_publishing_the_same_again_makes_no_version():
    question = published()

    republished(question)

    assert question.versions.count() == 1


def test_a_slip_of_the_pen_stays_in_the_series():
    question = published()
    first = question.versions.get()

    second = republished(question, stem="Geeft u de code")

    assert (second.series, second.number, second.change) == (first.series, 2, "cosmetic")


def test_other_words_start_a_new_series_unless_an_editor_knows_better():
    question = published()
    first = question.versions.get()

    second = republished(question, stem="Geeft u een code door?")
    third = republished(question, Change.COSMETIC, stem="Geeft u ooit een code door?")

    assert (second.number, second.change) == (1, "substantive")
    assert (third.series, third.number, third.change) == (second.series, 2, "cosmetic")
    assert second.series != first.series


def test_what_was_decided_about_an_earlier_version_decides_nothing():
    question = published()
    question.change, question.change_since = Change.COSMETIC, question.versions.get().pk
    scheduled = question.save_revision()
    republished(question, explanation="Intussen anders.")

    question.stem = "Iets heel anders?"
    question.change_since = scheduled.as_object().change_since
    question.save_revision().publish()

    assert question.versions.order_by("-pk").first().change == "substantive"


def test_it_is_known_who_published_and_why(editor_of_stein):
    question = published()

    version = republished(question, Change.COSMETIC, " Het stond er krom. ", by=editor_of_stein, stem="Geeft u codes?")

    assert (version.published_by, version.reason) == (editor_of_stein, "Het stond er krom.")


def test_another_key_starts_a_new_series():
    question = published()
    question.offer(options(YES))

    second = republished(question)

    assert second.number == 1
    assert question.series.count() == 2


def test_a_draft_never_touches_what_is_published():
    question = published()

    question.stem = "Half afgemaakte"
    question.save_revision()

    assert question.versions.get().stem == "Geeft u de code?"


def test_an_incomplete_question_is_not_published():
    question = Question(stem="Leeg", live=False)
    question.save()

    with pytest.raises(ValidationError, match="Geef 2 tot 6 antwoorden"):
        question.save_revision().publish()

    question.refresh_from_db()
    assert not question.live
    assert not question.versions.exists()


def test_an_intention_has_no_right_option_even_when_ticked():
    version = published(construct="meldintentie", offer=options(YES)).versions.get()

    assert not version.options.filter(is_right=True).exists()


def test_an_option_keeps_its_key_when_its_text_changes():
    question = published()
    question.offer([Option(option.key, f"{option.text}!", option.is_right) for option in question.draft().options])

    second = republished(question)

    assert {option.key for option in second.options.all()} == set(options_of(question.versions.first()))


def options_of(version: QuestionVersion):
    return version.options.values_list("key", flat=True)


@pytest.mark.parametrize("model", [QuestionVersion, OptionVersion, QuizVersion])
def test_a_version_refuses_every_change(model):
    quiz_of(published())
    version = model.objects.first()

    with pytest.raises(Frozen, match="publish a new version"):
        version.save()
    with pytest.raises(Frozen, match="publish a new version"):
        model.objects.update(pk=1)


def test_a_changed_version_is_not_saved(home):
    version = published().versions.get()
    option = version.options.first()
    version.stem, option.text = "Heel iets anders?", "Misschien wel"

    for changed in (version, option):
        with pytest.raises(Frozen):
            changed.save()
    with pytest.raises(Frozen), transaction.atomic():
        OptionVersion.objects.bulk_update([option], ["text"])

    version.refresh_from_db()
    assert version.as_draft().fingerprint() == version.content_hash


def test_what_was_answered_cannot_be_deleted(quiz, taker):
    taker.answer(1, NO)
    version = QuestionVersion.objects.get(responses__isnull=False)

    with pytest.raises(ProtectedError):
        version.delete()
    with pytest.raises(ProtectedError):
        quiz.delete()


def test_a_quiz_without_answers_can_be_deleted(home):
    quiz = quiz_of(published())

    quiz.delete()

    assert not QuizVersion.objects.exists()


def test_a_quiz_makes_a_version_when_its_questions_change(home):
    first, second = published("Eén?"), published("Twee?")
    quiz = quiz_of(first)

    quiz.save()
    assert quiz.current_version.number == 1

    republished(first, stem="Eén, anders?")
    assert quiz.current_version.number == 2

    quiz.parts.create(question=second, sort_order=2)
    quiz.save()
    assert (quiz.current_version.number, quiz.current_version.question_count) == (3, 2)

    second.unpublish()
    assert quiz.current_version.question_count == 1


def test_a_quiz_asks_in_the_order_of_its_editor(home):
    questions = [published(f"Vraag {number}?") for number in range(4)]

    quiz = quiz_of(*reversed(questions))

    asked = [item.version.stem for item in quiz.current_version.items.select_related("version")]
    assert asked == ["Vraag 3?", "Vraag 2?", "Vraag 1?", "Vraag 0?"]


def test_who_has_begun_goes_on_with_the_same_questions(quiz, taker):
    question = Question.objects.get(stem="Geeft u de code?")

    republished(question, stem="Iets heel anders?")

    assert "Geeft u de code?" in taker.text("1/")
    assert "Iets heel anders?" in Taker().start(quiz).text("1/")
