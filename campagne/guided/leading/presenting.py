"""What the presenter's screen shows: where the group is, what to say, what can be done now, and who is in."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from campagne.guided.leading.acting import Acted, Done
from campagne.guided.leading.board import announced
from campagne.guided.leading.buttons import Buttons, buttons_of
from campagne.guided.leading.hands import Hands
from campagne.guided.leading.in_the_room import HandForm, RoomForm
from campagne.guided.leading.lettered import lettered
from campagne.guided.leading.looking_back import LookedBack, looked_back_on
from campagne.guided.leading.polling import counted_presence, version_of
from campagne.guided.leading.ticket import PresenterTicket, board_url
from campagne.guided.leading.way_in import WayIn, way_in
from campagne.guided.sessions.script import Kind, Step, minutes_of
from campagne.guided.sessions.session import Form, GuidedSession
from campagne.guided.sessions.standing import Phase
from campagne.guided.taking_part.presence import Presence
from campagne.quiz.paper.lettered import Lettered
from campagne.quiz.questions.plan import Block

KINDS = {
    Kind.WELCOME: "Begin",
    Kind.LESSON: "Les",
    Kind.TOLD: "Samen",
    Kind.LOOK_BACK: "Terugkijken",
    Kind.END: "Einde",
}
BLOCKS = {
    Block.MEASURE_PRE: "Vraag vooraf",
    Block.MEASURE_POST: "Vraag achteraf",
    Block.PRACTICE: "Oefenvraag",
    Block.VOTE: "Stemvraag",
}
PHASES = {
    Phase.OPEN: "De vraag is open.",
    Phase.CLOSED: "De vraag is dicht.",
    Phase.REVEALED: "De uitleg staat op het bord.",
}
VOTED = "Op het bord staat wat er is gekozen."


@dataclass(frozen=True)
class PresenterScreen:
    """The screen of now. `question` is what is asked, with its key only where it may be told."""

    ticket: PresenterTicket
    session: GuidedSession
    version: str
    presence: Presence
    buttons: Buttons
    way_in: WayIn | None
    room: RoomForm
    question: Lettered | None = None
    looked_back: list[LookedBack] = field(default_factory=list)
    hands: HandForm | None = None

    @property
    def step(self) -> Step:
        return self.session.now

    @property
    def number(self) -> int:
        return self.session.step + 1

    @property
    def total(self) -> int:
        return len(self.session.script)

    @property
    def next_step(self) -> Step | None:
        return self.session.script[self.number] if self.number < self.total else None

    @property
    def kind(self) -> str:
        return _kind(self.step)

    @property
    def next_kind(self) -> str:
        return _kind(self.next_step) if self.next_step else ""

    @property
    def phase(self) -> str:
        if not self.step.asks:
            return ""
        is_voted = self.step.block is Block.VOTE and self.session.phase == Phase.REVEALED
        return VOTED if is_voted else PHASES[Phase(self.session.phase)]

    @property
    def announcement(self) -> str:
        """What a screen reader says when another presenter went on."""
        return announced(self.session, self.phase)

    @property
    def shows_key(self) -> bool:
        """Tell whether what is right may be looked at: never of a question that measures."""
        return self.question is not None and self.step.block is Block.PRACTICE

    @property
    def body(self) -> Any:
        return self.session.lesson.body(self.step)

    @property
    def part(self) -> Any:
        return self.session.lesson.part(self.step)

    @property
    def minutes_left(self) -> tuple[int, int]:
        """How long the rest takes at ease, and with a group that reads with difficulty."""
        return minutes_of(self.session.script[self.session.step :])

    @property
    def is_course(self) -> bool:
        return self.session.form == Form.COURSE

    @property
    def board_url(self) -> str:
        return board_url(self.session)

    @property
    def urls(self) -> dict[str, str]:
        """The addresses of the presenter's other screens, by name."""
        return {name: self.ticket.url(name) for name in OTHER_SCREENS}


OTHER_SCREENS = (
    *("presenter", "act", "presenter_state", "presenter_pause", "presenter_finish"),
    *("hands", "room", "paper", "report"),
)


def presenter_screen(ticket: PresenterTicket, session: GuidedSession, at: datetime) -> PresenterScreen:
    """Put together the screen of this moment."""
    counted = counted_presence.of(session)
    hands = session.hands.by_place() if session.is_running and (session.now.asks or _looks_back(session)) else {}
    room = RoomForm.of(session)
    question = lettered(session, [session.now.place])[session.now.place] if session.now.asks else None
    return PresenterScreen(
        ticket=ticket,
        session=session,
        version=version_of(session, counted, at),
        presence=counted.presence,
        buttons=buttons_of(session.standing, session.script),
        way_in=way_in(session, at),
        room=room,
        question=question,
        looked_back=looked_back_on(session, hands) if _looks_back(session) else [],
        hands=hand_form(session, question, hands, room) if question and session.is_running else None,
    )


def hand_form(session: GuidedSession, question: Lettered, hands: dict[int, Hands], room: RoomForm) -> HandForm | None:
    """The form for hands at the question of now; None where hands cannot tell, as for an order."""
    if question.is_order:
        return None
    came = room.headcounts[-1].number if room.headcounts else None
    return HandForm.of(session.now.place, question, hands.get(session.now.place, Hands()), came)


def notice_of(acted: Acted) -> str:
    """Say why nothing happened, and where the group is now."""
    if acted.done is Done.YES:
        return ""
    why = {
        Done.OUT_OF_DATE: "Er was al iets veranderd toen u klikte. Er is nu niets gedaan, en niets dubbel gedaan.",
        Done.NOT_NOW: "Dat kan nu niet. Er is niets veranderd.",
    }
    return f"{why[acted.done]} {_where(acted.session)}"


def _where(session: GuidedSession) -> str:
    if not session.is_running:
        return f"De les is nu {session.get_state_display()}."
    return f"De groep is nu bij stap {session.step + 1} van {len(session.script)}: ‘{session.now.title}’."


def _looks_back(session: GuidedSession) -> bool:
    return session.is_running and session.now.kind is Kind.LOOK_BACK


def _kind(step: Step) -> str:
    return BLOCKS[step.block] if step.asks else KINDS[step.kind]
