"""While an upgrade changes the database, nobody else begins to write: whoever tries hears so at once.

The fence is a file beside the database that its process keeps locked, so that a process that was killed leaves no
fence behind.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

SUFFIX = "-upgrade"


def is_fenced(database: str) -> bool:
    """Tell whether somebody keeps others from writing now."""
    try:
        descriptor = os.open(f"{database}{SUFFIX}", os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


@contextmanager
def fenced(database: str) -> Iterator[None]:
    """Keep others from writing; raises BlockingIOError when somebody else does that already."""
    with open(f"{database}{SUFFIX}", "w") as fence:
        fcntl.flock(fence, fcntl.LOCK_EX | fcntl.LOCK_NB)
        try:
            yield
        finally:
            with suppress(FileNotFoundError):
                os.unlink(fence.name)
