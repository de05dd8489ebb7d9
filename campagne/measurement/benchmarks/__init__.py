"""Benchmarks: how fast it is, as a ratio within one run, so that the machine does not matter.

A subject is a function that takes `tell` (to say how far it is) and returns an Outcome. It works in a
folder and a database of its own and leaves nothing behind.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.module_loading import import_string


@dataclass(frozen=True)
class Outcome:
    """What was measured, in sentences, and whether it reached what was asked."""

    lines: tuple[str, ...]
    is_reached: bool


Subject = Callable[[Callable[[str], object]], Outcome]

SUBJECTS = {
    "beacon": "campagne.measurement.benchmarks.beacon.run",
    "dashboard": "campagne.measurement.benchmarks.dashboard.run",
    "editor": "campagne.measurement.benchmarks.editor.run",
    "incident": "campagne.measurement.benchmarks.incident.run.run",
    "live": "campagne.measurement.benchmarks.live.run.run",
    "measurement": "campagne.measurement.benchmarks.counting.run.run",
    "page": "campagne.measurement.benchmarks.page.run",
    "recovery": "campagne.measurement.benchmarks.recovery.run",
    "results": "campagne.measurement.benchmarks.results.run",
    "serving": "campagne.measurement.benchmarks.serving.run",
    "survival": "campagne.measurement.benchmarks.survival.faults.run",
}


def subject(name: str) -> Subject:
    return import_string(SUBJECTS[name])
