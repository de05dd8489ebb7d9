"""What came of each place: scans, visits, visits per hundred that were printed, and what came before and after.

Totals come from the months, which are kept for good. What came later is known by the day, so of a month whose days
are gone it is unknown. Hardly anybody comes before a place is there: of a month whose days are gone, all came after.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, Sum

from campagne.measurement.entrances.entrance import WITHOUT_ENTRANCE, DayEntrance, Entrance, MonthEntrance
from campagne.measurement.months import purged_before
from campagne.measurement.periods import ONE_DAY, first_of_month, next_month


@dataclass(frozen=True)
class Place:
    """What came of one entrance.

    `early` are the visits that are known to be from before it was placed; `late` are those after it was taken away,
    None where that is not known.
    """

    entrance: Entrance
    scans: int
    all_visits: int
    late: int | None
    early: int

    @property
    def visits(self) -> int | None:
        """The visits from the day on which it was placed up to the day on which it was taken away."""
        return None if self.late is None else self.all_visits - self.early - self.late

    @property
    def per_hundred(self) -> float | None:
        """Visits per hundred that were printed; None where one of the two is not known. It can be more than 100."""
        if self.visits is None or not self.entrance.print_run:
            return None
        return 100 * self.visits / self.entrance.print_run


ORDERS: Mapping[str, tuple[str, Callable[[Place], float | None]]] = {
    "per100": ("Bezoeken per 100", lambda place: place.per_hundred),
    "bezoeken": ("Bezoeken", lambda place: place.visits),
    "gescand": ("Gescand", lambda place: place.scans),
    "nagekomen": ("Nagekomen", lambda place: place.late),
}
"""By what places can be put in order, the most first: the name in the address, the words, and the figure."""
USUAL_ORDER = "bezoeken"


def places_of(entrances: Iterable[Entrance]) -> list[Place]:
    """Each entrance with what came of it, in the order given; the same few queries for however many."""
    entrances = list(entrances)
    totals = _totals([each.pk for each in entrances])
    late, early = _late(entrances), _early(entrances)
    return [Place(each, *totals.get(each.pk, (0, 0)), late[each.pk], early.get(each.pk, 0)) for each in entrances]


def in_order(places: Iterable[Place], order: str) -> list[Place]:
    """The most first, what is not known last; then as they were."""
    figure = ORDERS[order][1]

    def rank(place: Place) -> tuple[bool, float]:
        found = figure(place)
        return found is None, -(found or 0)

    return sorted(places, key=rank)


def visits_without_entrance() -> int:
    return _visits(MonthEntrance, Q(entrance=WITHOUT_ENTRANCE)).get(WITHOUT_ENTRANCE, 0)


def _totals(keys: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Scans and visits of these entrances, over all months."""
    rows = (
        MonthEntrance.objects.filter(entrance__in=keys)
        .order_by()
        .values_list("entrance")
        .annotate(Sum("scans"), Sum("visits"))
    )
    return {entrance: (scans, visits) for entrance, scans, visits in rows}


def _late(entrances: list[Entrance]) -> dict[int, int | None]:
    """Visits after the last day: the rest of that month by its days, and every month after it."""
    days, months, gone_before = Q(pk=None), Q(pk=None), purged_before()
    taken_away = {each.pk: each.placed_until for each in entrances if each.placed_until}
    for entrance, last in taken_away.items():
        following = next_month(last)
        days |= Q(entrance=entrance, day__gt=last, day__lt=following)
        months |= Q(entrance=entrance, month__gte=following)
    found = _together(days, months)
    return {
        each.pk: None if each.pk in taken_away and _is_gone(taken_away[each.pk], gone_before) else found.get(each.pk, 0)
        for each in entrances
    }


def _early(entrances: list[Entrance]) -> dict[int, int]:
    """Visits before the first day: every month before it, and the begin of its own month by its days."""
    days, months = Q(pk=None), Q(pk=None)
    placed_on = defaultdict(list)
    for each in entrances:
        placed_on[each.placed_from].append(each.pk)
    for first, keys in placed_on.items():
        month = first_of_month(first)
        days |= Q(entrance__in=keys, day__gte=month, day__lt=first)
        months |= Q(entrance__in=keys, month__lt=month)
    return _together(days, months)


def _together(days: Q, months: Q) -> dict[int, int]:
    """Visits of these days and of these months, added up."""
    found = _visits(DayEntrance, days)
    for entrance, visits in _visits(MonthEntrance, months).items():
        found[entrance] = found.get(entrance, 0) + visits
    return found


def _visits(model: type[DayEntrance] | type[MonthEntrance], which: Q) -> dict[int, int]:
    return dict(model.objects.filter(which).order_by().values_list("entrance").annotate(Sum("visits")))


def _is_gone(last: date, gone_before: date) -> bool:
    """Tell whether days are gone between the last day of a place and the end of that month."""
    return first_of_month(last) < gone_before and last < next_month(last) - ONE_DAY
