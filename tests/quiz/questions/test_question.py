"""What an editor writes becomes exactly what is published, for every kind of question."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from campagne.contacts.models import ReportChannel
from campagne.quiz.models import Question
from campagne.quiz.questions.draft import truth_of
from campagne.quiz.questions.question import AFTERWARDS
from campagne.quiz.questions.scoring import FAKE_KEY, REAL_KEY, Kind
from tests.quiz.kinds import FIRST, KINDS, OPTIONS, SPOTS, published_draft, with_its_neighbours

pytestmark = pytest.mark.django_db
EVERY_KIND = pytest.mark.parametrize("draft", KINDS.values(), ids=KINDS.keys())


@EVERY_KIND
def test_what_was_written_is_what_is_published(draft):
    written = with_its_neighbours(draft)

    question = published_draft(written)
    version = question.versions.get()

    assert question.draft() == version.as_draft() == written
    assert version.content_hash == written.fingerprint()


@EVERY_KIND
def test_publishing_again_without_a_change_makes_no_version(draft):
    question = published_draft(draft)

    question.save_revision().publish()

    assert question.versions.count() == 1


def test_what_belongs_to_another_kind_does_not_count_and_is_not_lost(home):
    question = published_draft(KINDS["real or fake on a picture"])
    question.kind, question.message_truth = "single", "fake"
    question.offer(KINDS["single"].options)

    as_single = question.draft()
    question.kind = "real_or_fake"
    as_truth = question.draft()

    assert as_single.hotspots == ()
    assert as_single.options == KINDS["single"].options
    assert (as_truth.hotspots, truth_of(as_truth.options)) == (SPOTS, "fake")
    assert {option.key for option in as_truth.options} == {REAL_KEY, FAKE_KEY}


@pytest.mark.parametrize("kind", ["order", "scale"])
def test_nothing_is_right_by_itself_where_the_order_is_what_is_asked(kind):
    question = Question(stem="Wat eerst?", kind=kind, construct="kennis")
    question.offer([replace(option, is_right=True) for option in OPTIONS])

    assert not any(option.is_right for option in question.draft().options)


def test_a_place_to_report_to_is_frozen_with_its_name_and_code(home):
    question = published_draft(KINDS["channel"])
    ReportChannel.objects.filter(slug="bank").update(name="Bank van nu")
    ReportChannel.objects.filter(slug="politie").delete()

    frozen = [(option.channel, option.text) for option in question.versions.get().options.all()]

    assert frozen == [("bank", "Uw eigen bank"), ("politie", "Politie"), ("", "Nergens")]
    assert question.draft().options[0].text == "Bank van nu"


def test_a_place_that_left_the_register_must_be_replaced_before_publishing_again(home):
    question = published_draft(KINDS["channel"])
    ReportChannel.objects.filter(slug="politie").delete()

    with pytest.raises(ValidationError, match="Een antwoord is leeg"):
        Question.objects.get(pk=question.pk).save_revision().publish()


@EVERY_KIND
@pytest.mark.parametrize("mode", [mode for mode, _ in Question().preview_modes])
def test_a_preview_shows_every_kind_and_the_explanation_only_afterwards(draft, mode, rf):
    question = published_draft(draft)
    request = rf.get("/")
    request.is_preview = True

    page = question.serve_preview(request, mode).rendered_content

    assert draft.stem in page
    assert ("Geheim" in page) is (mode == AFTERWARDS)
    assert ("spotted__number" in page) is (mode == AFTERWARDS and bool(draft.hotspots))


def test_a_half_written_question_can_be_previewed(rf):
    for kind in Kind:
        question = Question(stem="", kind=kind.value)
        for mode, _ in question.preview_modes:
            assert question.get_preview_context(SimpleNamespace(), mode)["question"].kind == kind


def test_the_answers_keep_their_keys_when_a_text_is_mended(home):
    question = published_draft(KINDS["order"])
    first, *rest = question.draft().options
    question.offer([replace(first, text="Ophangen."), *rest])

    assert question.draft().options[0].key == FIRST


def test_a_draft_without_text_is_called_so():
    assert str(Question()) == "Vraag zonder tekst"
