"""The form of a question: what may be chosen, and nothing that tells what is right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID, uuid4

from campagne.quiz.questions.ordering import Direction, Move, mixed
from campagne.quiz.questions.scoring import Answer, Kind, State

HINTS = {
    Kind.MULTIPLE: "Kies alles wat klopt.",
    Kind.ORDER: "Zet alles in de goede volgorde. Wat eerst komt, staat bovenaan.",
}
# Which of five faces, from the least to the most glad, stand at a scale of so many steps.
FACES = {3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}
OPEN = Answer(State.SKIPPED)


class Offered(Protocol):
    """An option that can be offered: of a draft or of a version."""

    key: UUID
    text: str


@dataclass(frozen=True)
class Arrangement:
    """An order that somebody is still making, on which form, and what was moved last."""

    submission: UUID
    in_order: tuple[UUID, ...]
    move: Move


@dataclass(frozen=True)
class Choice:
    """One answer to choose or to move. It holds nothing that tells whether it is right.

    `face` is 1 to 5 at a scale, else 0; `focus` is the direction whose button was just used.
    """

    id: str
    value: UUID
    label: str
    is_checked: bool
    face: int = 0
    focus: str = ""


@dataclass(frozen=True)
class Form:
    """The form of a question: how it is answered (radio, checkbox, scale or order) and what may be chosen."""

    control: str
    hint: str
    choices: tuple[Choice, ...]
    submission: UUID

    @classmethod
    def of(
        cls,
        kind: str,
        options: Iterable[Offered],
        answer: Answer = OPEN,
        *,
        seed: str = "",
        arrangement: Arrangement | None = None,
    ) -> "Form":
        """Make a form with an id of its own, so that sending it twice is one answer.

        An order that somebody is making keeps its id; one not begun yet is mixed by the seed.
        """
        listed = list(options)
        if kind == Kind.ORDER:
            listed = _in_order(listed, answer, seed, arrangement)
        choices = _choices(kind, listed, answer)
        if arrangement:
            choices = [_focused(choices, choice, arrangement.move) for choice in choices]
        submission = arrangement.submission if arrangement else uuid4()
        return cls(_control(Kind(kind)), HINTS.get(Kind(kind), ""), tuple(choices), submission)

    @property
    def input(self) -> str:
        """The kind of input a choice is."""
        return "checkbox" if self.control == "checkbox" else "radio"


def _choices(kind: str, options: Sequence[Offered], answer: Answer) -> list[Choice]:
    faces = FACES.get(len(options), ()) if kind == Kind.SCALE else ()
    return [
        Choice(
            id=f"antwoord-{place}",
            value=option.key,
            label=option.text,
            is_checked=option.key in answer.chosen,
            face=faces[place - 1] if faces else 0,
        )
        for place, option in enumerate(options, start=1)
    ]


def _control(kind: Kind) -> str:
    if kind in {Kind.ORDER, Kind.SCALE}:
        return kind.value
    return "radio" if kind.takes_one_option else "checkbox"


def _in_order(options: list[Offered], answer: Answer, seed: str, arrangement: Arrangement | None) -> list[Offered]:
    by_key = {option.key: option for option in options}
    order = arrangement.in_order if arrangement else answer.in_order
    if set(order) != by_key.keys():
        order = mixed([option.key for option in options], seed)
    return [by_key[key] for key in order]


def _focused(choices: Sequence[Choice], choice: Choice, move: Move) -> Choice:
    """The focus goes along with what was moved; at the edge only the other button is left."""
    if choice.value != move.key:
        return choice
    edge = {choices[0].value: Direction.DOWN, choices[-1].value: Direction.UP}
    return replace(choice, focus=edge.get(choice.value, move.direction).value)
