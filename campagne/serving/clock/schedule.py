"""When something is due, by the monotonic clock: it never waits an hour more because a wall clock was set back."""

from collections.abc import Mapping
from datetime import timedelta


class Schedule:
    """Everything is due at the start, and again a period after it was done, however it went."""

    def __init__(self, periods: Mapping[str, timedelta]) -> None:
        self._periods = {path: period.total_seconds() for path, period in periods.items()}
        self._due_at = dict.fromkeys(periods, float("-inf"))

    def due(self, now: float) -> list[str]:
        """What is due at the monotonic moment `now`; who waited longest first."""
        return sorted((path for path, due_at in self._due_at.items() if due_at <= now), key=self._due_at.__getitem__)

    def done(self, path: str, now: float) -> None:
        self._due_at[path] = now + self._periods[path]
