"""Days of visits, as the bodies of the beacons that browsers would send."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from random import Random

from campagne.measurement.stamp import stamp_for

STEPS = 4
DAYS_PER_REVISION = 150
SHARE_READ, SHARE_ON, SHARE_REPORTED, SHARE_VIA = 0.45, 0.6, 0.04, 0.1
CHANNEL = "politie"


@dataclass(frozen=True)
class Stream:
    """Visits to `pages`, the first the most visited, along `entrances` now and then; the same for the same seed."""

    pages: Sequence[int]
    entrances: Sequence[str]
    seed: int = 1

    def of_day(self, day: date, events: int) -> Iterator[bytes]:
        """Yield so many bodies; no two of the whole stream are alike."""
        chance = Random(f"{self.seed} {day}")
        weights = list(accumulate(1 / (place + 1) for place in range(len(self.pages))))
        revision = 1 + day.toordinal() // DAYS_PER_REVISION
        left, visit = events, 0
        while left > 0:
            page = chance.choices(self.pages, cum_weights=weights)[0]
            sent = list(self._visit(page, revision, f"{day:%Y%m%d}{visit:08d}", chance))[:left]
            yield from sent
            left, visit = left - len(sent), visit + 1

    def _visit(self, page: int, revision: int, number: str, chance: Random) -> Iterator[bytes]:
        via = {"via": chance.choice(self.entrances)} if self.entrances and chance.random() < SHARE_VIA else {}
        step = 0
        while True:
            told = told_of(page, revision, step, f"{number}{step}")
            yield _body({**told, "kind": "view", "entry": step == 0, **via})
            if chance.random() < SHARE_READ:
                yield _body({**told, "kind": "read", "entry": step == 0})
            if chance.random() < SHARE_REPORTED:
                yield _body({**told, "kind": "act", "entry": step == 0, "act": "report", "subject": CHANNEL})
            step, via = step + 1, {}
            if step > STEPS or chance.random() > SHARE_ON:
                return


def told_of(page: int, revision: int, step: int, nonce: str) -> dict[str, object]:
    """What every message of one view says."""
    place = {"page": page, "revision": revision, "step": step}
    return {**place, "stamp": stamp_for(page, revision, step), "nonce": nonce, "after": 0}


def _body(told: dict[str, object]) -> bytes:
    return json.dumps(told).encode()
