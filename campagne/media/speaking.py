"""Which text a sound speaks, and whether it still does. Without a database.

A sound belongs to the exact text that was spoken. Another text makes it stale; the same text again makes it good again.
"""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any


@dataclass(frozen=True)
class Spoken:
    """A text to be heard. `part` says where it stands, `label` how that is called on screen."""

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
    """A text with its sound, None if there is none; a stale one is of an earlier text."""

    spoken: Spoken
    speech: Any

    @property
    def freshness(self) -> Freshness:
        if self.speech is None:
            return Freshness.MISSING
        return Freshness.GOOD if self.speech.text_hash == self.spoken.digest else Freshness.STALE


@dataclass(frozen=True)
class Audibility:
    """How many texts there are, and how many of them have a sound that fits, one that does not, or none."""

    good: int
    stale: int
    missing: int

    @property
    def total(self) -> int:
        return self.good + self.stale + self.missing


@dataclass(frozen=True)
class Track:
    """One text that is spoken: what it is, the address of its sound, and a selector of where it stands."""

    label: str
    url: str
    element: str


@dataclass(frozen=True)
class Listening:
    """All that can be heard; without tracks there is nothing to listen to and nothing is shown."""

    tracks: tuple[Track, ...]
    is_computer: bool

    @property
    def voice(self) -> str:
        """Who speaks; a computer is never taken for a person."""
        return "Computerstem" if self.is_computer else "Ingesproken"


def digest_of(text: str) -> str:
    """Tell texts apart by every letter and space; a browser's line ends are no difference."""
    return sha256(text.replace("\r\n", "\n").encode(errors="surrogatepass")).hexdigest()


def audibility(heard: list[Hearing]) -> Audibility:
    states = [hearing.freshness for hearing in heard]
    return Audibility(states.count(Freshness.GOOD), states.count(Freshness.STALE), states.count(Freshness.MISSING))
