"""An editor hears every text of a question, and sees when a sound no longer tells what is written."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import ProtectedError
from django.urls import reverse

from campagne.media.sounds_view import CHANGED
from campagne.media.speaking import digest_of
from campagne.quiz.models import Question, Speech
from tests.media.pictures import picture
from tests.media.sounds import mp3, wav
from tests.quiz.conftest import published, republished

pytestmark = pytest.mark.django_db
STEM = "Geeft u de code?"


@pytest.fixture
def question(stein) -> Question:
    return published(STEM, municipality=stein)


@pytest.fixture
def editor(client, editor_of_stein):
    client.force_login(editor_of_stein)
    return client


def address(question: Question) -> str:
    return reverse("wagtailsnippets_quiz_question:sounds", args=[question.pk])


def bring(client, question: Question, content: bytes, *, text: str = STEM, **fields):
    file = SimpleUploadedFile("opname.bin", content)
    body = {"part": "stem", "digest": digest_of(text), "voice": "recorded", "file": file, **fields}
    return client.post(address(question), body, follow=True)


def states(client, question: Question) -> dict[str, str]:
    heard = client.get(address(question)).context["hearings"]
    return {hearing.spoken.label: hearing.freshness.value for hearing in heard}


def test_a_text_gets_a_sound(editor, question):
    assert states(editor, question)["Vraag"] == "missing"

    said = bring(editor, question, mp3())

    assert "het geluid staat erbij" in said.content.decode()
    assert states(editor, question) == {
        **{f"Antwoord {number}": "missing" for number in (1, 2, 3)},
        "Vraag": "good",
        "Uitleg": "missing",
    }


def test_another_text_makes_it_stale_and_the_old_text_makes_it_good(editor, question):
    bring(editor, question, mp3())

    republished(question, "substantive", stem="Geeft u een code aan de bank?")
    assert states(editor, question)["Vraag"] == "stale"

    republished(question, "substantive", stem=STEM)
    assert states(editor, question)["Vraag"] == "good"


def test_a_new_sound_takes_the_place_of_the_old_one(editor, question):
    bring(editor, question, mp3())
    bring(editor, question, wav(), voice="computer")

    heard = Speech.objects.audible().get()
    assert heard.sound.file.name.endswith(".wav")
    assert heard.voice == "computer"
    assert Speech.objects.count() == 2


def test_a_sound_can_be_taken_away(editor, question):
    bring(editor, question, mp3())

    editor.post(address(question), {"withdraw": Speech.objects.get().pk})

    assert states(editor, question)["Vraag"] == "missing"


def test_a_sound_that_was_ever_heard_is_kept(editor, question):
    bring(editor, question, mp3())
    speech = Speech.objects.get()

    editor.post(address(question), {"withdraw": speech.pk})

    with pytest.raises(ProtectedError):
        speech.sound.delete()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(picture("PNG"), "geen geluid dat we kennen", id="a picture"),
        pytest.param(b"", "Kies eerst een bestand", id="an empty file"),
        pytest.param(b"ID3" + bytes(6 * 1024**2), "groter dan 5 MB", id="too large"),
    ],
)
def test_what_is_no_sound_is_refused_with_advice(editor, question, content, words):
    answer = bring(editor, question, content)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Speech.objects.exists()


def test_a_sound_for_a_text_that_changed_meanwhile_is_refused(editor, question):
    answer = bring(editor, question, mp3(), text="Een oudere vraag?")

    assert CHANGED in answer.content.decode()
    assert not Speech.objects.exists()


@pytest.mark.parametrize("withdraw", ["x", "99999", "²"])
def test_taking_away_what_is_not_there_does_nothing(editor, question, withdraw):
    assert editor.post(address(question), {"withdraw": withdraw}, follow=True).status_code == 200


def test_nobody_of_another_municipality_brings_or_takes_sound(client, question, editor_of_beek, editor_of_stein):
    client.force_login(editor_of_stein)
    bring(client, question, mp3())
    client.force_login(editor_of_beek)

    client.post(address(question), {"withdraw": Speech.objects.get().pk})
    bring(client, question, wav())

    assert Speech.objects.audible().get().sound.file.name.endswith(".mp3")


def test_the_edit_screen_says_how_much_can_be_heard(editor, question):
    bring(editor, question, mp3())

    html = editor.get(reverse("wagtailsnippets_quiz_question:edit", args=[question.pk])).content.decode()

    assert "1 van de 5 teksten heeft geluid" in html
    assert address(question) in html
