"""What must not fail because many write at the same moment is done again, as long as others had their turn."""

from collections.abc import Callable
from typing import TypeVar

from django.db import OperationalError, connection

TIMES = 4
"""With two seconds of waiting each, on both databases."""
OTHERS_FIRST = ("database is locked", "lock timeout", "deadlock detected")

Result = TypeVar("Result")


def patiently(act: Callable[[], Result]) -> Result:
    """Do something that may be done twice, again when others were first; inside a transaction once.

    Raises what it raises: OperationalError too, for a database that is away or after so many times.
    """
    for _ in range(0 if connection.in_atomic_block else TIMES - 1):
        try:
            return act()
        except OperationalError as error:
            if not any(words in str(error) for words in OTHERS_FIRST):
                raise
    return act()
