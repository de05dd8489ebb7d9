"""Why a disk refused to read or write, in words, with what to do about it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from campagne.serving.backup.refused import Refused

ROOM = "Maak ruimte of kies een andere map."
RIGHTS = "Geef rechten, of draai dit als het account van de site."
OTHER_PLACE = "Kies een andere map."
KNOWN = {
    errno.ENOSPC: ("de schijf is vol", ROOM),
    errno.EDQUOT: ("de ruimte is op", ROOM),
    errno.EROFS: ("de schijf is alleen te lezen", OTHER_PLACE),
    errno.EACCES: ("geen rechten", RIGHTS),
    errno.EPERM: ("geen rechten", RIGHTS),
    errno.ENOENT: ("die map of dat bestand is er niet", "Maak de map eerst, of kies een andere map."),
    errno.ENOTDIR: ("dat is geen map", OTHER_PLACE),
    errno.EISDIR: ("daar staat een map in de weg", "Haal die map weg, of kies een andere map."),
    errno.EIO: ("de schijf leest of schrijft niet goed", "Kijk de schijf na."),
}
# What another program says of its disk, beside what we say of ours.
SAID = {
    "No space left on device": KNOWN[errno.ENOSPC],
    "disk is full": KNOWN[errno.ENOSPC],
    "disk I/O error": KNOWN[errno.EIO],
    "Permission denied": KNOWN[errno.EACCES],
}


@contextmanager
def told_of_disk(what_failed: str) -> Iterator[None]:
    """Raises Refused for what is known of a disk; another OSError, as of a network, stays what it is."""
    try:
        yield
    except OSError as error:
        if error.errno not in KNOWN:
            raise
        raise Refused(f"{what_failed}: {told(error)}") from error


def told(error: OSError) -> str:
    """What was found, with the file if it is known, and what to do."""
    why, advice = KNOWN.get(error.errno or 0, (error.strerror or str(error), "Kijk de schijf na."))
    where = f" ({error.filename})" if error.filename else ""
    return f"{why}{where}. {advice}"


def advice_on(said: str) -> str:
    """What to do about the words of another program; empty when they are not about its disk."""
    for words, (why, advice) in SAID.items():
        if words in said:
            return f"{why.capitalize()}. {advice}"
    return ""


def with_advice(said: str) -> str:
    advice = advice_on(said)
    return f"{said}. {advice}" if advice else said
