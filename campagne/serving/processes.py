"""Child processes that are started again when they end, and that never outlive their parent.

Run by itself (`python -m campagne.serving.processes ORDERS`) this is what is left of `manage.py serve` once all was
checked: the same process, without Django, in 16 instead of 110 MB.
"""

import ctypes
import json
import logging
import logging.config
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from types import FrameType
from typing import NoReturn

from campagne import logs

FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0
# Who ran this long was started well, so the next time it is started again at once.
SECONDS_OF_GOOD_RUNNING = 60
SECONDS_TO_STOP = 8
SECONDS_BETWEEN_LOOKS = 0.2
NICENESS = 10
# A session by itself works after readers, and still gets a third of a busy processor: it may be an import.
NICENESS_OF_A_SESSION = 1
_PR_SET_PDEATHSIG = 1  # linux/prctl.h

_log = logging.getLogger("campagne.serving.processes")
_libc = ctypes.CDLL(None)


def end_with_parent(parent_pid: int, by: signal.Signals = signal.SIGTERM) -> None:
    """Let the kernel send this process a signal when its parent is gone, also after `kill -9`."""
    _libc.prctl(_PR_SET_PDEATHSIG, by)
    if os.getppid() != parent_pid:
        os._exit(1)


def with_parent(first: Callable[[], None] | None = None) -> Callable[[], None]:
    """What a child of this process does before anything else, so that it ends with it."""
    parent = os.getpid()

    def begin() -> None:
        end_with_parent(parent)
        if first is not None:
            first()

    return begin


def let_readers_go_first() -> None:
    """Work with what the web processes leave of the processor, and at least a tenth of it.

    Linux may weigh whole sessions first; who leads one, as a service does, lets its session go after others too.
    """
    os.nice(NICENESS)
    if os.getsid(0) == os.getpid():
        with suppress(OSError):
            Path("/proc/self/autogroup").write_text(str(NICENESS_OF_A_SESSION))


class RenewSignal:
    """SIGHUP: the code on the disk is another than the one that runs."""

    def __init__(self) -> None:
        self._has_come = False

    def listen(self) -> None:
        signal.signal(signal.SIGHUP, self._note)

    def take(self) -> bool:
        """Tell whether it came since the last time this was asked."""
        has_come, self._has_come = self._has_come, False
        return has_come

    def _note(self, number: int, frame: FrameType | None) -> None:
        self._has_come = True


class StopSignal:
    """SIGTERM and Ctrl-C as a question that can be asked. A flag, because an Event may not be set by a handler."""

    def __init__(self) -> None:
        self.has_come = False

    def listen(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._note)

    def sleep(self, seconds: float) -> None:
        """Sleep, and wake up soon after the signal."""
        until = monotonic() + seconds
        while not self.has_come and (left := until - monotonic()) > 0:
            time.sleep(min(left, SECONDS_BETWEEN_LOOKS))

    def _note(self, number: int, frame: FrameType | None) -> None:
        self.has_come = True


@dataclass
class Child:
    """A command that must always run. `name` is how the log calls it; `renewed_by` is what makes it take new code."""

    name: str
    command: Sequence[str]
    renewed_by: signal.Signals = signal.SIGTERM
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    _started_at: float = field(default=0.0, init=False)
    _start_from: float = field(default=0.0, init=False)
    _wait: float = field(default=FIRST_WAIT / 2, init=False)

    def look_after(self, now: float) -> None:
        """Start it when it should run, and plan the next start when it has ended; `now` is monotonic."""
        if self.process is None:
            if now >= self._start_from:
                self._start(now)
        elif (code := self.process.poll()) is not None:
            self._plan(now, code)

    def renew(self) -> None:
        """Let it take the code that is on the disk now: by itself, or by ending and being started again."""
        if self.process is not None:
            self.process.send_signal(self.renewed_by)

    def end(self, deadline: float) -> None:
        """Wait until it has ended by itself, and kill it at `deadline` (monotonic)."""
        if self.process is None:
            return
        try:
            self.process.wait(max(0.0, deadline - monotonic()))
        except subprocess.TimeoutExpired:
            _log.warning("%s stopte niet op tijd en is afgebroken.", self.name)
            self.process.kill()
            self.process.wait()

    def _start(self, now: float) -> None:
        self._started_at = now
        self.process = subprocess.Popen(  # noqa: S603 (our own command)
            self.command,
            stdin=subprocess.DEVNULL,
            preexec_fn=with_parent(),
        )

    def _plan(self, now: float, code: int) -> None:
        was_good = now - self._started_at >= SECONDS_OF_GOOD_RUNNING
        self._wait = FIRST_WAIT if was_good else min(2 * self._wait, LONGEST_WAIT)
        self._start_from, self.process = now + self._wait, None
        _log.warning("%s is gestopt (code %s) en start over %.0f s opnieuw.", self.name, code, self._wait)


def keep_running(children: Sequence[Child], stop: StopSignal, renew: RenewSignal | None = None) -> None:
    """Keep all children running until the signal to stop; then let them finish what they do."""
    try:
        while not stop.has_come:
            is_renewed = renew is not None and renew.take()
            for child in children:
                if is_renewed:
                    child.renew()
                child.look_after(monotonic())
            stop.sleep(SECONDS_BETWEEN_LOOKS)
    finally:
        for child in children:
            if child.process is not None:
                child.process.terminate()
        deadline = monotonic() + SECONDS_TO_STOP
        for child in children:
            child.end(deadline)


def become_keeper(folder: Path, commands: Mapping[str, Sequence[str]], *, debug: bool) -> NoReturn:
    """Turn this process into one that only keeps `commands` running; each stands under the name the log calls it."""
    os.chdir(folder)
    orders = json.dumps({"commands": commands, "debug": debug})
    os.execv(sys.executable, [sys.executable, "-m", "campagne.serving.processes", orders])  # noqa: S606 (our own)


def main(orders: str) -> None:
    told = json.loads(orders)
    logging.config.dictConfig(logs.logging_settings(debug=told["debug"]))
    allow_many_connections()
    stop, renew = StopSignal(), RenewSignal()
    stop.listen()
    renew.listen()
    keep_running([child_of(name, command) for name, command in told["commands"].items()], stop, renew)


def child_of(name: str, command: Sequence[str]) -> Child:
    """The web server itself lets a new worker start before the old one ends, so nobody waits for new code."""
    return Child(name, command, signal.SIGHUP if "granian" in command else signal.SIGTERM)


def allow_many_connections() -> None:
    """Let this process and its children open as many files as the system allows; often 1,024 is where it begins."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


if __name__ == "__main__":
    main(sys.argv[1])
