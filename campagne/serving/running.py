"""Which `serve` keeps this installation running, so that an upgrade can tell it that there is new code."""

import os
import signal
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

NOTE = "serve.pid"
KEEPER = b"campagne.serving.processes"
SECONDS_TO_RENEW_EACH, SECONDS_BETWEEN_LOOKS = 30, 0.2


def note_keeper(folder: Path) -> None:
    """Write down that this process is about to become the keeper."""
    (folder / NOTE).write_text(str(os.getpid()))


def keeper_of(folder: Path) -> int | None:
    """The process of `serve`; None when it does not run, whatever an old note says."""
    try:
        pid = int((folder / NOTE).read_text())
        return pid if KEEPER in Path(f"/proc/{pid}/cmdline").read_bytes() else None
    except (OSError, ValueError):
        return None


def renew(keeper: int) -> bool:
    """Let it take the code that is on the disk; True once none of the old web processes and clock is left."""
    before = _below(keeper)
    os.kill(keeper, signal.SIGHUP)
    until = monotonic() + SECONDS_TO_RENEW_EACH * len(before)
    while monotonic() < until:
        if not before & _below(keeper):
            return True
        sleep(SECONDS_BETWEEN_LOOKS)
    return False


def _below(keeper: int) -> set[int]:
    """The clock, and what the web server made; the web server itself stays, for it holds the port."""
    found = set[int]()
    for child in _children(keeper):
        found |= _children(child) or {child}
    return found


def _children(process: int) -> set[int]:
    with suppress(OSError):
        return set(map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split()))
    return set()
