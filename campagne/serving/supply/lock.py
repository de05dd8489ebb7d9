"""Read a lock file (`requirements*.txt` as `make lock` writes it): each package, its hashes, and what wants it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

SHIPPED, DEVELOPMENT = "requirements.txt", "requirements-dev.txt"
"""What a site needs, and that with everything that the checks need."""
PINNED = re.compile(r"(?P<name>[A-Za-z0-9][\w.-]*)(?:\[[\w,-]*\])?==(?P<version>[\w.!+-]+)")
HASH = re.compile(r"--hash=sha256:(?P<hash>[0-9a-f]{64})")
WANTED_BY = re.compile(r"#\s+(?:via\s+)?(?P<name>[a-z0-9][\w.-]*)(?: \(pyproject\.toml.*\))?")


class BadLock(ValueError):
    """What of a lock file we cannot vouch for: which line, what was expected, and what to do."""


@dataclass(frozen=True)
class Locked:
    """One package of a lock: its normal name, a hash of each file it comes as, and the names of what wants it."""

    name: str
    version: str
    hashes: tuple[str, ...]
    wanted_by: tuple[str, ...]


def normal(name: str) -> str:
    """The one way in which a package is written, whatever its maker writes (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_lock(text: str) -> dict[str, Locked]:
    """Read a whole lock, by name. Raises BadLock for an address, a package without a version or without a hash."""
    locked: dict[str, Locked] = {}
    for number, first, below in _entries(text):
        found = PINNED.fullmatch(first)
        if found is None:
            raise BadLock(
                f"Regel {number}: verwacht naam==versie met hashes, gevonden {first!r}. In een lock staan geen "
                "adressen, mappen of opties: verander pyproject.toml en draai 'make lock'."
            )
        name, hashes = normal(found["name"]), tuple(sorted(_hashes(below, number)))
        if name in locked:
            raise BadLock(f"Regel {number}: {name} staat er twee keer. Draai 'make lock'.")
        if not hashes:
            raise BadLock(f"Regel {number}: {name} heeft geen hash, dus alles kan ervoor doorgaan. Draai 'make lock'.")
        locked[name] = Locked(name, found["version"], hashes, tuple(sorted(_wanted_by(below))))
    return locked


def both_locks(folder: Path) -> tuple[dict[str, Locked], dict[str, Locked]]:
    """Read what is shipped, and the whole that it is a part of. Raises BadLock if the two contradict each other."""
    shipped, development = (read_lock((folder / name).read_text()) for name in (SHIPPED, DEVELOPMENT))
    for name, package in shipped.items():
        other = development.get(name)
        if other is None or other.version != package.version:
            found = other.version if other else "niets"
            raise BadLock(f"{name}: {SHIPPED} legt {package.version} vast en {DEVELOPMENT} {found}. Draai 'make lock'.")
    return shipped, development


def _entries(text: str) -> Iterator[tuple[int, str, list[str]]]:
    """Each package: the number of its line, that line, and the lines below it, without what joins them."""
    lines = [line.rstrip("\\ ") for line in text.splitlines()]
    begins = [number for number, line in enumerate(lines) if line and line[0] not in "# \t"]
    for first, after in pairwise([*begins, len(lines)]):
        yield first + 1, lines[first], [line.strip() for line in lines[first + 1 : after] if line.strip()]


def _hashes(lines: list[str], number: int) -> Iterator[str]:
    for line in lines:
        if found := HASH.fullmatch(line):
            yield found["hash"]
        elif not line.startswith("#"):
            raise BadLock(f"Onder regel {number}: verwacht een hash, gevonden {line!r}. Draai 'make lock'.")


def _wanted_by(lines: list[str]) -> Iterator[str]:
    """What stands below `# via`; the lock that this one keeps to (`-c …`) wants nothing."""
    for line in lines:
        if (found := WANTED_BY.fullmatch(line)) and found["name"] != "via":
            yield normal(found["name"])
