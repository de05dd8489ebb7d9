"""How often one network may try codes and card numbers that open nothing, and which networks are in a session already.

A library is one address: thirty people who type the right code cost nothing, and who guesses beside them runs into a
limit. Once somebody is in, the code of that session goes on working from there whatever others guess, here or
elsewhere. Only this process knows, in memory, by a hash whose key is gone when the process is.
"""

import secrets
from collections import OrderedDict
from hashlib import blake2b
from threading import Lock

from campagne.serving.intake.bucket import Buckets, Rate

MOST = 5_000
SECONDS_INSIDE = 4 * 3600
CODES = Rate(burst=10, per_minute=1)
CODES_INSIDE = Rate(burst=120, per_minute=60)
"""For the code of the session that a network is in: a guess that hits it opens what is in the same room anyway."""
SEATS = Rate(burst=20, per_minute=2)


class Networks:
    """Moments are seconds of any steady clock. The machine itself (None) has no limit here, and is never inside."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._key = secrets.token_bytes(32)
        self._buckets = {rate: Buckets(rate, most=MOST) for rate in (CODES, CODES_INSIDE, SEATS)}
        self._inside: OrderedDict[tuple[bytes, int], float] = OrderedDict()

    def may_guess(self, rate: Rate, network: str | None, at: float) -> bool:
        """Tell whether one more may be tried; that itself costs nothing."""
        with self._lock:
            return network is None or not self._buckets[rate].look(self._hash(network), at)

    def was_wrong(self, rate: Rate, network: str | None, at: float) -> None:
        """Count one that opened nothing."""
        if network is not None:
            with self._lock:
                self._buckets[rate].take(self._hash(network), at)

    def remember(self, session_id: int, network: str | None, at: float) -> None:
        """Note that somebody of this network is in a session."""
        if network is None:
            return
        with self._lock:
            known = (self._hash(network), session_id)
            self._inside.pop(known, None)
            self._inside[known] = at
            if len(self._inside) > MOST:
                self._inside.popitem(last=False)

    def inside(self, network: str | None, at: float) -> set[int]:
        """The sessions that somebody of this network is in."""
        if network is None:
            return set()
        with self._lock:
            mine = self._hash(network)
            return {
                session
                for (whose, session), since in self._inside.items()
                if whose == mine and at - since < SECONDS_INSIDE
            }

    def _hash(self, network: str) -> bytes:
        return blake2b(network.encode(), key=self._key, digest_size=16).digest()


networks = Networks()
