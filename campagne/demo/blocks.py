"""The parts of a demo page, as its file tells them: one frozen dataclass per kind of block."""

from dataclasses import dataclass

from campagne.demo.entry import Variety


class Block(Variety, told_by="block"):
    """Part of a page or of a step."""


@dataclass(frozen=True)
class Text(Block, kind="text"):
    body: str


@dataclass(frozen=True)
class Callout(Block, kind="callout"):
    tone: str
    title: str
    body: str


@dataclass(frozen=True)
class Step(Block, kind="step"):
    title: str
    body: str


@dataclass(frozen=True)
class DoDont(Block, kind="do_dont"):
    do: tuple[str, ...]
    dont: tuple[str, ...]


@dataclass(frozen=True)
class CallNow(Block, kind="call_now"):
    channel: str
    urgency: str
    note: str


@dataclass(frozen=True)
class Drawn(Block, kind="picture"):
    picture: str
    caption: str = ""


@dataclass(frozen=True)
class Quote(Block, kind="quote"):
    text: str
    source: str = ""


@dataclass(frozen=True)
class Word(Block, kind="word"):
    word: str
    meaning: str


@dataclass(frozen=True)
class Message(Block, kind="message"):
    channel: str
    sender: str
    body: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class QuizStart(Block, kind="quiz"):
    quiz: str
