"""What is always true of where a session stands, whatever its presenters do and in whatever order."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from campagne.guided.sessions.script import Kind, Step
from campagne.guided.sessions.standing import (
    GRACE,
    Phase,
    Standing,
    State,
    begun,
    closed,
    ended,
    gone_to,
    may_reopen,
    may_reveal,
    reopened,
    revealed,
    takes,
)
from campagne.quiz.questions.plan import Block

pytestmark = pytest.mark.once
NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
KINDS = (
    [Kind.WELCOME, Kind.TOLD]
    + [Block.MEASURE_PRE] * 2
    + [Kind.LESSON]
    + [Block.PRACTICE, Block.VOTE]
    + [Block.MEASURE_POST] * 2
    + [Kind.LOOK_BACK, Kind.END]
)
SCRIPT = tuple(
    Step(Kind.QUESTION, "?", place=place, block=kind) if isinstance(kind, Block) else Step(kind, "")
    for place, kind in enumerate(KINDS)
)
ASKING = [number for number, step in enumerate(SCRIPT) if step.asks]


def taken(standing: Standing, at: datetime) -> set[int]:
    """The steps whose question takes an answer."""
    return {number for number in ASKING if takes(standing, SCRIPT, SCRIPT[number].place, at)}


class Presenting(RuleBasedStateMachine):
    """A presenter who does whatever the buttons allow, faster and slower than the grace."""

    @initialize()
    def plan(self) -> None:
        self.at, self.standing, self.shut_for_good = NOON, Standing(State.PLANNED), set[int]()

    def puts(self, after: Standing) -> None:
        """Look at every step from here to there."""
        assert after.furthest >= self.standing.furthest
        assert after.revealed >= self.standing.revealed
        self.standing = after
        self.looks()

    def looks(self) -> None:
        open_now = taken(self.standing, self.at)
        later = taken(self.standing, self.at + GRACE + timedelta(seconds=1))
        furthest = SCRIPT[self.standing.furthest]
        self.shut_for_good |= self.standing.revealed
        self.shut_for_good |= {
            number
            for number in ASKING
            if SCRIPT[number].measures and number <= self.standing.furthest and furthest.block != SCRIPT[number].block
        }
        assert not later & self.shut_for_good
        assert not open_now & self.standing.revealed
        assert all(number <= self.standing.furthest for number in open_now)
        assert open_now - later <= {self.standing.left}
        assert self.standing.state is State.RUNNING or not later
        assert all(SCRIPT[number].measures or number == self.standing.step for number in later)

    @rule(seconds=st.integers(0, 40))
    def waits(self, seconds: int) -> None:
        self.at += timedelta(seconds=seconds)
        self.looks()

    @precondition(lambda self: self.standing.state in {State.PLANNED, State.PAUSED})
    @rule()
    def starts(self) -> None:
        self.puts(begun(self.standing, SCRIPT, self.at))

    @precondition(lambda self: self.standing.state is State.RUNNING)
    @rule(by=st.sampled_from([1, 1, 1, -1]))
    def goes(self, by: int) -> None:
        if 0 <= self.standing.step + by < len(SCRIPT):
            self.puts(gone_to(self.standing, SCRIPT, self.standing.step + by, self.at))

    @precondition(lambda self: self.standing.state is State.RUNNING)
    @rule()
    def closes_what_is_open(self) -> None:
        if SCRIPT[self.standing.step].asks and self.standing.phase is Phase.OPEN:
            step = self.standing.step
            self.puts(closed(self.standing, SCRIPT, self.at))
            assert step in taken(self.standing, self.at + GRACE)

    @precondition(lambda self: self.standing.state is State.RUNNING)
    @rule()
    def opens_again(self) -> None:
        if self.standing.phase is not Phase.OPEN and may_reopen(self.standing, SCRIPT):
            self.puts(reopened(self.standing, self.at))
            assert self.standing.step in taken(self.standing, self.at)

    @precondition(lambda self: self.standing.state is State.RUNNING)
    @rule()
    def reveals(self) -> None:
        if may_reveal(self.standing, SCRIPT):
            self.puts(revealed(self.standing, self.at))
            assert not SCRIPT[self.standing.step].measures

    @precondition(lambda self: self.standing.state is State.RUNNING)
    @rule(state=st.sampled_from([State.PAUSED, State.PAUSED, State.CLOSED]))
    def ends(self, state: State) -> None:
        open_step = self.standing.step if self.standing.phase is Phase.OPEN else None
        self.puts(ended(self.standing, SCRIPT, state, self.at))
        if open_step in ASKING:
            assert open_step in taken(self.standing, self.at + GRACE)


Presenting.TestCase.settings = settings(max_examples=150, stateful_step_count=30)
TestPresenting = Presenting.TestCase
