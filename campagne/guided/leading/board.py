"""The board on the wall: what everybody looks at together. It shows and changes nothing.

What was chosen is shown once the presenter shows it, never while a question can still be answered, and what is
measured only when all measuring is over.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from campagne.guided.leading.hands import Hands
from campagne.guided.leading.lettered import lettered
from campagne.guided.leading.looking_back import LookedBack, answers_of, limits_of, looked_back_on, tallies
from campagne.guided.leading.polling import answer_poll, counted_presence, version_of
from campagne.guided.leading.screen import led_screen
from campagne.guided.leading.tallies import Tally
from campagne.guided.leading.ticket import shown_on
from campagne.guided.leading.way_in import WayIn, way_in
from campagne.guided.sessions.script import Kind, Step
from campagne.guided.sessions.session import GuidedSession
from campagne.guided.sessions.standing import Phase, is_settling
from campagne.guided.taking_part.presence import Presence
from campagne.quiz.paper.lettered import Lettered
from campagne.quiz.questions.plan import Block

PHASES = {Phase.OPEN: "De vraag is open.", Phase.CLOSED: "De vraag is dicht.", Phase.REVEALED: "Dit is de uitleg."}
VOTED = "Dit is gekozen."
NOT_NOW = {
    "planned": "We beginnen zo.",
    "paused": "Tot de volgende keer.",
    "closed": "Deze les is klaar. Bedankt voor het meedoen.",
}


@dataclass(frozen=True)
class Board:
    """What is on the wall now. `step` is None while the group does not meet."""

    session: GuidedSession
    version: str
    presence: Presence
    way_in: WayIn | None
    step: Step | None = None
    is_settling: bool = False
    question: Lettered | None = None
    tallies: tuple[Tally, ...] = ()
    looked_back: list[LookedBack] = field(default_factory=list)

    @property
    def body(self) -> Any:
        return self.session.lesson.body(self.step) if self.step else None

    @property
    def part(self) -> Any:
        return self.session.lesson.part(self.step) if self.step else None

    @property
    def is_revealed(self) -> bool:
        return self.session.phase == Phase.REVEALED

    @property
    def is_open(self) -> bool:
        return self.session.is_asking

    @property
    def words(self) -> str:
        """The state in one sentence: of the question, or of a group that does not meet."""
        if self.step is None:
            return NOT_NOW[self.session.state]
        if not self.step.asks:
            return ""
        return VOTED if self.is_revealed and self.step.block is Block.VOTE else PHASES[Phase(self.session.phase)]

    @property
    def announcement(self) -> str:
        """What a screen reader says when the board changes; counts are left out, or it would never be silent."""
        if self.step is None:
            return self.words
        return announced(self.session, self.words)


def announced(session: GuidedSession, words: str) -> str:
    """Where a group is, in one breath."""
    told = (f"Stap {session.step + 1} van {len(session.script)}.", words, session.now.title)
    return " ".join(part for part in told if part)


def board_of(session: GuidedSession, at: datetime) -> Board:
    """Put together what is on the wall at this moment."""
    counted = counted_presence.of(session)
    shared = (session, version_of(session, counted, at), counted.presence, way_in(session, at))
    if not session.is_running:
        return Board(*shared)
    step = session.now
    if step.asks:
        question = lettered(session, [step.place])[step.place]
        return Board(*shared, step, question=question, tallies=_chosen(session, step, question))
    if step.kind is Kind.LOOK_BACK:
        settling = is_settling(session.standing, at)
        looked_back = [] if settling else looked_back_on(session, session.hands.by_place())
        return Board(*shared, step, is_settling=settling, looked_back=looked_back)
    return Board(*shared, step)


def _chosen(session: GuidedSession, step: Step, question: Lettered) -> tuple[Tally, ...]:
    """What was chosen, if the presenter shows it; what is measured waits until looking back."""
    if session.phase != Phase.REVEALED or step.measures:
        return ()
    given = answers_of(session).get((question.version.pk, step.block.value), Counter())
    hands = session.hands.by_place().get(step.place, Hands())
    return tuple(tallies(question, step.block, given, hands, limits_of(session), shows_key=True))


@led_screen("GET", "HEAD")
def board(request: HttpRequest, signed: str) -> HttpResponse:
    at = timezone.now()
    shown = board_of(shown_on(signed), at)
    number = request.GET.get("vraag", "")
    chosen = next((item for item in shown.looked_back if str(item.number) == number), None)
    return TemplateResponse(request, "guided/board.html", {"board": shown, "chosen": chosen, "signed": signed})


@led_screen("GET", "HEAD")
def board_state(request: HttpRequest, signed: str) -> HttpResponse:
    return answer_poll(request, shown_on(signed), timezone.now())
