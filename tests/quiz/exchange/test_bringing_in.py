"""What goes out as JSON comes in again whole, for whoever chose it, and never twice."""

import json
from dataclasses import replace
from io import BytesIO
from uuid import UUID

import pytest
from PIL import Image

from campagne.contacts.models import Channel, ReportChannel
from campagne.media.models import Picture
from campagne.quiz.draft import Draft, Hotspot, Option, real_or_fake
from campagne.quiz.edits import Change
from campagne.quiz.exchange import bundle, pack
from campagne.quiz.exchange.bringing_in import bring_in, report_on
from campagne.quiz.exchange.carried import Carried
from campagne.quiz.exchange.packing import pack_of
from campagne.quiz.models import Question, QuestionVersion, Quiz, QuizPart
from campagne.quiz.scoring import Construct, Kind
from campagne.quiz.verifying import faults
from tests.quiz.conftest import YES, options, published, quiz_of, republished

pytestmark = pytest.mark.django_db


def a_picture() -> Picture:
    content = BytesIO()
    Image.new("RGB", (40, 30), "navy").save(content, "PNG")
    content.seek(0)
    told = {"title": "Sms", "description": "Een sms van de bank", "licence": "cc0", "credit": "Wij"}
    return Picture.objects.create(**told, file=_named(content, "sms.png"))


def _named(content, name):
    from django.core.files.images import ImageFile

    return ImageFile(content, name=name)


def written(draft: Draft, **fields) -> Question:
    question = Question(live=False, **fields)
    question.write(draft)
    question.save()
    question.save_revision().publish()
    return question


@pytest.fixture
def rich(home) -> Quiz:
    """A plan with before and after, a question with three versions and a corrected key, a picture and a channel."""
    ReportChannel.objects.create(name="Bank", slug="bank", code=Channel.BANK, phone="1", purpose="Geld")
    first = published("Geeft u de code?")
    republished(first, Change.COSMETIC, stem="Geeft u de code!")
    first.offer(options(YES))
    republished(first, Change.KEY, reason="Het was fout.")
    spots = (Hotspot(10, 20, "Raar adres"),)
    fake = written(
        Draft(
            *(Kind.REAL_OR_FAKE, Construct.RECOGNITION, "Echt of nep?", real_or_fake("fake"), "Kijk naar het adres."),
            message_channel="sms",
            message_body="Klik",
            picture_id=a_picture().pk,
            hotspots=spots,
            easy_stem="Is dit nep?",
        )
    )
    who = (Option(UUID(int=8), "Bank", True, channel="bank"), Option(UUID(int=9), "Niemand", easy_text="Geen mens"))
    report = written(Draft(Kind.CHANNEL, Construct.CHANNEL, "Wie belt u?", who))
    quiz = quiz_of(report, introduction="Hallo")
    quiz.parts = [
        QuizPart(block="measure_pre", question=first, sort_order=0),
        QuizPart(block="info", title="Lees", text="Geef nooit een code.", sort_order=1),
        QuizPart(block="practice", question=fake, sort_order=2),
        QuizPart(block="practice", question=report, sort_order=3),
        QuizPart(block="measure_post", sort_order=4),
    ]
    quiz.save()
    quiz.channels.set(ReportChannel.objects.all())
    return quiz


def packed(quiz: Quiz) -> bytes:
    return pack.write(pack_of([], [quiz])).encode()


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
    Quiz.objects.all().delete()
    Question.objects.all().delete()

    told = bring_in(bundle.read(content), beek)

    assert [line.carried for line in told.lines] == [Carried.WHOLE] * 3 + [Carried.PART]
    assert not Question.objects.filter(live=True).exists()
    assert {question.municipality for question in Question.objects.all()} == {beek}
    assert comparable(pack_of([], Quiz.objects.all())) == comparable(pack.read(content.decode()))
    assert list(faults()) == []


def test_the_same_file_twice_makes_nothing_double(rich, beek):
    content = packed(rich)
    Quiz.objects.all().delete()
    Question.objects.all().delete()
    bring_in(bundle.read(content), beek)
    before = Question.objects.count(), Quiz.objects.count(), QuestionVersion.objects.count(), Picture.objects.count()

    told = bring_in(bundle.read(content), beek)

    assert {line.carried for line in told.lines} == {Carried.THERE}
    after = Question.objects.count(), Quiz.objects.count(), QuestionVersion.objects.count(), Picture.objects.count()
    assert after == before


def test_publishing_what_came_in_unchanged_makes_no_new_version(rich, beek):
    content = packed(rich)
    Quiz.objects.all().delete()
    Question.objects.all().delete()
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
    Quiz.objects.all().delete()
    Question.objects.all().delete()

    before = report_on(read, beek)

    assert Question.objects.count() == 0
    assert before == bring_in(read, beek)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        pytest.param({"stem": "Anders?"}, "controlegetal klopt niet", id="another text"),
        pytest.param({"options": []}, "controlegetal klopt niet", id="no options"),
    ],
)
def test_a_version_that_was_changed_is_refused_and_the_others_are_not(rich, beek, change, why):
    told = json.loads(packed(rich))
    told["inhoud"]["questions"][0]["versions"][0]["draft"] |= change

    report = report_on(bundle.read(json.dumps(told).encode()), beek)

    assert report.lines[0].carried is Carried.NOT
    assert why in report.lines[0].notes[0]


@pytest.mark.parametrize(
    ("where", "value", "why"),
    [
        pytest.param(("questions", 0, "versions", 0, "right_now"), [], "opgeschreven", id="another key"),
        pytest.param(("questions", 0, "versions", 0, "number"), 0, "onmogelijk nummer", id="no number"),
        pytest.param(("questions", 0, "versions", 0, "published_at"), "gisteren", "datum", id="no moment"),
        pytest.param(("questions", 0, "versions", 1, "number"), 1, "hetzelfde nummer", id="a number twice"),
        pytest.param(("questions", 0, "draft", "stem"), "a\x00b", "tekens", id="what no database keeps"),
        pytest.param(("questions", 0, "draft", "message_sender"), "x" * 81, "bewaren", id="too long"),
        pytest.param(("pictures", 0, "content"), "AAAA", "beeld ontbreekt", id="another picture"),
    ],
)
def test_what_is_not_genuine_is_refused_with_a_sentence(rich, beek, where, value, why):
    told = json.loads(packed(rich))
    inside = told["inhoud"]
    for step in where[:-1]:
        inside = inside[step]
    inside[where[-1]] = value
    Quiz.objects.all().delete()
    Question.objects.all().delete()

    report = report_on(bundle.read(json.dumps(told).encode()), beek)

    assert any(line.carried is Carried.NOT and why in line.notes[0] for line in report.lines), report


def test_what_the_register_does_not_know_becomes_text_and_is_said(rich, beek):
    content = packed(rich)
    Quiz.objects.all().delete()
    Question.objects.all().delete()
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
