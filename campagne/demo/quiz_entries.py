"""A quiz of the demo as its file tells it: questions with their answers, and the plan they stand in."""

from dataclasses import dataclass
from datetime import date

from campagne.demo.earlier import EarlierEntry


@dataclass(frozen=True)
class OptionEntry:
    """A possible answer; `right` is None where no answer is wrong.

    One that `reports_to` a contact is called as that contact is. In an order the answers stand in the right order.
    """

    key: str
    text: str
    explanation: str
    right: bool | None = None
    reports_to: str = ""
    easy_text: str = ""
    easy_explanation: str = ""


@dataclass(frozen=True)
class MessageEntry:
    """The practice message a question is about."""

    channel: str
    sender: str
    body: str


@dataclass(frozen=True)
class SpotEntry:
    """A place on the drawing of a message, in percent from the left and the top."""

    x: int
    y: int
    text: str


@dataclass(frozen=True)
class QuestionEntry:
    """A question; whether a message is "real" or "fake" is the `truth`, and then there are no options."""

    id: str
    construct: str
    kind: str
    stem: str
    explanation: str
    options: tuple[OptionEntry, ...] = ()
    message: MessageEntry | None = None
    drawing: str = ""
    vignette: str = ""
    truth: str = ""
    spots: tuple[SpotEntry, ...] = ()
    easy_stem: str = ""
    easy_explanation: str = ""
    earlier: EarlierEntry | None = None


@dataclass(frozen=True)
class PartEntry:
    """A part of the plan of a quiz; which question it asks is told by its id."""

    block: str
    question: str = ""
    title: str = ""
    text: str = ""


@dataclass(frozen=True)
class QuizEntry:
    """A quiz; without parts its questions are all to practise, in their order."""

    slug: str
    title: str
    intro: str
    theme: str
    groups: tuple[str, ...]
    municipality: str
    channels: tuple[str, ...]
    reviewed_on: date
    questions: tuple[QuestionEntry, ...]
    parts: tuple[PartEntry, ...] = ()
