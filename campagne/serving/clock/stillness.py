"""How long something has not changed, by the clock of whoever looks at it."""

from dataclasses import dataclass, field


@dataclass
class Stillness:
    """Two machines never agree on the time, but each can tell how long it has seen the same thing."""

    _seen: object = field(default=None, init=False)
    _since: float | None = field(default=None, init=False)

    def seconds(self, value: object, now: float) -> float:
        """Look at `value` at the monotonic moment `now`; return for how many seconds it was the same at every look."""
        if self._since is None or value != self._seen:
            self._seen, self._since = value, now
        return now - self._since
