"""People who came in groups: fifteen people in one library are not fifteen independent observations."""

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from campagne.figures.paired import change_within
from campagne.figures.shares import Estimate, wilson_interval

ASSUMED_CORRELATION = 0.05
"""How alike people of one session are taken to be where the data cannot tell."""
SESSIONS_TO_ESTIMATE = 4


class Cluster(NamedTuple):
    """One session: how many of its people gave the answer."""

    successes: int
    trials: int


Groups = Sequence[tuple[int, int]]
"""Sessions one by one, as (right, asked) or as `Cluster`."""
Change = tuple[int, int, int, int]
"""One session asked twice, as n11, n10, n01, n00 of `change_within`."""


def design_effect(groups: Groups) -> float:
    """Return how many times the variance of a plain sample these sessions have; at least 1.

    Takes an intra-class correlation of at least .05 for granted where it cannot be estimated: fewer than
    four sessions, or everybody alike. Sessions without answers do not count.
    Raises ValueError if nobody answered.
    Source: Rao and Scott (1992), the ratio estimator over sessions, https://doi.org/10.2307/2532311
    """
    sessions = _with_answers(groups)
    trials, share = _pooled(sessions)
    typical_size = sum(session.trials**2 for session in sessions) / trials
    assumed = 1 + (typical_size - 1) * ASSUMED_CORRELATION
    if share in (0, 1) or len(sessions) == 1:
        return assumed
    spread = sum((session.successes - share * session.trials) ** 2 for session in sessions)
    variance = len(sessions) / (len(sessions) - 1) * spread / trials**2
    estimated = max(1.0, variance / (share * (1 - share) / trials))
    return estimated if len(sessions) >= SESSIONS_TO_ESTIMATE else max(estimated, assumed)


def effective_n(groups: Groups) -> float:
    """Return how many independent people these sessions are worth."""
    return _pooled(_with_answers(groups))[0] / design_effect(groups)


def clustered_share(groups: Groups) -> Estimate | None:
    """Estimate the true share behind the answers of several sessions; `n` is the number of people.

    None for one session alone: it has no range for anybody outside it. Raises ValueError if nobody answered.
    With fifteen people a session that correlate by .05 its 95 % is 93 to 95 from ten sessions on, 92 to 94 for
    four to nine, and at least 95 for two and three; a range that takes them for separate people has 85 to 90.
    Source: Rao and Scott (1992), Wilson on the effective n, https://doi.org/10.2307/2532311
    """
    sessions = _with_answers(groups)
    if len(sessions) == 1:
        return None
    trials, share = _pooled(sessions)
    low, high = wilson_interval(share, effective_n(sessions))
    return Estimate(low, share, high, trials)


def clustered_change(groups: Sequence[Change]) -> Estimate | None:
    """Estimate the share right after minus before, of people who came in sessions and were asked twice.

    A group is the four counts of `change_within`. The range is that of people who came alone, wider by the root of
    the design effect of what changed; a correlation of at least .05 is taken for granted as in `design_effect`.
    None for one session alone. Raises ValueError if nobody was asked twice.
    Source: Rao and Scott (1992), the ratio estimator over sessions, https://doi.org/10.2307/2532311
    """
    sessions = [group for group in groups if sum(group)]
    estimate = change_within(*(sum(group[cell] for group in sessions) for cell in range(4)))
    if len(sessions) <= 1:
        return None
    wider = sqrt(_effect_of_change(sessions, estimate))
    low, high = ((bound - estimate.value) * wider + estimate.value for bound in (estimate.low, estimate.high))
    return Estimate(max(-1.0, low), estimate.value, min(1.0, high), estimate.n)


def _effect_of_change(sessions: Sequence[Change], estimate: Estimate) -> float:
    sizes, gains = [sum(session) for session in sessions], [n01 - n10 for _, n10, n01, _ in sessions]
    people, moved = sum(sizes), sum(n10 + n01 for _, n10, n01, _ in sessions)
    assumed = 1 + (sum(size**2 for size in sizes) / people - 1) * ASSUMED_CORRELATION
    alone = moved / people - estimate.value**2
    if alone <= 0:
        return assumed
    spread = sum((gain - estimate.value * size) ** 2 for gain, size in zip(gains, sizes, strict=True))
    estimated = max(1.0, len(sessions) / (len(sessions) - 1) * spread / (people * alone))
    return estimated if len(sessions) >= SESSIONS_TO_ESTIMATE else max(estimated, assumed)


def _pooled(sessions: Sequence[Cluster]) -> tuple[int, float]:
    trials = sum(session.trials for session in sessions)
    return trials, sum(session.successes for session in sessions) / trials


def _with_answers(groups: Groups) -> list[Cluster]:
    sessions = [Cluster(*group) for group in groups]
    for session in sessions:
        if not 0 <= session.successes <= session.trials:
            raise ValueError(f"{session} is no part of a whole; expected 0 <= successes <= trials")
    answered = [session for session in sessions if session.trials]
    if not answered:
        raise ValueError("no session with answers, so nothing to estimate; leave the figure unknown")
    return answered
