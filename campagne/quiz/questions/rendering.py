"""In which words a question is read: as it was written, or in the easy version of it. Without a database."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from campagne.quiz.questions.scoring import Construct, Kind


class Rendering(StrEnum):
    STANDARD = "standard"
    EASY = "easy"


@dataclass(frozen=True)
class RenderedOption:
    """One answer in the words that are read. `order` is its place, from 1, as it was written."""

    key: UUID
    text: str
    explanation: str
    channel: str
    order: int
    is_right: bool


@dataclass(frozen=True)
class Rendered:
    """A question in the words that are read; `rendering` says which those are, not which were asked for.

    `pk` is the version's, None in a preview. What does not differ between renderings is here too.
    """

    rendering: Rendering
    pk: int | None
    kind: str
    construct: str
    stem: str
    vignette: str
    explanation: str
    options: tuple[RenderedOption, ...]
    message_channel: str
    message_sender: str
    message_body: str
    picture: Any
    hotspots: Any

    @property
    def is_scored(self) -> bool:
        return Construct(self.construct).is_scored


def has_easy(question: Any, options: Iterable[Any]) -> bool:
    """Tell whether what is asked can be read in easy words as a whole: situation, question and every answer.

    The question is a version or a draft, or anything else that holds the same parts. Names of places to report to
    and the two answers of "echt of nep" are as they are in both.
    """
    if not question.easy_stem or (question.vignette and not question.easy_vignette):
        return False
    return question.kind == Kind.REAL_OR_FAKE or all(option.easy_text or option.channel for option in options)


def rendered(version: Any, rendering: Rendering | str) -> Rendered:
    """A version in these words; its options and picture should be fetched already."""
    return _rendered(version, list(version.options.all()), rendering, pk=version.pk, picture=version.picture)


def rendered_draft(draft: Any, rendering: Rendering | str, picture: Any = None) -> Rendered:
    """What is being written, as it would be read, for a preview."""
    return _rendered(draft, list(draft.options), rendering, pk=None, picture=picture)


def _rendered(
    question: Any, options: list[Any], rendering: Rendering | str, *, pk: int | None, picture: Any
) -> Rendered:
    """Take easy words for what is asked only as a whole, for an explanation wherever there is one."""
    wants_easy = rendering == Rendering.EASY
    is_easy = wants_easy and has_easy(question, options)
    return Rendered(
        rendering=Rendering.EASY if is_easy else Rendering.STANDARD,
        pk=pk,
        kind=str(question.kind),
        construct=str(question.construct),
        stem=_either(question.easy_stem, question.stem, is_easy),
        vignette=_either(question.easy_vignette, question.vignette, is_easy),
        explanation=_either(question.easy_explanation, question.explanation, wants_easy),
        options=tuple(_option(option, order, is_easy, wants_easy) for order, option in enumerate(options, 1)),
        message_channel=question.message_channel,
        message_sender=question.message_sender,
        message_body=question.message_body,
        picture=picture,
        hotspots=question.hotspots,
    )


def _option(option: Any, order: int, is_easy: bool, wants_easy: bool) -> RenderedOption:
    return RenderedOption(
        key=option.key,
        text=_either(option.easy_text, option.text, is_easy),
        explanation=_either(option.easy_explanation, option.explanation, wants_easy),
        channel=option.channel,
        order=order,
        is_right=option.is_right,
    )


def _either(easy: str, standard: str, is_easy: bool) -> str:
    return easy if is_easy and easy else standard
