"""The sounds of the demo: a computer voice, kept below the hash of the exact text that it speaks."""

from pathlib import Path

from django.utils import timezone

from campagne.demo.catalogue import FOLDER, Catalogue
from campagne.demo.quiz_entries import QuizEntry
from campagne.media.models import Sound
from campagne.media.sound_file import read_sound
from campagne.quiz.models import Question, Speech
from campagne.quiz.questions.choices import Voice
from campagne.quiz.sound.speakable import digest_of, texts_of

SOUNDS = FOLDER / "sounds"


def file_for(text: str) -> Path:
    """Where the sound of a text is, or would be: another text has another file."""
    return SOUNDS / f"{digest_of(text)[:16]}.mp3"


def texts_to_speak(catalogue: Catalogue) -> set[str]:
    """Every text of the quizzes that are wholly in easy words, in both wordings."""
    spoken = [question for quiz in catalogue.quizzes if is_easy(quiz) for question in quiz.questions]
    texts = {text for question in spoken for text in (question.stem, question.explanation)}
    texts |= {text for question in spoken for text in (question.easy_stem, question.easy_explanation)}
    texts |= {question.message.body for question in spoken if question.message}
    options = [option for question in spoken for option in question.options]
    texts |= {text for option in options for text in (option.text, option.easy_text)}
    return texts - {""}


def is_easy(quiz: QuizEntry) -> bool:
    return all(question.easy_stem for question in quiz.questions)


def put_sounds(question: Question) -> int:
    """Give every text of a question the sound that is in the files; return how many there were."""
    at = timezone.now()
    told = [(rendering, spoken) for rendering, spoken in texts_of(question.draft()) if file_for(spoken.text).exists()]
    for rendering, spoken in told:
        sound = Sound.objects.keep(read_sound(file_for(spoken.text).read_bytes()))
        Speech.objects.say(question, spoken, rendering, sound, Voice.COMPUTER, at)
    return len(told)
