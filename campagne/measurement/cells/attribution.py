"""Whose visit is it? The first way of knowing that applies; a visit is never divided over groups."""

from dataclasses import dataclass

from campagne.measurement.cells.cell import NO_LABEL, Method


@dataclass(frozen=True)
class Labels:
    """What a page said about itself on a day: numbers of a theme, of groups and of a municipality; 0 is none."""

    theme: int = NO_LABEL
    groups: tuple[int, ...] = ()
    municipality: int = NO_LABEL


@dataclass(frozen=True)
class WayIn:
    """An entrance by its number, with the group and the municipality it was placed for; 0 is none."""

    entrance: int = 0
    group: int = NO_LABEL
    municipality: int = NO_LABEL


Cell = tuple[int, int, int, str]
"""Theme, group, municipality and method."""
NO_WAY_IN = WayIn()


def cells_of(labels: Labels, way_in: WayIn = NO_WAY_IN, chosen: int = NO_LABEL) -> tuple[Cell, ...]:
    """Return the cells where a view of a page with `labels` counts, `chosen` being the group somebody says to be of.

    More than one only when several groups share the page: the cell without a group, and one of each of them.
    """
    theme, municipality = labels.theme, way_in.municipality or labels.municipality
    if way_in.group:
        return ((theme, way_in.group, municipality, Method.ENTRANCE.value),)
    if chosen:
        return ((theme, chosen, municipality, Method.CHOICE.value),)
    match labels.groups:
        case ():
            return ((theme, NO_LABEL, municipality, Method.UNKNOWN.value),)
        case (only,):
            return ((theme, only, municipality, Method.ONE_LABEL.value),)
        case several:
            return tuple((theme, group, municipality, Method.SHARED.value) for group in (NO_LABEL, *several))
