"""Which acts make sense now, and the one that comes first. No database.

The way on is always one button: close the question, show its explanation, go on. What is measured stays open as long
as its block lasts, so there the way on is the next question.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from campagne.guided.leading.acting import Action
from campagne.guided.sessions.script import Step
from campagne.guided.sessions.standing import CAN_GO_ON, Phase, Standing, State, may_reopen, may_reveal
from campagne.quiz.questions.plan import Block


@dataclass(frozen=True)
class Button:
    """One act, and what stands on its button."""

    action: Action
    label: str


@dataclass(frozen=True)
class Buttons:
    """`first` is the way on, `back` the way back, `others` what can be done as well; None where there is none."""

    first: Button | None = None
    back: Button | None = None
    others: tuple[Button, ...] = ()


NEXT = Button(Action.NEXT, "Volgende")
PASS = Button(Action.NEXT, "Volgende stap")
BACK = Button(Action.BACK, "Terug")
CLOSE = Button(Action.CLOSE, "Sluit de vraag")
REOPEN = Button(Action.REOPEN, "Open de vraag weer")
EXPLAIN = Button(Action.REVEAL, "Laat de uitleg zien")
SHOW_VOTES = Button(Action.REVEAL, "Laat zien wat er is gekozen")
STARTS = {
    State.PLANNED: Button(Action.START, "Start de les"),
    State.PAUSED: Button(Action.START, "Ga verder met de les"),
}


def buttons_of(standing: Standing, script: Sequence[Step]) -> Buttons:
    """The acts that make sense now."""
    if standing.state in CAN_GO_ON:
        return Buttons(STARTS[standing.state])
    if standing.state is not State.RUNNING:
        return Buttons()
    ways = [button for button in _ways_on(standing, script) if _leads_somewhere(button, standing, script)]
    return Buttons(ways[0] if ways else None, BACK if standing.step else None, tuple(ways[1:]))


def _ways_on(standing: Standing, script: Sequence[Step]) -> list[Button]:
    step = script[standing.step]
    if not step.asks or standing.phase is Phase.REVEALED:
        return [NEXT]
    if standing.phase is Phase.OPEN:
        return [NEXT, CLOSE] if step.measures else [CLOSE, PASS]
    again = [REOPEN] if may_reopen(standing, script) else []
    if not may_reveal(standing, script):
        return [NEXT, *again]
    return [SHOW_VOTES if step.block is Block.VOTE else EXPLAIN, *again, PASS]


def _leads_somewhere(button: Button, standing: Standing, script: Sequence[Step]) -> bool:
    return button.action is not Action.NEXT or standing.step + 1 < len(script)
