"""Every text of the easy quizzes has its sound, and no sound says what is written nowhere."""

from campagne.demo.sounds import SOUNDS, file_for, is_easy, texts_to_speak
from campagne.media.sound_file import read_sound
from campagne.quiz.questions.draft import Draft, Option
from campagne.quiz.questions.rendering import has_easy
from campagne.quiz.questions.scoring import Construct, Kind

MOST_BYTES = 3_000_000


def test_every_text_has_its_sound_and_every_sound_its_text(catalogue):
    """Are some missing? `manage.py speak_demo` makes them."""
    assert {file_for(text) for text in texts_to_speak(catalogue)} == set(SOUNDS.glob("*.mp3"))


def test_the_sounds_are_small_and_as_long_as_their_text(catalogue):
    sounds = {text: read_sound(file_for(text).read_bytes()) for text in texts_to_speak(catalogue)}

    assert sum(len(sound.content) for sound in sounds.values()) < MOST_BYTES
    assert not [text for text, sound in sounds.items() if not 0.02 < sound.seconds / len(text) < 0.5]


def test_one_quiz_can_be_read_in_easy_words_from_begin_to_end(catalogue):
    easy = [quiz for quiz in catalogue.quizzes if is_easy(quiz)]

    assert easy
    for question in (question for quiz in easy for question in quiz.questions):
        offered = [Option(None, option.text, easy_text=option.easy_text) for option in question.options]
        kind, construct = Kind(question.kind), Construct(question.construct)
        assert has_easy(Draft(kind, construct, question.stem, tuple(offered), easy_stem=question.easy_stem), offered)
