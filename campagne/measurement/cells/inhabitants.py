"""How many people a group has in a place, as far as somebody entered it; nothing is ever estimated."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from campagne.measurement.cells.population import Population


class Inhabitants(NamedTuple):
    persons: int
    source: str
    as_of: date


Known = Mapping[tuple[int, int], Inhabitants]
"""By group and municipality; 0 is all inhabitants, and the whole region."""


def known_inhabitants(day: date) -> Known:
    """The newest count of that day or before, of every group and place that somebody entered. One query."""
    rows = Population.objects.filter(as_of__lte=day).order_by("as_of")
    return {
        (group or 0, place or 0): Inhabitants(*found)
        for group, place, *found in rows.values_list("group", "municipality", "persons", "source", "as_of")
    }
