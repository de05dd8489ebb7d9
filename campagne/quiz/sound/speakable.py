"""Which texts of a question can be heard, and in which state their sound is. Without a database."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from campagne.media.speaking import Hearing, Spoken
from campagne.quiz.questions.draft import Draft
from campagne.quiz.questions.rendering import Rendered, Rendering, has_easy, rendered_draft

VIGNETTE, MESSAGE, STEM, EXPLANATION = "vignette", "message", "stem", "explanation"


@dataclass(frozen=True)
class QuestionHearing(Hearing):
    """A text of a question with its sound, and in which words it is."""

    rendering: Rendering

    @property
    def is_easy(self) -> bool:
        return self.rendering is Rendering.EASY


def asked(question: Rendered) -> tuple[Spoken, ...]:
    """What is heard on the screen of a question, in the order in which it is read."""
    answers = (Spoken(o.key.hex, o.text, f"Antwoord {o.order}") for o in question.options)
    texts = (
        Spoken(VIGNETTE, question.vignette, "Situatie"),
        Spoken(MESSAGE, question.message_body, "Bericht"),
        Spoken(STEM, question.stem, "Vraag"),
        *answers,
    )
    return tuple(spoken for spoken in texts if spoken.text)


def explained(question: Rendered) -> tuple[Spoken, ...]:
    """What is heard on the screen after an answer."""
    return (Spoken(EXPLANATION, question.explanation, "Uitleg"),) if question.explanation else ()


def texts_of(draft: Draft) -> Iterator[tuple[Rendering, Spoken]]:
    """Every text of a question that can be heard: as it was written, then in easy words where those are others."""
    standard = rendered_draft(draft, Rendering.STANDARD)
    first = [*asked(standard), *explained(standard)]
    yield from ((Rendering.STANDARD, spoken) for spoken in first)
    easy = rendered_draft(draft, Rendering.EASY)
    known = {spoken.place for spoken in first}
    for spoken in (*asked(easy), *explained(easy)):
        if spoken.place not in known:
            yield Rendering.EASY, spoken


def hearings(draft: Draft, speeches: list[Any]) -> list[QuestionHearing]:
    """Every text with its sound: one of exactly this text, or else the last one of its place."""
    exact = {(speech.part, speech.text_hash): speech for speech in speeches}
    last = {(speech.part, speech.rendering): speech for speech in speeches}
    return [
        QuestionHearing(spoken, exact.get(spoken.place) or last.get((spoken.part, rendering.value)), rendering)
        for rendering, spoken in texts_of(draft)
    ]


def unheard(draft: Draft, known: Mapping[tuple[str, str], Any] | frozenset[tuple[str, str]]) -> tuple[str, ...]:
    """What of a question in easy words cannot be heard, as it is called on screen; nothing without easy words."""
    if not has_easy(draft, draft.options):
        return ()
    easy = rendered_draft(draft, Rendering.EASY)
    return tuple(spoken.label for spoken in asked(easy) if spoken.part != MESSAGE and spoken.place not in known)
