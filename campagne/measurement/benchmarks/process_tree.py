"""What a process and everything it started take from the machine, as the kernel tells (Linux)."""

import os
from collections.abc import Iterator
from pathlib import Path

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
MEGABYTE = 1024 * 1024


def tree_of(pid: int) -> Iterator[int]:
    """The process, its children, and theirs."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from tree_of(int(child))


def seconds_of_processor(pid: int) -> float:
    """What the tree took until now; a process that ended meanwhile does not count."""
    return sum(map(_seconds_of_one, tree_of(pid)))


def _seconds_of_one(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS_A_SECOND


def resident_megabytes(pid: int) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE_BYTES / MEGABYTE


def web_processes(pid: int) -> list[int]:
    """The processes that answer readers: those that the web server started itself."""
    return [process for process in tree_of(pid) if "granian" in command_of(parent_of(process))]


def command_of(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/cmdline").read_text().split("\0")


def parent_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
