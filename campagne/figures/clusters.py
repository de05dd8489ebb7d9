"""People who came in groups: fifteen people in one library are not fifteen independent observations."""

from collections.abc import Sequence
from typing import NamedTuple

from campagne.figures.estimates import Estimate, wilson_interval

ASSUMED_CORRELATION = 0.05
"""How alike people of one session are taken to be where the data cannot tell."""
SESSIONS_TO_ESTIMATE = 4


class Cluster(NamedTuple):
    """One session: how many of its people gave the answer."""

    successes: int
    trials: int


def design_effect(clusters: Sequence[Cluster]) -> float | None:
    """Return how many times the variance of a plain sample these sessions have; at least 1.

    Takes an intra-class correlation of at least .05 for granted where it cannot be estimated: fewer than
    four sessions, or everybody alike. None for one session alone, which says nothing about other sessions.
    Sessions without answers do not count. Raises ValueError if nobody answered.
    Source: the ratio estimator of Cochran (1977), Sampling Techniques, §9A.
    """
    sessions = _with_answers(clusters)
    if len(sessions) == 1:
        return None
    trials = sum(session.trials for session in sessions)
    share = sum(session.successes for session in sessions) / trials
    typical_size = sum(session.trials**2 for session in sessions) / trials
    assumed = 1 + (typical_size - 1) * ASSUMED_CORRELATION
    if share in (0, 1):
        return assumed
    spread = sum((session.successes - share * session.trials) ** 2 for session in sessions)
    variance = len(sessions) / (len(sessions) - 1) * spread / trials**2
    estimated = max(1.0, variance / (share * (1 - share) / trials))
    return estimated if len(sessions) >= SESSIONS_TO_ESTIMATE else max(estimated, assumed)


def effective_n(clusters: Sequence[Cluster]) -> float | None:
    """Return how many independent people these sessions are worth; None for one session alone."""
    effect = design_effect(clusters)
    return None if effect is None else sum(session.trials for session in clusters) / effect


def share_of_clusters(clusters: Sequence[Cluster]) -> Estimate | None:
    """Estimate the true share behind the answers of several sessions; `n` is the number of people.

    None for one session alone: it has no range for anybody outside it. Raises ValueError if nobody answered.
    """
    worth = effective_n(clusters)
    if worth is None:
        return None
    trials = sum(session.trials for session in clusters)
    share = sum(session.successes for session in clusters) / trials
    low, high = wilson_interval(share, worth)
    return Estimate(low, share, high, trials)


def _with_answers(clusters: Sequence[Cluster]) -> list[Cluster]:
    for session in clusters:
        if not 0 <= session.successes <= session.trials:
            raise ValueError(f"{session} is no part of a whole; expected 0 <= successes <= trials")
    sessions = [session for session in clusters if session.trials]
    if not sessions:
        raise ValueError("no session with answers, so nothing to estimate; leave the figure unknown")
    return sessions
