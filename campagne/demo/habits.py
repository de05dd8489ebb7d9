"""How people use a site, as chances. Invented for the demo, not measured; the same for the same seed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

DEVICES = (
    "Mozilla/5.0 (Linux; Android 15; SM-A556B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile "
    "Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 "
    "Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
    "Mozilla/5.0 (iPad; CPU OS 17_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.7 Mobile/15E148 "
    "Safari/604.1",
)
LANGUAGES = ("nl-NL,nl;q=0.9,en;q=0.7", "nl,en-US;q=0.7,en;q=0.3", "nl-NL,nl;q=0.8,de;q=0.5")
REFERRERS = {
    "": 40,
    "https://www.google.com/": 26,
    "https://www.facebook.com/": 9,
    "https://www.sittard-geleen.nl/": 5,
    "https://www.gemeentestein.nl/": 4,
    "https://www.bing.com/": 3,
    "android-app://com.whatsapp/": 3,
    "https://www.politie.nl/": 3,
    "https://www.l1.nl/": 3,
    "https://voetbalclub.example/": 4,
}
"""From where people come, by how many in a hundred."""
# Where people come in, by the first part of the address; deeper pages share the weight of their kind.
WEIGHTS = {
    "": 24,
    "campagnes": 10,
    "modules": 10,
    "instructies": 8,
    "quiz": 5,
    "artikelen": 5,
    "voor": 14,
    "melden": 6,
    "q": 40,
}
OTHER_WEIGHT = 1.5
# Where a lesson or a newsletter sends people, so that of two quizzes there is enough to show what was learned.
SENT_TO = {"/quiz/wat-weet-u-van-oplichting/": 120.0, "/quiz/echt-of-nep/": 60.0}

CONTINUES_LESSON = 0.87
STARTS_QUIZ = {"quiz": 0.6, "modules": 0.45, "campagnes": 0.3}
CLICKS_REPORT = {"melden": 0.3, "instructies": 0.16}
CLICKS_REPORT_ELSEWHERE = 0.05
SAYS_USEFUL = 0.07
FINDS_USEFUL = 0.8
GIVES_REASON = 0.6
STOPS_QUIZ = 0.04
DOES_NOT_KNOW = 0.08
SKIPS = 0.02
LEARNED = 0.2
HARDER = {"meldkanaal": 0.14, "herkenning": 0.06}
PREFERENCE = (0.34, 0.3, 0.2, 0.16)


@dataclass(frozen=True)
class Visitor:
    """Somebody with a device, some patience and some knowledge (both 0–1)."""

    chance: Random
    device: str
    languages: str
    referrer: str
    patience: float
    knowledge: float
    has_script: bool
    refuses_counting: bool
    met: set[str] = field(default_factory=set)

    def does(self, share: float) -> bool:
        return self.chance.random() < share

    def reads(self, seconds: int) -> bool:
        """A long text is read by fewer; a patient visitor reads more."""
        return self.does(max(0.2, min(0.9, 0.45 + 0.5 * self.patience - seconds / 300)))

    def goes_on(self, pages_seen: int) -> bool:
        return self.does(self.patience * 0.75 ** (pages_seen - 1))

    def is_right(self, construct: str, question: str) -> bool:
        """Who gets the same question again has learned something in between."""
        learned = LEARNED if question in self.met else 0
        self.met.add(question)
        return self.does(self.knowledge - HARDER.get(construct, 0) + learned)

    def prefers(self, number: int) -> int:
        """Which of `number` answers, where none is wrong."""
        return self.chance.choices(range(number), [PREFERENCE[place % len(PREFERENCE)] for place in range(number)])[0]


def visitor(seed: int, number: int) -> Visitor:
    """The same visitor for the same seed and number."""
    chance = Random(f"{seed}-{number}")
    return Visitor(
        chance=chance,
        device=chance.choices(DEVICES, (36, 26, 22, 8, 8))[0],
        languages=chance.choice(LANGUAGES),
        referrer=chance.choices(tuple(REFERRERS), tuple(REFERRERS.values()))[0],
        patience=chance.betavariate(2.5, 2),
        knowledge=chance.betavariate(6, 3),
        has_script=chance.random() > 0.02,
        refuses_counting=chance.random() < 0.03,
    )


def first_part(path: str) -> str:
    """The kind of page: `campagnes` for /campagnes/x/ and for /gemeenten/stein/campagnes/x/."""
    parts = path.strip("/").split("/")
    return parts[2] if parts[0] == "gemeenten" and len(parts) > 3 else parts[0]


def popularity(paths: Sequence[str], seed: int) -> list[float]:
    """A weight for each path: by kind, and within a kind a few that everybody talks about."""
    chance = Random(f"{seed}-popularity")
    weights = {
        path: WEIGHTS.get(first_part(path), OTHER_WEIGHT)
        * (1 if path.count("/") < 3 else min(chance.paretovariate(1.4), 6))
        for path in paths
    }
    return [SENT_TO.get(path, weight) for path, weight in weights.items()]
