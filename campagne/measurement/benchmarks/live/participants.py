"""Participants who poll as `live.js` does, each over a connection of their own, in one loop."""

import json
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from random import Random
from selectors import EVENT_READ, DefaultSelector
from time import perf_counter

from campagne.measurement.benchmarks.live.line import Answer, Line


class Participant:
    """Somebody with a screen. `interval` is kept whatever the server says; None does as it says."""

    def __init__(self, poll: str, page: str = "", interval: float | None = None) -> None:
        self.poll, self.page, self.interval = poll, page, interval
        self.tag, self.version, self.wait = b"", "", 2.0
        self.asked_at = 0.0
        self.is_reading = False
        self.seen: dict[str, float] = {}
        """When the screen of each version was there."""


class Loop:
    """Let participants poll for a while; `waits` are seconds from the planned moment of a poll to its answer."""

    def __init__(self, port: int, participants: Sequence[Participant], chance: Random) -> None:
        self._chance = chance
        self._selector = DefaultSelector()
        self._lines = {participant: Line(port) for participant in participants}
        for participant, line in self._lines.items():
            self._selector.register(line.socket, EVENT_READ, participant)
        self.waits: list[float] = []
        self.statuses: dict[int, int] = {}
        self.most_late = 0.0
        """How late this loop itself was at worst: then it measures itself, not the server."""

    def run(self, seconds: float) -> None:
        began = perf_counter()
        due: list[tuple[float, int, Participant]] = []
        for number, participant in enumerate(self._lines):
            period = participant.interval or participant.wait
            heappush(due, (began + period * self._chance.random(), number, participant))
        while (now := perf_counter()) < began + seconds:
            while due and due[0][0] <= now:
                planned, _, participant = heappop(due)
                self.most_late = max(self.most_late, now - planned)
                participant.asked_at = planned
                self._lines[participant].ask(participant.poll, participant.tag)
            for participant in self._answered(max(0.0, min(due[0][0] - now, 0.05) if due else 0.05)):
                heappush(due, (self._next(participant), id(participant), participant))

    def _answered(self, timeout: float) -> Iterator[Participant]:
        """Who got what was asked for, and the page too if there was a new version."""
        for key, _ in self._selector.select(timeout):
            participant: Participant = key.data
            if answer := self._lines[participant].answer():
                self.statuses[answer.status] = self.statuses.get(answer.status, 0) + 1
                if not self._reads_page(participant, answer):
                    yield participant

    def _reads_page(self, participant: Participant, answer: Answer) -> bool:
        """Take in an answer; True if that made the participant ask for the page."""
        if participant.is_reading:
            participant.is_reading = False
            participant.seen[participant.version] = perf_counter()
            return False
        self.waits.append(perf_counter() - participant.asked_at)
        if answer.status != 200:
            return False
        told = json.loads(answer.body)
        is_new = participant.version not in ("", told["version"])  # At the first answer the page is there already.
        participant.tag, participant.version, participant.wait = answer.tag, told["version"], told["wait"] / 1000
        if is_new and "screen" in told:  # What is the same for the whole room came along.
            participant.seen[participant.version] = perf_counter()
            return False
        participant.is_reading = bool(is_new and participant.page)
        if participant.is_reading:
            self._lines[participant].ask(participant.page)
        return participant.is_reading

    def _next(self, participant: Participant) -> float:
        if participant.interval is not None:
            return participant.asked_at + participant.interval
        return perf_counter() + participant.wait * (0.8 + 0.2 * self._chance.random())

    def close(self) -> None:
        for line in self._lines.values():
            line.close()
        self._selector.close()
