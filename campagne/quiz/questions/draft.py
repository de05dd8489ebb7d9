"""A question as it was written: what it holds, and what it still lacks."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any
from uuid import UUID

from campagne.quiz.questions.scoring import FAKE_KEY, REAL_KEY, Construct, Kind

FEWEST_OPTIONS, MOST_OPTIONS = 2, 6
ALWAYS_SCORED = frozenset({Kind.ORDER, Kind.REAL_OR_FAKE})
# An order of two would be told by mixing it; a scale of two is a yes or a no, and one of six is no longer seen at once.
NUMBERS = {Kind.TRUE_FALSE: (2, 2), Kind.ORDER: (3, MOST_OPTIONS), Kind.SCALE: (3, 5)}
LATER = {"vignette", "hotspots", "easy_stem", "easy_vignette", "easy_explanation", "easy_text", "channel"}


@dataclass(frozen=True)
class Option:
    """One answer to choose. The key stays the same for ever, also when the text changes.

    `channel` is the code of the place to report to that it names, where that is what is asked.
    """

    key: UUID
    text: str
    is_right: bool = False
    explanation: str = ""
    easy_text: str = ""
    easy_explanation: str = ""
    channel: str = ""


def real_or_fake(truth: str) -> tuple[Option, Option]:
    """The two answers about a message that is "real" or "fake"; while nobody said which, neither is right."""
    return Option(REAL_KEY, "Echt", truth == "real"), Option(FAKE_KEY, "Nep", truth == "fake")


def truth_of(options: Iterable[Option]) -> str:
    """Which of the two is right: "real", "fake", or empty while nobody said."""
    right = {option.key for option in options if option.is_right}
    return "real" if REAL_KEY in right else "fake" if FAKE_KEY in right else ""


def without_key(options: Iterable[Option]) -> tuple[Option, ...]:
    """The same options, none of which is right."""
    return tuple(replace(option, is_right=False) for option in options)


@dataclass(frozen=True)
class Hotspot:
    """A place on the picture of a message, in percent from its left and top, and what is to be seen there."""

    x: int
    y: int
    text: str


@dataclass(frozen=True)
class Draft:
    """Everything a version of a question holds. Without a practice message its three parts are empty."""

    kind: Kind
    construct: Construct
    stem: str
    options: tuple[Option, ...]
    explanation: str = ""
    message_channel: str = ""
    message_sender: str = ""
    message_body: str = ""
    picture_id: int | None = None
    vignette: str = ""
    hotspots: tuple[Hotspot, ...] = ()
    easy_stem: str = ""
    easy_vignette: str = ""
    easy_explanation: str = ""

    def fingerprint(self) -> str:
        """Give the same text for the same content, whoever wrote it and whenever.

        What came later to what a question may hold leaves no trace while it is empty.
        """
        told = _without_empty(asdict(self))
        told["options"] = [_without_empty(option) for option in told["options"]]
        content = json.dumps(told, sort_keys=True, default=str, ensure_ascii=False)
        return sha256(content.encode(errors="surrogatepass")).hexdigest()

    @property
    def asks_for_a_key(self) -> bool:
        """Tell whether somebody has to say which options are right; an order is right as it is written."""
        return self.construct.is_scored and not self.kind.has_meaning_in_order

    def problems(self) -> list[str]:
        """Say in full sentences what must be put right before this can be published."""
        return [lack.words for lack in self.lacks()]

    def lacks(self) -> Iterator["Lack"]:
        """Give what must be put right before this can be published, each with the field where that is done."""
        if not self.stem.strip():
            yield Lack("stem", "Schrijf de vraag op.")
        if self.message_body and not self.message_channel:
            words = "Kies wat voor bericht het oefenbericht is: sms, appbericht, e-mail of brief."
            yield Lack("message_channel", words)
        yield from self._lacks_of_kind()
        yield from self._lacks_of_options()
        if self.asks_for_a_key:
            yield from self._lacks_of_key()

    def _lacks_of_kind(self) -> Iterator["Lack"]:
        if self.kind is Kind.SCALE and self.construct.is_scored:
            yield Lack(
                "construct",
                "Een schaal heeft geen goed of fout. Kies dat de vraag een voornemen of vertrouwen meet, "
                "of kies een andere soort vraag.",
            )
        if self.kind in ALWAYS_SCORED and not self.construct.is_scored:
            yield Lack("construct", "Bij deze soort vraag is er altijd een goed antwoord. Kies iets wat dat meet.")
        if self.kind is Kind.REAL_OR_FAKE and not (self.message_body or self.picture_id):
            yield Lack("message_body", "Zet het bericht erbij: schrijf het op als oefenbericht, of kies een beeld.")
        if self.hotspots and self.picture_id is None:
            yield Lack("picture", "U wees plekken op het beeld aan. Kies het beeld, of haal de plekken weg.")

    def _lacks_of_options(self) -> Iterator["Lack"]:
        count = len(self.options)
        fewest, most = NUMBERS.get(self.kind, (FEWEST_OPTIONS, MOST_OPTIONS))
        if self.kind is Kind.TRUE_FALSE and count != fewest:
            yield Lack(
                "options", f"Een vraag met waar of niet waar heeft precies twee antwoorden. Dit zijn er {count}."
            )
        elif not fewest <= count <= most:
            what = "stappen" if self.kind is Kind.SCALE else "antwoorden"
            yield Lack("options", f"Geef {fewest} tot {most} {what}. Dit zijn er {count}.")
        texts = [" ".join(option.text.split()).casefold() for option in self.options]
        if not all(texts):
            yield Lack("options", "Een antwoord is leeg. Vul het in of haal het weg.")
        if len(set(texts)) < len(texts):
            yield Lack("options", "Twee antwoorden zijn gelijk. Maak ze verschillend of haal er een weg.")
        names_a_place = any(option.channel for option in self.options)
        if self.kind is Kind.CHANNEL and not names_a_place:
            yield Lack("options", "Kies minstens één meldpunt uit de lijst met meldpunten.")
        if self.kind is not Kind.CHANNEL and names_a_place:
            yield Lack("options", "Een meldpunt kan alleen een antwoord zijn bij de soort ‘meldpunt kiezen’.")

    def _lacks_of_key(self) -> Iterator["Lack"]:
        right = sum(option.is_right for option in self.options)
        if self.kind is Kind.REAL_OR_FAKE and right != 1:
            yield Lack("message_truth", "Zeg of het bericht echt of nep is.")
        elif self.kind.takes_one_option and right != 1:
            yield Lack("options", f"Bij deze vraag is precies één antwoord goed. U vinkte er {right} aan.")
        elif right == 0:
            yield Lack("options", "Vink minstens één goed antwoord aan.")


@dataclass(frozen=True)
class Lack:
    """Something that must be put right: the field of a question where that is done, and a full sentence about it."""

    field: str
    words: str


def _without_empty(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value or name not in LATER}
