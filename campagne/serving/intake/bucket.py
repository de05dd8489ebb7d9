"""How often something may be done: a bucket that empties by the piece and fills with time. Asks no clock."""

from collections import OrderedDict
from dataclasses import dataclass


@dataclass(frozen=True)
class Rate:
    """So many at once, and so many more every minute."""

    burst: int
    per_minute: float


class Buckets:
    """One bucket for each of the last `most` senders; whoever falls off starts with a full one.

    Full is forgiving on purpose: a flood of new senders must never shut out the old ones. Not safe for threads.
    """

    def __init__(self, rate: Rate, *, most: int) -> None:
        self.rate = rate
        self.most = most
        self._left: OrderedDict[bytes, tuple[float, float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._left)

    def look(self, sender: bytes, at: float) -> float:
        """Return 0, or how many seconds to wait before one can be taken; takes nothing."""
        left = self._left_at(sender, at)
        return 0.0 if left >= 1 else (1 - left) * 60 / self.rate.per_minute

    def take(self, sender: bytes, at: float) -> float:
        """Take one at `at` (seconds of any steady clock); return 0, or how many seconds to wait for the next."""
        left, wait = self._left_at(sender, at), self.look(sender, at)
        _, since = self._left.pop(sender, (0.0, at))
        self._left[sender] = (left - 1 if not wait else left, max(at, since))
        if len(self._left) > self.most:
            self._left.popitem(last=False)
        return wait

    def _left_at(self, sender: bytes, at: float) -> float:
        left, since = self._left.get(sender, (float(self.rate.burst), at))
        return min(self.rate.burst, left + max(at - since, 0.0) * self.rate.per_minute / 60)
