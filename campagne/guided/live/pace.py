"""How long a screen waits before it asks again: short while a question is open, longer when much is asked. Pure."""

from campagne.guided.sessions.standing import State

WHILE_ASKING, OTHERWISE, AT_REST = 2000, 4000, 10_000
"""In milliseconds."""
BUSY_FROM, CALM_FROM = 1000, 400
"""Polls a second in one process. Two limits, or what was doubled would be halved again at once."""
SECONDS_OF_A_LOOK = 2


def wait_of(state: State, *, is_asking: bool, is_busy: bool) -> int:
    """How many milliseconds to wait; each screen adds a random part itself."""
    at_work = WHILE_ASKING if is_asking else OTHERWISE
    wait = AT_REST if state in {State.PAUSED, State.CLOSED} else at_work
    return 2 * wait if is_busy else wait


class Pace:
    """How much is asked of this process. Counting is not locked: a few more or less make no difference."""

    def __init__(self, at: float) -> None:
        self.is_busy = False
        self._count, self._since = 0, at

    def note(self, at: float) -> None:
        """Count one poll, and look how many there were when it is time."""
        self._count += 1
        passed = at - self._since
        if passed >= SECONDS_OF_A_LOOK:
            rate, self._count, self._since = self._count / passed, 0, at
            self.is_busy = rate > (CALM_FROM if self.is_busy else BUSY_FROM)
