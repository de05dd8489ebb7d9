"""Numbers that add up: how far a hidden one can be told from those shown, and what else must be hidden.

Cells, totals and totals of totals are amounts that flow from node to node, and what flows into a node flows out of it.
So the lowest and highest value that a hidden amount can have, given all that is shown, is a largest flow: exact, in
whole numbers, and without a solver. Source: Cox, Network Models for Complementary Cell Suppression, JASA 90 (1995).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf

Node = tuple[str, ...]
Hop = tuple[int, int]
"""An amount by its place in the list, and +1 to raise it or -1 to lower it."""
Price = Callable[[int], float | None]
"""What it costs to let an amount move; None for one that stands fast."""


@dataclass(frozen=True)
class Amount:
    """A number of 0 or more that leaves one node and enters another."""

    tail: Node
    head: Node
    number: int


@dataclass(frozen=True)
class Room:
    """How far a hidden amount must be able to lie below and above what it is."""

    below: int
    above: int


class DoesNotAddUp(ValueError):
    """What flows into a node does not flow out of it, so no bound would mean anything."""


class Moves:
    """Changes of amounts that keep every sum as it is, so that whoever looks cannot tell before from after."""

    def __init__(self, amounts: Sequence[Amount]) -> None:
        _check(amounts)
        self._amounts = amounts
        self._changed = [0] * len(amounts)
        self._beside: dict[Node, list[tuple[Hop, Node]]] = {}
        for place, amount in enumerate(amounts):
            self._beside.setdefault(amount.tail, []).append(((place, 1), amount.head))
            self._beside.setdefault(amount.head, []).append(((place, -1), amount.tail))

    def move(self, hop: Hop, price: Price) -> tuple[float, list[int]]:
        """Move one amount as far as the cheapest way round allows; how far, and which others moved along.

        0 when there is no way. Amounts moved before stay where they were moved.
        """
        place, sign = hop
        start, goal = (self._amounts[place].head, self._amounts[place].tail)[::sign]
        way = self._cheapest_way(start, goal, price, without=place)
        if way is None:
            return 0, []
        far = min(map(self._left, [*way, hop]))
        for moved, direction in [*way, hop] if far < inf else []:
            self._changed[moved] += direction * int(far)
        return far, [moved for moved, _ in way]

    def _left(self, hop: Hop) -> float:
        """How far an amount can still go: upwards without end, downwards to 0."""
        place, sign = hop
        return inf if sign > 0 else self._amounts[place].number + self._changed[place]

    def _cheapest_way(self, start: Node, goal: Node, price: Price, *, without: int) -> list[Hop] | None:
        """Dijkstra over the amounts that may move; ties go to the first in the list, so it always ends alike."""
        found: dict[Node, float] = {start: 0}
        came_by: dict[Node, tuple[Hop, Node]] = {}
        queue: list[tuple[float, Node]] = [(0, start)]
        while queue:
            spent, node = heappop(queue)
            if node == goal:
                return _walked_back(goal, start, came_by)
            if spent > found[node]:
                continue
            for hop, beyond in self._beside[node]:
                cost = None if hop[0] == without or not self._left(hop) else price(hop[0])
                if cost is not None and spent + cost < found.get(beyond, inf):
                    found[beyond], came_by[beyond] = spent + cost, (hop, node)
                    heappush(queue, (spent + cost, beyond))
        return None


def bounds(amounts: Sequence[Amount], hidden: Iterable[int], place: int) -> tuple[int, float]:
    """The lowest and the highest a hidden amount can be for whoever knows all that is not hidden; highest may be inf.

    Raises DoesNotAddUp.
    """
    unseen = frozenset(hidden)

    def free(other: int) -> float | None:
        return 0 if other in unseen else None

    number = amounts[place].number
    lowest = number - int(_furthest(amounts, (place, -1), free, number))
    return lowest, number + _furthest(amounts, (place, 1), free, inf)


def hide_enough(amounts: Sequence[Amount], wanted: Mapping[int, Room]) -> frozenset[int]:
    """Hide what is wanted, and beside it as little else as is needed to leave each wanted one its room.

    Small amounts are hidden first. Raises DoesNotAddUp.
    """
    hidden = set(wanted)

    def price(place: int) -> float:
        return 0 if place in hidden else amounts[place].number + 1

    for place, room in wanted.items():
        for sign, needed in ((-1, room.below), (1, room.above)):
            moves, moved = Moves(amounts), 0.0
            while moved < needed:
                far, along = moves.move((place, sign), price)
                if not far:
                    raise DoesNotAddUp(f"amount {place} cannot be hidden: its total is no amount of the list")
                hidden.update(along)
                moved += far
    return frozenset(hidden)


def _furthest(amounts: Sequence[Amount], hop: Hop, price: Price, enough: float) -> float:
    moves, moved = Moves(amounts), 0.0
    while moved < enough:
        far, _ = moves.move(hop, price)
        if not far:
            break
        moved += far
    return min(moved, enough)


def _walked_back(goal: Node, start: Node, came_by: Mapping[Node, tuple[Hop, Node]]) -> list[Hop]:
    way, node = [], goal
    while node != start:
        hop, node = came_by[node]
        way.append(hop)
    return way


def _check(amounts: Sequence[Amount]) -> None:
    surplus: dict[Node, int] = {}
    for amount in amounts:
        if amount.number < 0:
            raise DoesNotAddUp(f"{amount.number} from {amount.tail} to {amount.head}; expected 0 or more")
        surplus[amount.head] = surplus.get(amount.head, 0) + amount.number
        surplus[amount.tail] = surplus.get(amount.tail, 0) - amount.number
    for node, left in surplus.items():
        if left:
            raise DoesNotAddUp(f"{left} more flows into {node} than out of it; expected a total of all its cells")
