"""What goes out as JSON comes in again whole, for whoever chose it, and never twice."""

from dataclasses import replace

import pytest

from campagne.contacts.models import ReportChannel
from campagne.media.models import Picture
from campagne.quiz.changes.verifying import faults
from campagne.quiz.exchange import bundle, pack
from campagne.quiz.exchange.bringing_in import bring_in, report_on
from campagne.quiz.exchange.carried import Carried
from campagne.quiz.exchange.packing import pack_of
from campagne.quiz.models import Question, QuestionVersion, Quiz
from tests.quiz.conftest import published
from tests.quiz.exchange.conftest import packed, wipe

pytestmark = pytest.mark.django_db


def comparable(told: pack.Pack) -> pack.Pack:
    """The same pack without the numbers that each database gives."""
    questions = []
    for place, question in enumerate(told.questions):
        order = sorted({version.series for version in question.versions})
        versions = tuple(
            replace(v, series=order.index(v.series), content_hash="", draft=replace(v.draft, picture_id=None))
            for v in question.versions
        )
        questions.append(
            replace(question, number=place, draft=replace(question.draft, picture_id=None), versions=versions)
        )
    parts = [tuple((part.block, part.title, part.text) for part in quiz.parts) for quiz in told.quizzes]
    quizzes = tuple(replace(quiz, slug="", parts=p, versions=()) for quiz, p in zip(told.quizzes, parts, strict=True))
    pictures = tuple(replace(picture, number=0, name="") for picture in told.pictures)
    return pack.Pack(tuple(questions), quizzes, pictures, told.sounds)


def test_a_pack_comes_in_whole_for_the_chosen_municipality_and_as_a_draft(rich, beek):
    content = packed(rich)
    wipe()

    told = bring_in(bundle.read(content), beek)

    assert [line.carried for line in told.lines] == [Carried.WHOLE] * 3 + [Carried.PART]
    assert not Question.objects.filter(live=True).exists()
    assert {question.municipality for question in Question.objects.all()} == {beek}
    assert comparable(pack_of([], Quiz.objects.all())) == comparable(pack.read(content.decode()))
    assert list(faults()) == []


def test_the_same_file_twice_makes_nothing_double(rich, beek):
    content = packed(rich)
    wipe()
    bring_in(bundle.read(content), beek)
    before = Question.objects.count(), Quiz.objects.count(), QuestionVersion.objects.count(), Picture.objects.count()

    told = bring_in(bundle.read(content), beek)

    assert {line.carried for line in told.lines} == {Carried.THERE}
    after = Question.objects.count(), Quiz.objects.count(), QuestionVersion.objects.count(), Picture.objects.count()
    assert after == before


def test_publishing_what_came_in_unchanged_makes_no_new_version(rich, beek):
    content = packed(rich)
    wipe()
    bring_in(bundle.read(content), beek)
    before = QuestionVersion.objects.count()

    for question in Question.objects.all():
        question.latest_revision.publish()

    assert QuestionVersion.objects.count() == before
    assert Quiz.objects.get().current_version.items.count() == 5


def test_another_municipality_gets_its_own(stein, beek):
    question = published("Van Stein?", municipality=stein)

    told = bring_in(bundle.read(pack.write(pack_of([question])).encode()), beek)

    assert told.brings == 1
    assert set(Question.objects.values_list("municipality__slug", flat=True)) == {"stein", "beek"}


def test_the_preview_says_the_same_and_makes_nothing(rich, beek):
    read = bundle.read(packed(rich))
    wipe()

    before = report_on(read, beek)

    assert Question.objects.count() == 0
    assert before == bring_in(read, beek)


def test_what_the_register_does_not_know_becomes_text_and_is_said(rich, beek):
    content = packed(rich)
    wipe()
    ReportChannel.objects.all().delete()

    told = bring_in(bundle.read(content), beek)

    assert "‘bank’" in told.lines[2].notes[0]
    assert "‘bank’" in told.lines[3].notes[1]
    assert {option.channel for q in Question.objects.all() for option in q.draft().options} == {""}


def test_gift_comes_in_as_drafts_and_once(beek):
    content = b"V?{=a ~b}\n\nV?{=a ~b}\n\nW?{}\n\nX?{T}"

    first, second = bring_in(bundle.read(content), beek), bring_in(bundle.read(content), beek)

    assert [line.carried for line in first.lines] == [Carried.WHOLE, Carried.THERE, Carried.NOT, Carried.WHOLE]
    assert second.brings == 0
    assert [(q.stem, q.live, q.municipality) for q in Question.objects.all()] == [
        ("V?", False, beek),
        ("X?", False, beek),
    ]
    assert Question.objects.first().latest_revision is not None
