"""A question as it was written: what it holds, and what it still lacks."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from campagne.quiz.scoring import Construct, Kind

FEWEST_OPTIONS, MOST_OPTIONS = 2, 6
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

    def problems(self) -> list[str]:
        """Say in full sentences what must be put right before this can be published."""
        return list(self._problems())

    def _problems(self) -> Iterator[str]:
        if not self.stem.strip():
            yield "Schrijf de vraag op."
        if self.message_body and not self.message_channel:
            yield "Kies wat voor bericht het oefenbericht is: sms, appbericht, e-mail of brief."
        yield from self._problems_of_number()
        texts = [" ".join(option.text.split()).casefold() for option in self.options]
        if not all(texts):
            yield "Een antwoord is leeg. Vul het in of haal het weg."
        if len(set(texts)) < len(texts):
            yield "Twee antwoorden zijn gelijk. Maak ze verschillend of haal er een weg."
        if self.construct.is_scored:
            yield from self._problems_of_key()

    def _problems_of_number(self) -> Iterator[str]:
        count = len(self.options)
        if self.kind is Kind.TRUE_FALSE and count != 2:
            yield f"Een vraag met waar of niet waar heeft precies twee antwoorden. Dit zijn er {count}."
        elif not FEWEST_OPTIONS <= count <= MOST_OPTIONS:
            yield f"Geef {FEWEST_OPTIONS} tot {MOST_OPTIONS} antwoorden. Dit zijn er {count}."

    def _problems_of_key(self) -> Iterator[str]:
        right = sum(option.is_right for option in self.options)
        if self.kind.takes_one_option and right != 1:
            yield f"Bij deze vraag is precies één antwoord goed. U vinkte er {right} aan."
        elif right == 0:
            yield "Vink minstens één goed antwoord aan."


def _without_empty(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value or name not in LATER}
