"""Questions and quizzes with all that belongs to them, as one JSON file that loses nothing. Without a database."""

import json
from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from campagne.quiz.exchange.typed_json import Misfit, from_plain, to_plain
from campagne.quiz.questions.draft import Draft
from campagne.quiz.questions.edits import Change
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.rendering import Rendering
from campagne.sheets.unreadable import Unreadable

KIND, EDITION = "quizpakket", 1
EXPECTED = "Verwacht: JSON die een site als deze heeft gemaakt."
ADVICE = "Maak het bestand opnieuw met ‘Uitwisselen’, en verander er niets in."


@dataclass(frozen=True)
class Correction:
    """A corrected key: why, when, and which options were right before and after."""

    why: str
    at: str
    before: tuple[UUID, ...]
    after: tuple[UUID, ...]


@dataclass(frozen=True)
class Version:
    """A version as it was published; `right_now` holds the options that are right by the key of now."""

    series: int
    number: int
    draft: Draft
    right_now: tuple[UUID, ...]
    content_hash: str
    change: Change
    published_at: str
    reason: str = ""
    correction: Correction | None = None


@dataclass(frozen=True)
class Speech:
    """A text of a question that can be heard, and which sound that is."""

    part: str
    rendering: Rendering
    text: str
    voice: str
    sound: str


@dataclass(frozen=True)
class Question:
    """A question as it is being written, with its versions, oldest first."""

    number: int
    draft: Draft
    theme: str = ""
    versions: tuple[Version, ...] = ()
    speeches: tuple[Speech, ...] = ()


@dataclass(frozen=True)
class Part:
    """A part of a plan; `question` is its number in this file."""

    block: Block
    question: int | None = None
    title: str = ""
    text: str = ""


@dataclass(frozen=True)
class Item:
    """A part of a version of a quiz; `version` is the place, from 0, among the versions of the question."""

    block: Block
    question: int | None = None
    version: int | None = None
    title: str = ""
    text: str = ""


@dataclass(frozen=True)
class QuizVersion:
    number: int
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Quiz:
    """A quiz; themes and places to report to are codes of the register."""

    title: str
    slug: str
    introduction: str = ""
    theme: str = ""
    channels: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    versions: tuple[QuizVersion, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A picture; `number` is what drafts in this file call it, `digest` the SHA-256 of its content in base64."""

    number: int
    digest: str
    name: str
    title: str
    description: str
    licence: str
    credit: str
    content: str


@dataclass(frozen=True)
class Sound:
    digest: str
    content: str


@dataclass(frozen=True)
class Pack:
    questions: tuple[Question, ...] = ()
    quizzes: tuple[Quiz, ...] = ()
    pictures: tuple[Picture, ...] = ()
    sounds: tuple[Sound, ...] = ()


def write(pack: Pack) -> str:
    return json.dumps({"soort": KIND, "uitgave": EDITION, "inhoud": to_plain(pack)}, indent=1)


def read(text: str) -> Pack:
    """Read a file; raises Unreadable for anything but what `write` gave, in this edition."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable("Dit bestand is geen JSON.", EXPECTED, ADVICE) from error
    if not isinstance(whole, dict) or whole.get("soort") != KIND:
        raise Unreadable("Dit is JSON van iets anders.", EXPECTED, ADVICE)
    if whole.get("uitgave") != EDITION:
        found = f"Dit bestand is van uitgave {str(whole.get('uitgave'))[:20]}."
        raise Unreadable(
            found, f"Wij lezen uitgave {EDITION}.", "Werk deze site bij, of maak het bestand hier opnieuw."
        )
    try:
        pack: Pack = from_plain(Pack, whole.get("inhoud"))
    except Misfit as error:
        raise Unreadable(f"In het bestand klopt iets niet. {error}.", EXPECTED, ADVICE) from error
    _check_numbers(pack)
    return pack


def _check_numbers(pack: Pack) -> None:
    """Whatever points at something must point at one thing that is there."""
    for name, numbers in (
        ("vraag", [question.number for question in pack.questions]),
        ("beeld", [picture.number for picture in pack.pictures]),
    ):
        if double := [number for number, times in Counter(numbers).items() if times > 1]:
            raise Unreadable(f"In het bestand staat {name} {double[0]} twee keer.", EXPECTED, ADVICE)
    known = {question.number for question in pack.questions}
    asked = {part.question for quiz in pack.quizzes for part in quiz.parts} - {None}
    if missing := asked - known:
        raise Unreadable(f"Vraag {missing.pop()} hoort bij een quiz en staat er niet in.", EXPECTED, ADVICE)
