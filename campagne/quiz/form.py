"""The form of a question: what may be chosen, and nothing that tells what is right."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID, uuid4

from campagne.quiz.scoring import Kind


class Offered(Protocol):
    """An option that can be offered: of a draft or of a version."""

    key: UUID
    text: str


@dataclass(frozen=True)
class Choice:
    """One answer to choose. It holds nothing that tells whether it is right."""

    id: str
    value: UUID
    label: str
    is_checked: bool


@dataclass(frozen=True)
class Form:
    """The form of a question: how it is answered and what may be chosen."""

    control: str
    hint: str
    choices: tuple[Choice, ...]
    submission: UUID

    @classmethod
    def of(cls, kind: str, options: Iterable[Offered], chosen: frozenset[UUID] = frozenset()) -> "Form":
        """Make a form with an id of its own, so that sending it twice is one answer."""
        one = Kind(kind).takes_one_option
        choices = tuple(
            Choice(f"antwoord-{place}", option.key, option.text, option.key in chosen)
            for place, option in enumerate(options, start=1)
        )
        return cls("radio" if one else "checkbox", "" if one else "Kies alles wat klopt.", choices, uuid4())
