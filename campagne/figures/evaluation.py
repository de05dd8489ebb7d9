"""What came out of a campaign, held against what was written down before it began; never a word about the cause."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from campagne.figures.estimates import Estimate, Plan, difference, smallest_visible_change, wilson_interval
from campagne.figures.sentences import points_in_words
from campagne.figures.verdicts import ENOUGH, RULES, Verdict, judge

Counts = Mapping[str, tuple[int, int]]
"""Of each thing that was counted (a question, or one thing in all): so many, out of so many."""


class Expected(StrEnum):
    """The direction that was written down beforehand, as it is stored and as it is said."""

    UP = "up"
    DOWN = "down"
    UNKNOWN = "unknown"

    @property
    def words(self) -> str:
        return {Expected.UP: "hoger", Expected.DOWN: "lager"}.get(self, "")


class Size(StrEnum):
    """How the difference stands to the smallest change that matters."""

    AT_LEAST = "at_least"
    LESS = "less"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Expectation:
    """Which way, by how many points of a hundred at least, and with what it is compared, as a sentence ends with it."""

    direction: Expected
    smallest: int
    reference: str

    def __post_init__(self) -> None:
        if not 1 <= self.smallest <= 100:
            raise ValueError(f"{self.smallest} points of a hundred; expected a whole number from 1 to 100")


@dataclass(frozen=True)
class Found:
    """Two shares, the first minus the second, and the verdict of the table; None where nothing can be estimated."""

    ours: Estimate | None
    theirs: Estimate | None
    gap: Estimate | None
    verdict: Verdict


def set_beside(ours: Counts | None, theirs: Counts | None) -> Found:
    """Compare what was counted in two arms; an arm of which nothing is known, because nobody counted then, is None.

    Only what has at least `ENOUGH` observations in both arms counts, so that both are about the same questions.
    """
    if ours is None or theirs is None:
        return Found(None, None, None, judge(None))
    shared = [name for name in sorted(ours) if min(ours[name][1], theirs.get(name, (0, 0))[1]) >= ENOUGH]
    if not shared:
        return Found(None, None, None, Verdict.TOO_LITTLE)
    ours_share, theirs_share = (mean_share(arm[name] for name in shared) for arm in (ours, theirs))
    gap = difference(ours_share, theirs_share)
    return Found(ours_share, theirs_share, gap, judge(gap))


def mean_share(counts: Iterable[tuple[int, int]]) -> Estimate:
    """Return the mean of several shares, each of equal weight; `n` is the smallest number that one of them rests on.

    Whoever answers one question answers the next, so the range takes all answers of a person for one observation: it
    is never too narrow for that. Of a single share it is the range of Wilson.
    Raises ValueError without shares, or with one that rests on nothing.
    """
    known = list(counts)
    if not known or min(n for _, n in known) <= 0:
        raise ValueError(f"{known} has nothing to estimate from; leave the figure unknown")
    share, n = sum(k / n for k, n in known) / len(known), min(n for _, n in known)
    low, high = wilson_interval(share, n)
    return Estimate(low, share, high, n)


def size_of(gap: Estimate, expectation: Expectation) -> Size:
    """Say whether the difference is at least the smallest change that matters, in the direction that was expected."""
    low, high = _in_direction(gap, expectation.direction)
    smallest = expectation.smallest / 100
    if low >= smallest:
        return Size.AT_LEAST
    return Size.LESS if high < smallest else Size.UNKNOWN


def sentence(found: Found, expectation: Expectation) -> str:
    """Say what was expected, what came out, and whether that is as much as somebody wrote down beforehand to matter."""
    expected = _expected(expectation)
    if found.gap is None or found.verdict is Verdict.TOO_LITTLE:
        reason = next(rule.condition for rule in RULES if rule.verdict is found.verdict)
        return f"{expected} Wat eruit kwam: {found.verdict}. {reason}"
    opening = "Het verschil is" if found.gap.value else "In deze cijfers is er"
    points = points_in_words(found.gap, decimals=_decimals(found.gap, expectation.smallest))
    verdict = f"{found.verdict} dan {expectation.reference}" if found.verdict.has_direction else str(found.verdict)
    return f"{expected} {opening} {points}: {verdict}. {_size(found.gap, found.verdict, expectation)}"


def visible_change(share: float, observations: int, direction: Expected) -> float | None:
    """Return the smallest change (0 to 1) that two arms of so many observations would show, in the direction expected.

    None when no change in that direction would be seen. Without a direction: the larger of both.
    """
    up, down = (smallest_visible_change(Plan(observations, 1, before)) for before in (share, 1 - share))
    if direction is not Expected.UNKNOWN:
        return up if direction is Expected.UP else down
    return None if up is None or down is None else max(up, down)


def _in_direction(gap: Estimate, direction: Expected) -> tuple[float, float]:
    """Return the bounds seen from the direction; without one, of the size alone."""
    if direction is Expected.UP:
        return gap.low, gap.high
    if direction is Expected.DOWN:
        return -gap.high, -gap.low
    nearest = 0.0 if gap.low <= 0 <= gap.high else min(abs(gap.low), abs(gap.high))
    return nearest, max(abs(gap.low), abs(gap.high))


def _expected(expectation: Expectation) -> str:
    points = f"{expectation.smallest} procentpunt"
    if expectation.direction is Expected.UNKNOWN:
        return f"U wist vooraf niet welke kant het op zou gaan. Tellen zou een verschil van minstens {points}."
    return f"U verwachtte {expectation.direction.words}, met minstens {points}."


def _decimals(gap: Estimate, smallest: int) -> int:
    """As few as show on which side of the smallest change that matters each bound lies."""
    bounds = [abs(bound) * 100 for bound in (gap.low, gap.value, gap.high)]
    return next((places for places in (0, 1) if all(_keeps_its_side(bound, smallest, places) for bound in bounds)), 2)


def _keeps_its_side(points: float, smallest: int, places: int) -> bool:
    return (round(points, places) >= smallest) == (points >= smallest)


def _size(gap: Estimate, verdict: Verdict, expectation: Expectation) -> str:
    points = f"{expectation.smallest} procentpunt"
    if verdict.has_direction and expectation.direction.words not in ("", verdict):
        return "Dat is de andere kant op dan verwacht."
    return {
        Size.AT_LEAST: f"Dat is minstens {points}.",
        Size.LESS: f"Dat het minstens {points} {expectation.direction.words or 'anders'} is, is onwaarschijnlijk.",
        Size.UNKNOWN: f"Of het minstens {points} is, weten we niet.",
    }[size_of(gap, expectation)]
