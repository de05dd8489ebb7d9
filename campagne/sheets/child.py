"""Read a file from outside in a child process that may use little memory and little time.

A parser that meets a bomb takes the child with it, never a process that serves readers. One file is read at a
time, so the memory is spent once per process. What comes back is JSON, never anything that can be run.
"""

import json
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from campagne.sheets.unreadable import Limits, Unreadable

PROGRAM = Path(__file__).with_name("child_program.py")


@dataclass(frozen=True)
class Allowance:
    """What a child may use: memory and output in bytes, of the processor and of the clock in seconds."""

    memory: int = 512 * 1024 * 1024
    output: int = 16 * 1024 * 1024
    processor_seconds: int = 15
    seconds: int = 30


ALLOWANCE = Allowance()
_one_at_a_time = threading.Lock()


def read_in_child(kind: str, content: bytes, limits: Limits, allowance: Allowance = ALLOWANCE) -> list[Any]:
    """Read `content` as "xlsx" or "xml"; return what the child printed. Raises Unreadable."""
    if not _one_at_a_time.acquire(timeout=allowance.seconds):
        raise Unreadable("Er wordt al een bestand gelezen.", "Eén tegelijk.", "Probeer het over een minuut opnieuw.")
    try:
        with TemporaryFile() as given, TemporaryFile() as told:
            given.write(content)
            given.seek(0)
            _run(kind, given, told, limits, allowance)
            told.seek(0)
            return _told(told, limits)
    finally:
        _one_at_a_time.release()


def _run(kind: str, given: IO[bytes], told: IO[bytes], limits: Limits, allowance: Allowance) -> None:
    numbers = [allowance.memory, allowance.processor_seconds, allowance.output, limits.rows, limits.columns]
    command = [sys.executable, "-I", "-X", "utf8", str(PROGRAM), kind, *map(str, numbers)]
    try:
        subprocess.run(  # noqa: S603  # Our own program, with numbers of our own.
            command,
            stdin=given,
            stdout=told,
            stderr=subprocess.DEVNULL,
            env={},
            cwd="/",
            timeout=allowance.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise too_heavy() from error


def _told(told: IO[bytes], limits: Limits) -> list[Any]:
    """Return the lines before the last; the last must say that it was done."""
    lines = told.read().splitlines()
    match _end_of(lines):
        case "done":
            return [json.loads(line) for line in lines[:-1]]
        case "memory":
            raise too_heavy()
        case "rows":
            found = f"Deze tabel heeft meer dan {limits.rows} rijen."
            raise Unreadable(found, "Meer lezen we niet in één keer.", "Verdeel de tabel en haal lege rijen weg.")
        case "columns":
            found = f"Deze tabel heeft meer dan {limits.columns} kolommen."
            raise Unreadable(found, "Meer lezen we niet.", "Haal de kolommen weg die niet nodig zijn.")
        case "elements":
            raise Unreadable("Dit bestand heeft te veel onderdelen.", "Meer lezen we niet.", "Verdeel het bestand.")
    raise Unreadable(
        "Dit bestand kunnen we niet lezen, of het kost te veel tijd of geheugen.",
        "Verwacht: een gewoon bestand zonder bijzondere onderdelen.",
        "Bewaar het opnieuw, of bewaar de tabel als CSV UTF-8.",
    )


def _end_of(lines: list[bytes]) -> str | None:
    try:
        end: str | None = json.loads(lines[-1])["end"]
    except (IndexError, ValueError, TypeError, KeyError):
        return None
    return end


def too_heavy() -> Unreadable:
    return Unreadable(
        "Dit bestand kost te veel tijd of geheugen om te lezen.",
        "Verwacht: een gewone tabel.",
        "Verdeel de tabel over meer bestanden, of bewaar haar als CSV UTF-8.",
    )
