"""Figures in words: what was counted, out of how many, and between which bounds."""

from collections.abc import Sequence
from datetime import date

from campagne.figures.disclosure import Kind, Outcome, Suppressed
from campagne.figures.estimates import Estimate
from campagne.figures.notation import day_label, number, of_hundred


def in_words(outcome: Outcome) -> str:
    """Say a figure that may be seen, or why it is withheld.

    A count: "1.234 weergaven". A share: "62 van de 100, waarschijnlijk tussen 54 en 69 (168 antwoorden)".
    Under 30: "4 van de 5 antwoorden", for staff with the range.
    """
    if isinstance(outcome, Suppressed):
        return str(outcome)
    if outcome.n is None:
        return counted(outcome.count, outcome.kind)
    if outcome.has_percentage and outcome.estimate:
        return natural_frequency(outcome.estimate, outcome.kind)
    counts = f"{number(outcome.count)} van de {number(outcome.n)} {outcome.kind.many}"
    return f"{counts}, waarschijnlijk {_range(outcome.estimate)} van de 100" if outcome.estimate else counts


def briefly(outcome: Outcome) -> str:
    """Say a figure in the cell of a list: "62 van de 100 (54 tot 69)", or under 30 its counts alone: "4 van de 5"."""
    if isinstance(outcome, Suppressed):
        return str(outcome)
    if outcome.n is None:
        return number(outcome.count)
    if outcome.has_percentage and outcome.estimate:
        low, high = _bounds(outcome.estimate)
        return f"{of_hundred(outcome.estimate.value)} van de 100 ({low} tot {high})"
    return f"{number(outcome.count)} van de {number(outcome.n)}"


def natural_frequency(estimate: Estimate, kind: Kind) -> str:
    """Say a share as so many of a hundred, with its range and the number it rests on."""
    resting_on = f"{number(estimate.n)} {kind.many}"
    return f"{of_hundred(estimate.value)} van de 100, waarschijnlijk {_range(estimate)} ({resting_on})"


def points_in_words(change: Estimate, *, decimals: int = 0) -> str:
    """Say a difference of shares with its range: "18 procentpunt meer, waarschijnlijk tussen 6 en 29 meer".

    Where nothing can be said of the direction both ends are named: "waarschijnlijk tussen 4 minder en 12 meer".
    """
    points = f"{_points(change.value, decimals)} procentpunt {_way(change)}" if change.value else "geen verschil"
    if change.low * change.high > 0:
        nearest, furthest = (_points(bound, decimals) for bound in sorted((change.low, change.high), key=abs))
        return f"{points}, waarschijnlijk tussen {nearest} en {furthest} {_way(change)}"
    low, high = of_points(change.low, decimals), of_points(change.high, decimals)
    return f"{points}, waarschijnlijk tussen {low} en {high}"


def of_points(share: float, decimals: int = 0) -> str:
    """Say one end of a difference in points: "4 minder", "12 meer" or "0"."""
    return f"{_points(share, decimals)} {'meer' if share > 0 else 'minder'}" if share else "0"


def _points(share: float, decimals: int = 0) -> str:
    return of_hundred(abs(share), decimals)


def _way(change: Estimate) -> str:
    return "meer" if change.value > 0 else "minder"


def counted(count: int, kind: Kind) -> str:
    """Say a bare count: "1 bezoek", "1.234 bezoeken"."""
    return f"{number(count)} {kind.one if count == 1 else kind.many}"


def counted_per_day(days: Sequence[date], counts: Sequence[int | None], kind: Kind) -> str:
    """Say what a chart of counts per day shows: the text alternative of that chart.

    Days whose count is None are named as unknown and left out of the sum.
    """
    known = [(count, day) for day, count in zip(days, counts, strict=True) if count is not None]
    if not known:
        return f"Er zijn nog geen {kind.many} bekend."
    with_year = days[0].year != days[-1].year
    first, last = (day_label(day, with_year=with_year) for day in (days[0], days[-1]))
    period = f"Op {first}" if len(days) == 1 else f"Van {first} tot en met {last}"
    sentence = f"{period}: {counted(sum(count for count, _ in known), kind)}."
    most, busiest = max(known, key=lambda pair: pair[0])
    if most and len(days) > 1:
        sentence += f" De meeste op {day_label(busiest, with_year=with_year)}: {number(most)}."
    return sentence + _unknown_days(len(days) - len(known))


def _unknown_days(unknown: int) -> str:
    if not unknown:
        return ""
    return f" Van {number(unknown)} {'dag' if unknown == 1 else 'dagen'} is het aantal onbekend."


def _range(estimate: Estimate) -> str:
    low, high = _bounds(estimate)
    return f"tussen {low} en {high}"


def _bounds(estimate: Estimate) -> tuple[str, str]:
    # A range narrower than one in a hundred would read "tussen 62 en 62".
    decimals = 0 if of_hundred(estimate.low) != of_hundred(estimate.high) else 1
    return number(estimate.low * 100, decimals), number(estimate.high * 100, decimals)
