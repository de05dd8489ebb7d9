"""Signal: a reason to look at a group, as somebody who counted found it today; and what could not be judged."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from campagne.figures.verdicts import OUTCOME, REACH, STEP, UNDERSTANDING, Rung
from campagne.measurement.attention.card import Gap
from campagne.measurement.attention.subject import Subject

RUNGS: dict[Gap, Rung | None] = {
    Gap.THREAT: OUTCOME,
    Gap.REACH: REACH,
    Gap.KNOWLEDGE: UNDERSTANDING,
    Gap.OFFER: None,
    Gap.STEP: STEP,
}
"""On which rung the figures of a reason stand; what is offered is no figure about people."""


class Proposal(StrEnum):
    """What to do first. One for each card."""

    LOOK_OVER = "look_over"
    MAKE_PAGE = "make_page"
    MAKE_QUIZ = "make_quiz"
    EXPLAIN = "explain"
    CHECK_CONTACT = "check_contact"
    PUT_UP_ENTRANCE = "put_up_entrance"
    SEE_OFFER = "see_offer"


@dataclass(frozen=True)
class Signal:
    """`size` is how large it is, to be held against the same reason earlier; `page` is where to do what is proposed.

    `numbers` are those that the sentence is made from; `quoted` is what an editor wrote, such as a question.
    """

    gap: Gap
    about: Subject
    sentence: str
    size: float
    proposal: Proposal
    page: int | None = None
    quoted: str = ""
    numbers: dict[str, Any] = field(default_factory=dict)

    @property
    def figures(self) -> dict[str, Any]:
        """What the card keeps, as JSON can hold it."""
        return {
            "sentence": self.sentence,
            "quoted": self.quoted,
            "size": round(self.size, 4),
            "proposal": self.proposal.value,
            "page": self.page,
            **self.numbers,
        }


@dataclass(frozen=True)
class Unknown:
    """Where too little is known for a judgement, and why."""

    gap: Gap
    about: Subject
    why: str
