"""A command that takes long, as a process beside the clock, which has more to do every second."""

import logging
import subprocess
import sys
from collections.abc import Sequence
from tempfile import TemporaryFile
from time import monotonic
from typing import IO

from django.conf import settings

from campagne.serving.processes import let_readers_go_first, with_parent

SECONDS_BEFORE_AGAIN = 15 * 60
_log = logging.getLogger(__name__)


class Failed(Exception):
    """The command ended badly; the log has its last words."""


class Beside:
    """One command at a time. Every look tells how it stands: raises Failed from a bad end until a good one."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._said: IO[bytes] | None = None
        self._has_failed = False
        self._not_before = float("-inf")

    def look(self) -> bool:
        """Tell whether something new may be started now."""
        if self._process is not None and (code := self._process.poll()) is not None:
            self._end(code)
        return self._process is None and monotonic() >= self._not_before

    def start(self, command: Sequence[str]) -> None:
        self._said = TemporaryFile()  # noqa: SIM115 (it is closed when the command has ended)
        self._process = subprocess.Popen(  # noqa: S603 (our own command)
            [sys.executable, "manage.py", *command],
            cwd=settings.BASE_DIR,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._said,
            preexec_fn=with_parent(let_readers_go_first),
        )

    def tell(self) -> None:
        if self._has_failed:
            raise Failed

    def _end(self, code: int) -> None:
        self._process, said, self._said = None, self._said, None
        self._has_failed = code != 0
        if said is not None:
            with said:
                said.seek(0)
                last = (said.read().decode(errors="replace").strip().splitlines() or ["geen melding"])[-1]
        if self._has_failed:
            self._not_before = monotonic() + SECONDS_BEFORE_AGAIN
            _log.error("%s", last)
