"""Every edition of a figure: what was published first stays readable when it was revised."""

from dataclasses import dataclass

from campagne.measurement.official.series import Indicator, Observation
from campagne.measurement.official.words import amount_of, period_in_words


@dataclass(frozen=True)
class Edition:
    """One edition as a line on the screen; `is_current` is the one that counts."""

    observation: Observation
    words: str
    period: str
    is_current: bool


def vintages_of(indicator: Indicator) -> list[Edition]:
    """The newest period first, then by area, and of one figure the newest edition first."""
    rows = indicator.observations.select_related("indicator", "region", "file")
    ordered = sorted(rows.order_by("region__name", "-vintage"), key=lambda row: row.period, reverse=True)
    newest: set[tuple[int, str]] = set()
    editions = []
    for row in ordered:
        key = (row.region_id, row.period)
        editions.append(Edition(row, amount_of(row), period_in_words(row.period), key not in newest))
        newest.add(key)
    return editions
