"""A core for the server and another for who asks, so that neither takes the other's time."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class Cores:
    """The number of the core of the server and of the generator; the same one on a machine that has no more."""

    server: int
    generator: int

    @property
    def are_apart(self) -> bool:
        return self.server != self.generator

    def __str__(self) -> str:
        if self.are_apart:
            return f"De server draait op kern {self.server}, wie vraagt op kern {self.generator}."
        return "Er is maar één kern: de server en wie vraagt delen die, dus elke snelheid is een ondergrens."

    def for_server(self) -> Callable[[], None]:
        """What a new process must do first to run, with all its children, beside the generator."""
        return lambda: os.sched_setaffinity(0, {self.server})

    @contextmanager
    def generating(self) -> Iterator[None]:
        """Keep this process and its new children on the core of the generator."""
        before = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {self.generator})
        try:
            yield
        finally:
            os.sched_setaffinity(0, before)


def two_cores() -> Cores:
    """The first and the last core that this process may use."""
    allowed = sorted(os.sched_getaffinity(0))
    return Cores(allowed[0], allowed[-1])
