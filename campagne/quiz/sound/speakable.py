"""Which texts of a question can be heard, and in which state their sound is. Without a database.

A sound belongs to the exact text that was spoken. Another text makes it stale; the same text again makes it good again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any

from campagne.quiz.questions.draft import Draft
from campagne.quiz.questions.rendering import Rendered, Rendering, has_easy, rendered_draft

VIGNETTE, MESSAGE, STEM, EXPLANATION = "vignette", "message", "stem", "explanation"


@dataclass(frozen=True)
class Spoken:
    """A text to be heard. `part` says where it stands; of an answer it is the key, in 32 digits."""

    part: str
    text: str
    label: str

    @property
    def digest(self) -> str:
        return digest_of(self.text)

    @property
    def place(self) -> tuple[str, str]:
        """What a sound is found by."""
        return self.part, self.digest


class Freshness(StrEnum):
    """What there is to be heard of a text."""

    GOOD = "good"
    STALE = "stale"
    MISSING = "missing"


@dataclass(frozen=True)
class Hearing:
    """A text with its sound, if there is one; a stale one is of an earlier text."""

    spoken: Spoken
    rendering: Rendering
    speech: Any = None

    @property
    def freshness(self) -> Freshness:
        if self.speech is None:
            return Freshness.MISSING
        return Freshness.GOOD if self.speech.text_hash == self.spoken.digest else Freshness.STALE


def digest_of(text: str) -> str:
    """Tell texts apart by every letter and space; a browser's line ends are no difference."""
    return sha256(text.replace("\r\n", "\n").encode(errors="surrogatepass")).hexdigest()


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


def hearings(draft: Draft, speeches: list[Any]) -> list[Hearing]:
    """Every text with its sound: one of exactly this text, or else the last one of its place."""
    exact = {(speech.part, speech.text_hash): speech for speech in speeches}
    last = {(speech.part, speech.rendering): speech for speech in speeches}
    return [
        Hearing(spoken, rendering, exact.get(spoken.place) or last.get((spoken.part, rendering.value)))
        for rendering, spoken in texts_of(draft)
    ]


def unheard(draft: Draft, known: Mapping[tuple[str, str], Any] | frozenset[tuple[str, str]]) -> tuple[str, ...]:
    """What of a question in easy words cannot be heard, as it is called on screen; nothing without easy words."""
    if not has_easy(draft, draft.options):
        return ()
    easy = rendered_draft(draft, Rendering.EASY)
    return tuple(spoken.label for spoken in asked(easy) if spoken.part != MESSAGE and spoken.place not in known)
