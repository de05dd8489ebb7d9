"""One visit: what somebody opens, reads, taps and answers, through the doors that everybody uses."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from secrets import token_hex
from urllib.parse import urlsplit

from campagne.demo import habits
from campagne.demo.answering import take_quiz
from campagne.demo.browser import Answer, Browser, NoAnswer
from campagne.demo.habits import Visitor, first_part
from campagne.demo.knowledge import Knowledge
from campagne.demo.markup import CHOICE, Form, Found, Tracker, read_page

# Pages are the same for everybody, so each needs to be read only once.
read_known_page = lru_cache(maxsize=512)(read_page)


class Visit:
    """What happened is counted in `happened`; what went wrong, by its sentence, in `failures`."""

    def __init__(self, browser: Browser, visitor: Visitor, knowledge: Knowledge) -> None:
        self.browser = browser
        self.visitor = visitor
        self.knowledge = knowledge
        self.happened: Counter[str] = Counter()
        self.failures: Counter[str] = Counter()
        browser.headers = {"User-Agent": visitor.device, "Accept-Language": visitor.languages}
        if visitor.refuses_counting:
            browser.headers["Sec-GPC"] = "1"

    def make(self, path: str) -> None:
        """Come in at `path` and go on for as long as there is patience; a failure ends the visit."""
        self.happened["bezoeken"] += 1
        try:
            self._walk(path)
        except NoAnswer as failure:
            self.failures[str(failure)] += 1

    def _walk(self, path: str) -> None:
        referrer, seen = self.visitor.referrer, 1
        while path:
            answer = self.browser.open(path, referrer=referrer)
            found = read_known_page(answer.html)
            self._look(answer, found, referrer, is_entry=seen == 1)
            if (form := found.form_to("/start/")) and self.visitor.does(habits.STARTS_QUIZ.get(first_part(path), 0.1)):
                self.happened += take_quiz(self.browser, self.visitor, self.knowledge, form, answer.path)
                return
            path, referrer, seen = self._next(answer.path, found, seen), self.browser.origin + answer.path, seen + 1

    def _next(self, path: str, found: Found, seen: int) -> str:
        """The next step of a lesson, or something else that stands on the page, or nothing."""
        steps = [link for link in found.links if "/stap/" in link and _number(link) > _number(path)]
        if steps and self.visitor.does(habits.CONTINUES_LESSON):
            return min(steps, key=_number)
        others = [link for link in found.links if link != path and "/stap/" not in link]
        return self.visitor.chance.choice(others) if others and self.visitor.goes_on(seen) else ""

    def _look(self, answer: Answer, found: Found, referrer: str, *, is_entry: bool) -> None:
        self.happened["weergaven"] += 1
        if self.visitor.has_script and found.tracker:
            whence = {**_via(answer.fragment), **_from(referrer), "entry": is_entry}
            self._tell(answer.path, found.tracker, found.channels, whence)
        if (form := found.form_to("/nuttig/")) and self.visitor.does(habits.SAYS_USEFUL):
            self._say_useful(form, answer.path)

    def _tell(self, path: str, tracker: Tracker, channels: Sequence[str], whence: Mapping[str, str | bool]) -> None:
        """Say what tracker.js says: shown, perhaps read, perhaps a report channel tapped."""
        if self.visitor.refuses_counting:
            self.browser.tell({"kind": "refused"}, on=path)
            return
        message = {**self._stamped(tracker), **whence}
        self.browser.tell({**message, "kind": "view"}, on=path)
        if not self.visitor.reads(tracker.read_seconds):
            return
        self.browser.tell({**message, "kind": "read", "after": tracker.read_seconds}, on=path)
        self.happened["gelezen"] += 1
        if channels and self.visitor.does(habits.CLICKS_REPORT.get(first_part(path), habits.CLICKS_REPORT_ELSEWHERE)):
            act = {"kind": "act", "act": "report", "subject": self.visitor.chance.choice(channels)}
            self.browser.tell({**message, **act, "after": tracker.read_seconds + 2}, on=path)
            self.happened["kliks naar een meldpunt"] += 1

    def _stamped(self, tracker: Tracker) -> dict[str, int | str | bool]:
        """What every message of one view has in common."""
        return {
            "page": tracker.page,
            "revision": tracker.revision,
            "step": tracker.step,
            "stamp": tracker.stamp,
            "nonce": token_hex(8),  # As a browser does: who comes again with the same seed is counted again.
            "after": 0,
        }

    def _say_useful(self, form: Form, path: str) -> None:
        is_useful = self.visitor.does(habits.FINDS_USEFUL)
        pressed = [button for button in form.buttons if button.value == ("yes" if is_useful else "no")]
        thanks = self.browser.submit(form.action, form.filled(*pressed), on=path)
        self.happened["antwoorden op ‘was dit nuttig?’"] += 1
        asks = next((form for form in read_page(thanks.html).forms if form.choices), None)
        if asks and self.visitor.does(habits.GIVES_REASON):
            reason = self.visitor.chance.choice(asks.choices)
            self.browser.submit(asks.action, asks.filled(reason), on=thanks.path)


def _via(fragment: str) -> dict[str, str]:
    """Along which entrance somebody came in, or what somebody chose; it stands behind the hash of the address."""
    return {"via": fragment.removeprefix(CHOICE)} if fragment.startswith(CHOICE) else {}


def _from(referrer: str) -> dict[str, str]:
    """Of the page before this one only the host, as the tracker sends it."""
    host = urlsplit(referrer).netloc
    return {"from": host[-60:]} if host else {}


def _number(path: str) -> int:
    last = path.rstrip("/").rpartition("/")[2]
    return int(last) if last.isdigit() else 0
