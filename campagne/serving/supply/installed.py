"""What is installed beside us, and how it differs from the lock."""

from collections.abc import Iterator, Mapping
from importlib.metadata import distributions

from campagne.serving.supply.lock import Locked, normal

BRINGS_THE_REST = frozenset({"pip", "setuptools", "uv"})
"""What was there before the lock was read, because something has to read it."""


def installed_packages() -> dict[str, str]:
    """Every package that Python finds here, by its normal name, with its version."""
    return {normal(found.name): found.version for found in distributions()}


def differences(installed: Mapping[str, str], locked: Mapping[str, Locked]) -> Iterator[str]:
    """What is not as the lock says, one sentence each."""
    for name in sorted(installed.keys() - locked.keys() - BRINGS_THE_REST):
        yield f"{name} {installed[name]} is geïnstalleerd, en staat in geen lock"
    for name in sorted(locked):
        found, expected = installed.get(name), locked[name].version
        if found is None:
            yield f"{name} {expected} staat in de lock, en is niet geïnstalleerd"
        elif found != expected:
            yield f"{name} {found} is geïnstalleerd, en in de lock staat {expected}"
