"""The sounds of the demo: a computer voice, kept below the hash of the exact text that it speaks."""

from pathlib import Path

from django.utils import timezone

from campagne.content.models import ContentPage, PageSpeech
from campagne.content.passages import easy_text
from campagne.demo.catalogue import FOLDER, Catalogue, InstructionEntry, ModuleEntry
from campagne.demo.easy_entries import EasyEntry
from campagne.demo.quiz_entries import QuizEntry
from campagne.media.models import Sound
from campagne.media.sound_file import read_sound
from campagne.media.speaking import digest_of
from campagne.media.spoken_text import Voice
from campagne.quiz.models import Question, Speech
from campagne.quiz.sound.speakable import texts_of

SOUNDS = FOLDER / "sounds"


def file_for(text: str) -> Path:
    """Where the sound of a text is, or would be: another text has another file."""
    return SOUNDS / f"{digest_of(text)[:16]}.mp3"


def texts_to_speak(catalogue: Catalogue) -> set[str]:
    """The easy texts that are heard first, and those of the quizzes wholly in easy words, in both wordings."""
    spoken = [question for quiz in catalogue.quizzes if is_easy(quiz) for question in quiz.questions]
    texts = {text for question in spoken for text in (question.stem, question.explanation)}
    texts |= {text for question in spoken for text in (question.easy_stem, question.easy_explanation)}
    texts |= {question.message.body for question in spoken if question.message}
    options = [option for question in spoken for option in question.options]
    texts |= {text for option in options for text in (option.text, option.easy_text)}
    pages = heard_first(catalogue)
    texts |= {spoken_easy(entry) for entry in catalogue.easy if entry.page in pages}
    return texts - {""}


def heard_first(catalogue: Catalogue) -> set[str]:
    """The pages whose easy text has a sound in the demo: what to do, and the lessons. More would weigh too much."""
    return {page.slug for page in catalogue.pages if isinstance(page, InstructionEntry | ModuleEntry)}


def spoken_easy(entry: EasyEntry) -> str:
    """What is heard of an easy text: its title and every line."""
    lines = [line for paragraph in entry.paragraphs for line in paragraph.split("\n")]
    return "\n".join([entry.title, *lines])


def is_easy(quiz: QuizEntry) -> bool:
    return all(question.easy_stem for question in quiz.questions)


def put_sound_of_easy_text(page: ContentPage) -> int:
    """Give the easy text of a page the sound that is in the files; return how many there were."""
    told = [spoken for spoken in easy_text(page) if file_for(spoken.text).exists()]
    for spoken in told:
        sound = Sound.objects.keep(read_sound(file_for(spoken.text).read_bytes()))
        PageSpeech.objects.say(page.contentpage_ptr, spoken, sound, Voice.COMPUTER, timezone.now())
    return len(told)


def put_sounds(question: Question) -> int:
    """Give every text of a question the sound that is in the files; return how many there were."""
    at = timezone.now()
    told = [(rendering, spoken) for rendering, spoken in texts_of(question.draft()) if file_for(spoken.text).exists()]
    for rendering, spoken in told:
        sound = Sound.objects.keep(read_sound(file_for(spoken.text).read_bytes()))
        Speech.objects.say(question, spoken, sound, Voice.COMPUTER, at, rendering=rendering.value)
    return len(told)
