"""How long each screen of figures takes, as a median."""

from collections.abc import Mapping, Sequence
from statistics import median
from time import perf_counter

from django.test import Client
from django.urls import reverse

from campagne.measurement.periods import Period

SCREENS = (
    *("figures", "figures_per_page", "figures_together", "figures_places"),
    *("attention", "evaluations", "official", "offer"),
)
TIMES = 9


def seconds_of_screens(client: Client, period: Period, screens: Sequence[str] = SCREENS) -> Mapping[str, float]:
    asked = {"van": str(period.first), "tot": str(period.last)}
    return {name: seconds_to_show(client, name, asked) for name in screens}


def seconds_to_show(client: Client, screen: str, asked: Mapping[str, str]) -> float:
    """The median, after one look to warm up. Raises RuntimeError if it is not shown."""
    taken = []
    for _ in range(TIMES + 1):
        began = perf_counter()
        answer = client.get(reverse(screen), asked)
        taken.append(perf_counter() - began)
        if answer.status_code != 200:
            raise RuntimeError(f"{screen} answered {answer.status_code}; expected 200")
    return median(taken[1:])
