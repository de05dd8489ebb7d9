"""People who read: one request as a browser sends it, and readers who ask the same pages again and again."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from itertools import cycle
from threading import Lock
from time import monotonic
from urllib.parse import urlencode

from campagne.measurement.benchmarks.survival.crowd import Crowd

NO_ANSWER = 0
SECONDS_TO_WAIT = 15
SECONDS_BETWEEN_PAGES = 0.01
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@dataclass(frozen=True)
class Answer:
    """A status (0: no answer), headers with names in small letters, the text, and how many seconds it took."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    seconds: float = 0.0


def ask(port: int, path: str, body: Mapping[str, object] | None = None, *, cookies: str = "") -> Answer:
    """Read an address, or post a form to it; a beacon is posted as JSON. Raises nothing."""
    headers = {"User-Agent": FIREFOX, "Accept-Language": "nl", "Host": f"localhost:{port}", "Connection": "close"}
    sent = None
    if body is not None:
        kind = "text/plain" if path == "/m" else "application/x-www-form-urlencoded"
        headers |= {"Origin": f"http://localhost:{port}", "Content-Type": kind}
        sent = (json.dumps(body) if path == "/m" else urlencode(body, doseq=True)).encode()
    if cookies:
        headers["Cookie"] = cookies
    began = monotonic()
    line = HTTPConnection("127.0.0.1", port, timeout=SECONDS_TO_WAIT)
    try:
        line.request("GET" if sent is None else "POST", path, sent, headers)
        answer = line.getresponse()
        named = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, named, answer.read().decode(errors="replace"), monotonic() - began)
    except (OSError, HTTPException):
        return Answer(NO_ANSWER, seconds=monotonic() - began)
    finally:
        line.close()


class Readers(Crowd):
    """Threads that read `paths` in turn for as long as this is entered."""

    def __init__(self, port: int, paths: Sequence[str], *, number: int = 2) -> None:
        super().__init__(number)
        self._port, self._paths, self._number = port, paths, number
        self.statuses: Counter[int] = Counter()
        self.bad: dict[str, int] = {}
        self.slowest = 0.0
        self._lock = Lock()

    def _work(self, own: int) -> None:
        start = own * len(self._paths) // self._number
        for path in cycle([*self._paths[start:], *self._paths[:start]]):
            self._note(path, ask(self._port, path))
            if self._stop.wait(SECONDS_BETWEEN_PAGES):
                return

    def _note(self, path: str, answer: Answer) -> None:
        with self._lock:
            self.statuses[answer.status] += 1
            self.slowest = max(self.slowest, answer.seconds)
            if answer.status != 200:
                self.bad[path] = answer.status

    @property
    def asked(self) -> int:
        return self.statuses.total()

    @property
    def are_all_served(self) -> bool:
        return set(self.statuses) == {200}

    def __str__(self) -> str:
        share = f"{self.statuses[200] / self.asked:.2%}" if self.asked else "geen"
        return f"{self.asked:,} keer gelezen, {share} beantwoord met 200, traagste {self.slowest:.2f} s"
