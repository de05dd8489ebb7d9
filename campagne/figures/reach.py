"""Reach as an interval: what certainly belongs to a group, what possibly does, and what nobody knows.

A visit to a page for several groups is never divided over them: it is counted once in the whole, and stands under
each of its groups as possible. So those of two groups are never added up.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

SHARED, UNKNOWN = "G", "-"
NO_GROUP = 0


@dataclass(frozen=True)
class Counted:
    """Visits of one theme, group and place, with by which letter of attribution they are known; 0 is none."""

    theme: int
    group: int
    place: int
    method: str
    visits: int
    views: int = 0
    reads: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether it stands in the whole; what is shared stands there under no group, and once more under each."""
        return self.group == NO_GROUP or self.method != SHARED


@dataclass(frozen=True)
class Reach:
    """How many certainly, and how many more possibly, belong together; `methods` are the letters that were used."""

    certain: int = 0
    shared: int = 0
    methods: frozenset[str] = field(default_factory=frozenset)

    @property
    def possible(self) -> int:
        """The upper end: what is certain, and all that is shared as well."""
        return self.certain + self.shared

    def __add__(self, other: "Reach") -> "Reach":
        return Reach(self.certain + other.certain, self.shared + other.shared, self.methods | other.methods)


@dataclass(frozen=True)
class Whole:
    """All visits, each counted once: certainly of one group, of several groups, and of nobody knows which."""

    certain: int = 0
    shared: int = 0
    unknown: int = 0

    @property
    def visits(self) -> int:
        return self.certain + self.shared + self.unknown


def whole_of(cells: Iterable[Counted]) -> Whole:
    """Divide all visits by how well we know of which group they are."""
    certain = shared = unknown = 0
    for cell in cells:
        if cell.group != NO_GROUP:
            certain += cell.visits if cell.is_whole else 0
        elif cell.method == SHARED:
            shared += cell.visits
        else:
            unknown += cell.visits
    return Whole(certain, shared, unknown)


def reach_per_group(cells: Iterable[Counted]) -> dict[int, Reach]:
    """The reach of each group that any visit may belong to."""
    found: dict[int, Reach] = {}
    for cell in cells:
        if cell.group != NO_GROUP:
            found[cell.group] = found.get(cell.group, Reach()) + _of_group(cell)
    return found


def reach_per_place(cells: Iterable[Counted], group: int = NO_GROUP) -> dict[int, Reach]:
    """The reach in each place, of one group or of all together; what has no place is under 0.

    A visit has one place at most, so only the group of a visit can be uncertain here.
    """
    found: dict[int, Reach] = {}
    for cell in cells:
        if group and cell.group == group:
            reach = _of_group(cell)
        elif not group and cell.is_whole:
            reach = _used(cell.visits, 0, cell.method)
        else:
            continue
        found[cell.place] = found.get(cell.place, Reach()) + reach
    return found


def _of_group(cell: Counted) -> Reach:
    certain, shared = (cell.visits, 0) if cell.is_whole else (0, cell.visits)
    return _used(certain, shared, cell.method)


def _used(certain: int, shared: int, method: str) -> Reach:
    return Reach(certain, shared, frozenset({method}) if certain or shared else frozenset())


def per_thousand(count: int, inhabitants: int) -> float:
    """How many there were for every thousand inhabitants; it can be more than 1,000, because a visit is no person.

    Raises ValueError where nobody lives: leave the figure unknown.
    """
    if inhabitants <= 0:
        raise ValueError(f"{inhabitants} inhabitants, so nothing to hold {count} against")
    return 1000 * count / inhabitants
