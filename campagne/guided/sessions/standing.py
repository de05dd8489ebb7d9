"""Where a session stands in its script, what comes next, and which answers it takes. No database, asks no clock.

Nothing about a question is told before it is closed for good: what was shown is never opened again, and what is
measured stays open as long as its own block lasts, because nothing was told in between.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from campagne.guided.sessions.script import Kind, Step

GRACE = timedelta(seconds=15)
"""An answer that was on its way when the presenter went on still counts."""


class State(StrEnum):
    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    CLOSED = "closed"


LIVE = frozenset({State.RUNNING})
CAN_GO_ON = frozenset({State.PLANNED, State.PAUSED})


class Phase(StrEnum):
    """What may be done with the question of now: answer it, wait, or see what was right. Other steps are OPEN."""

    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"


@dataclass(frozen=True)
class Standing:
    """Where a session stands.

    `step` counts from 0; `furthest` is the furthest step ever shown; `revealed` are the steps whose answer was shown;
    `left` is the step with a question that was open until `changed_at`, if there was one.
    """

    state: State
    step: int = 0
    phase: Phase = Phase.OPEN
    furthest: int = 0
    revealed: frozenset[int] = frozenset()
    left: int | None = None
    changed_at: datetime | None = None


def gone_to(standing: Standing, script: Sequence[Step], step: int, at: datetime) -> Standing:
    """Show another step. Raises ValueError if the script has no such step."""
    if not 0 <= step < len(script):
        raise ValueError(f"step {step}; expected 0 to {len(script) - 1}")
    moved = replace(
        standing,
        step=step,
        furthest=max(standing.furthest, step),
        left=_left_open(standing, script),
        changed_at=at,
    )
    return replace(moved, phase=_phase_on_arrival(moved, script))


def closed(standing: Standing, script: Sequence[Step], at: datetime) -> Standing:
    """Close the question of now; answers on their way still count."""
    return replace(standing, phase=Phase.CLOSED, left=_left_open(standing, script), changed_at=at)


def reopened(standing: Standing, at: datetime) -> Standing:
    return replace(standing, phase=Phase.OPEN, left=None, changed_at=at)


def revealed(standing: Standing, at: datetime) -> Standing:
    """Show what was right, or how was voted. From here on no answer to it counts."""
    shown = standing.revealed | {standing.step}
    return replace(standing, phase=Phase.REVEALED, revealed=shown, left=None, changed_at=at)


def ended(standing: Standing, script: Sequence[Step], state: State, at: datetime) -> Standing:
    """Stop the meeting, to go on another day (PAUSED) or for good (CLOSED)."""
    return replace(standing, state=state, left=_left_open(standing, script), changed_at=at)


def begun(standing: Standing, script: Sequence[Step], at: datetime) -> Standing:
    """Start a meeting, at the step where the last one stopped."""
    return gone_to(replace(standing, state=State.RUNNING), script, standing.step, at)


def may_reopen(standing: Standing, script: Sequence[Step]) -> bool:
    """Tell whether the question of now may be answered again: nothing was told that gives it away."""
    return script[standing.step].asks and _phase_on_arrival(standing, script) is Phase.OPEN


def may_reveal(standing: Standing, script: Sequence[Step]) -> bool:
    """Tell whether the answer of now may be shown; what is measured is shown together, when all of it is over."""
    step = script[standing.step]
    return step.asks and not step.measures and standing.phase is not Phase.REVEALED


def takes(standing: Standing, script: Sequence[Step], place: int, at: datetime) -> bool:
    """Tell whether an answer to the question at this place of the quiz counts at this moment."""
    asked = next((number for number, step in enumerate(script) if step.asks and step.place == place), None)
    if asked is None or asked in standing.revealed:
        return False
    if asked == standing.left and _is_in_grace(standing, at):
        return True
    if standing.state is not State.RUNNING:
        return False
    if _is_open_measuring(standing, script, asked):
        return True
    return asked == standing.step and standing.phase is Phase.OPEN


def is_settling(standing: Standing, at: datetime) -> bool:
    """Tell whether answers to the step before may still come in; looking back would give away what is right."""
    return standing.state is State.RUNNING and standing.left is not None and _is_in_grace(standing, at)


def _is_in_grace(standing: Standing, at: datetime) -> bool:
    return standing.changed_at is not None and at - standing.changed_at <= GRACE


def _is_open_measuring(standing: Standing, script: Sequence[Step], asked: int) -> bool:
    """What is measured and was shown is open until another part of the session was shown."""
    step, furthest = script[asked], script[standing.furthest]
    return step.measures and asked <= standing.furthest and furthest.block is step.block


def _left_open(standing: Standing, script: Sequence[Step]) -> int | None:
    is_open = standing.state is State.RUNNING and standing.phase is Phase.OPEN and script[standing.step].asks
    return standing.step if is_open else None


def _phase_on_arrival(standing: Standing, script: Sequence[Step]) -> Phase:
    """What was shown stays shown, and what is measured does not open again after the lesson began."""
    step = script[standing.step]
    if standing.step in standing.revealed:
        return Phase.REVEALED
    if step.kind is Kind.QUESTION and step.measures and not _is_open_measuring(standing, script, standing.step):
        return Phase.CLOSED
    return Phase.OPEN
