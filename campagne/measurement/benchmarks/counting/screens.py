"""How long each screen of figures takes, as a median."""

import gc
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
TIMES = 20


def seconds_of_screens(client: Client, period: Period, screens: Sequence[str] = SCREENS) -> Mapping[str, float]:
    asked = {"van": str(period.first), "tot": str(period.last)}
    return {name: seconds_to_show(client, name, asked) for name in screens}


def seconds_to_show(client: Client, screen: str, asked: Mapping[str, str]) -> float:
    """The median, of a process that is as warm as one that serves. Raises RuntimeError if it is not shown."""
    answer = client.get(reverse(screen), asked)
    if answer.status_code != 200:
        raise RuntimeError(f"{screen} answered {answer.status_code}; expected 200")
    _settle()
    taken = []
    for _ in range(TIMES):
        began = perf_counter()
        client.get(reverse(screen), asked)
        taken.append(perf_counter() - began)
    return median(taken)


def _settle() -> None:
    """Leave what stands out of the search for garbage, as the site does when it begins."""
    gc.collect()
    gc.freeze()
