"""A quiz with all that a quiz can have, to take along and bring in again."""

from io import BytesIO
from uuid import UUID

import pytest
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image

from campagne.contacts.models import Channel, ReportChannel
from campagne.media.models import Picture, Sound
from campagne.media.sound_file import read_sound
from campagne.quiz.exchange import pack
from campagne.quiz.exchange.packing import pack_of
from campagne.quiz.models import Question, Quiz, QuizPart
from campagne.quiz.questions.draft import Draft, Hotspot, Option, real_or_fake
from campagne.quiz.questions.edits import Change
from campagne.quiz.questions.rendering import Rendering
from campagne.quiz.questions.scoring import Construct, Kind
from campagne.quiz.sound.speakable import texts_of
from campagne.quiz.sound.speech import Speech
from tests.afterwards import done_once_afterwards
from tests.media.sounds import wav
from tests.quiz.conftest import YES, options, published, quiz_of, republished


def a_picture() -> Picture:
    content = BytesIO()
    Image.new("RGB", (40, 30), "navy").save(content, "PNG")
    content.seek(0)
    told = {"title": "Sms", "description": "Een sms van de bank", "licence": "cc0", "credit": "Wij"}
    return Picture.objects.create(**told, file=ImageFile(content, name="sms.png"))


def written(draft: Draft, **fields) -> Question:
    question = Question(live=False, **fields)
    question.write(draft)
    with done_once_afterwards():
        question.save()
        question.save_revision().publish()
    return question


def corrected_question() -> Question:
    question = published("Geeft u de code?")
    republished(question, Change.COSMETIC, stem="Geeft u de code!")
    question.offer(options(YES))
    republished(question, Change.KEY, reason="Het was fout.")
    return question


def fake_message() -> Question:
    asked = (Kind.REAL_OR_FAKE, Construct.RECOGNITION, "Echt of nep?", real_or_fake("fake"), "Kijk naar het adres.")
    shown = {"message_channel": "sms", "message_body": "Klik", "picture_id": a_picture().pk}
    return written(Draft(*asked, **shown, hotspots=(Hotspot(10, 20, "Raar adres"),), easy_stem="Is dit nep?"))


def spoken_question() -> Question:
    who = (Option(UUID(int=8), "Bank", True, channel="bank"), Option(UUID(int=9), "Niemand", easy_text="Geen mens"))
    question = written(Draft(Kind.CHANNEL, Construct.CHANNEL, "Wie belt u?", who))
    spoken = next(spoken for _, spoken in texts_of(question.draft()))
    sound = Sound.objects.keep(read_sound(wav()))
    Speech.objects.say(question, spoken, sound, "computer", timezone.now(), rendering=Rendering.STANDARD.value)
    return question


@pytest.fixture
def rich(home) -> Quiz:
    """A plan with before and after, a question with three versions and a corrected key, a picture and a channel."""
    ReportChannel.objects.create(name="Bank", slug="bank", code=Channel.BANK, phone="1", purpose="Geld")
    first, fake, report = corrected_question(), fake_message(), spoken_question()
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


def wipe() -> None:
    """Away with every question, as on a site that never had them."""
    Quiz.objects.all().delete()
    Question.objects.all().delete()
