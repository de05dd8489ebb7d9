"""Questions in easy words, and sounds of their texts."""

from dataclasses import replace

from django.utils import timezone

from campagne.media.models import Sound
from campagne.media.sound_file import read_sound
from campagne.quiz.models import Question, Speech
from campagne.quiz.sound.speakable import texts_of
from tests.media.sounds import mp3
from tests.quiz.conftest import NO, options, published


def easy(stem: str) -> Question:
    offer = [replace(option, easy_text=f"{option.text}.") for option in options(NO)]
    return published(stem, offer=offer, easy_stem=f"{stem} Makkelijk.")


def speak(question: Question, *only: str, but: str = "", voice: str = "computer") -> None:
    """Give a sound to every text, or only to these, or to all but one."""
    sound = Sound.objects.keep(read_sound(mp3()))
    for rendering, spoken in texts_of(question.draft()):
        if spoken.text != but and (not only or spoken.text in only):
            Speech.objects.say(question, spoken, sound, voice, timezone.now(), rendering=rendering.value)
