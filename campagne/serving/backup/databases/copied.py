"""What a copy of a database holds."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Copied:
    """`rows` counts each table, `migrations` are all that were applied, as `app.name`."""

    rows: Mapping[str, int]
    migrations: tuple[str, ...]


def different(expected: Mapping[str, int], found: Mapping[str, int]) -> str:
    """The tables that have another number of rows, in words; empty when there are none."""
    names = sorted(name for name in {*expected, *found} if expected.get(name) != found.get(name))
    return ", ".join(f"{name}: {found.get(name)} rijen in plaats van {expected.get(name)}" for name in names[:3])
