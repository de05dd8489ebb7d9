"""What can be heard on a screen of a quiz, in the order in which it is read."""

from collections.abc import Iterable, Mapping

from campagne.media.speaking import Listening, Spoken, Track
from campagne.media.spoken_text import Voice
from campagne.quiz.questions.form import Form
from campagne.quiz.questions.rendering import Rendered
from campagne.quiz.sound.speakable import EXPLANATION, MESSAGE, STEM, VIGNETTE, asked, explained
from campagne.quiz.sound.speech import Speech

# Where on a screen a text stands, as a selector, to show what is being spoken.
ELEMENTS = {VIGNETTE: ".situation", MESSAGE: ".message", STEM: "#vraag", EXPLANATION: ".feedback__body"}


def listening_to_question(question: Rendered, form: Form) -> Listening:
    """Listen to a question and its answers, which are in the order of the form. One query."""
    numbers = {choice.value.hex: place for place, choice in enumerate(form.choices, 1)}
    elements = ELEMENTS | {choice.value.hex: f"#{choice.id}" for choice in form.choices}
    texts = [text for text in asked(question) if text.part not in numbers]
    answers = {text.part: text for text in asked(question)}
    texts += [
        Spoken(part, answers[part].text, f"Antwoord {number}") for part, number in numbers.items() if part in answers
    ]
    return _listening(question, texts, elements)


def listening_to_explanation(question: Rendered) -> Listening:
    """Listen to what is explained after an answer. One query, none without an explanation."""
    return _listening(question, explained(question), ELEMENTS)


def _listening(question: Rendered, texts: Iterable[Spoken], elements: Mapping[str, str]) -> Listening:
    texts = list(texts)
    if question.pk is None or not texts:
        return Listening((), False)
    speeches = Speech.objects.of_version(question.pk, texts)
    heard = [(text, speeches[text.place]) for text in texts if text.place in speeches]
    tracks = tuple(Track(_label(text), speech.sound.file.url, elements.get(text.part, "")) for text, speech in heard)
    return Listening(tracks, any(speech.voice == Voice.COMPUTER for _, speech in heard))


def _label(text: Spoken) -> str:
    return f"{text.label}: {text.text}" if text.label.startswith("Antwoord") else text.label
