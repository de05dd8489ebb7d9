"""SQLite: a copy is a file, made by SQLite itself of one moment, while others read and write."""

import os
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

import pysqlite3

from campagne.serving.backup.databases.copied import Copied, different
from campagne.serving.backup.disk import advice_on
from campagne.serving.backup.refused import Refused

SECONDS_TO_WAIT = 30
# The tables behind the search index; what they hold follows from the others.
SHADOWS = "_fts"
DONE = 101  # What SQLite says when all is written, and stands.
APPLIED = "SELECT app || '.' || name FROM django_migrations"


def copy(address: dict[str, Any], into: Path) -> Copied:
    """Write the database as it stands at this moment to a new file, and look through all of it.

    Raises Refused when there is none.
    """
    if not Path(address["NAME"]).exists():
        raise Refused(f"{address['NAME']} is er niet: in deze database staat geen site. Klopt DATA_DIR in .env?")
    with opened(Path(address["NAME"])) as source, _told_of_disk(into):
        source.execute("VACUUM INTO ?", [str(into)])
    return check(into)


def check(file: Path) -> Copied:
    """Let SQLite look through the file. Raises Refused when it is not whole."""
    try:
        with opened(file) as database:
            if (found := database.execute("PRAGMA integrity_check(1)").fetchone()[0]) != "ok":
                raise Refused(f"De kopie van de database is niet heel ({found}). Kijk de schijf na.")
            return contents(database)
    except pysqlite3.DatabaseError as error:
        raise Refused(f"De kopie van de database is niet te lezen ({error}). Kijk de schijf na.") from error


def contents(database: Any) -> Copied:
    names = [
        name
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        if not name.startswith("sqlite_") and SHADOWS not in name
    ]
    rows = {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608
    applied = database.execute(APPLIED) if "django_migrations" in rows else []
    return Copied(rows, tuple(sorted(name for (name,) in applied)))


def load(file: Path, address: dict[str, Any], rows: Mapping[str, int]) -> None:
    """Let the copy stand at an address where nothing stands. Raises Refused when it does not hold what it must."""
    if wrong := different(rows, check(file).rows):
        raise Refused(f"De database in de backup klopt niet met wat erbij staat ({wrong}). Kies een andere backup.")
    file.rename(address["NAME"])


def duplicate(file: Path, into: Path) -> None:
    """Copy it page by page, which is quicker than `copy`; others may write, and then it is of one moment too."""
    with opened(file) as source, _told_of_disk(into), closing(pysqlite3.connect(str(into))) as target:
        source.backup(target)


def replace(held: Any, file: Path, copy: Path, steps: int) -> None:
    """Put what is in `copy` into the database that others read, in one transaction.

    `held` is a connection in a transaction, which keeps others from writing; it ends here. Raises Refused, and
    changes nothing, when somebody wrote between the end of that and the beginning of this.
    """
    # Closed last: closing a file drops every lock that this process has on it (howtocorrupt.html, §2.2).
    with open(f"{file}-shm", "rb") as index, opened(file, is_read_only=False) as target, opened(copy) as source:
        seen = _transactions(index)
        pages = source.execute("PRAGMA page_count").fetchone()[0]

        def look(status: int, remaining: int, total: int) -> None:
            if status != DONE and _transactions(index) != seen:
                raise Refused("Iemand schreef op het laatste moment. Begin opnieuw.")

        held.execute("ROLLBACK")
        with _told_of_disk(file):
            source.backup(target, pages=max(1, pages // steps), progress=look)


def settle(file: Path) -> None:
    """Write what stands in the journal into the file: otherwise who writes next, a visitor perhaps, waits for that."""
    with opened(file, is_read_only=False) as database:
        database.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        database.execute("PRAGMA busy_timeout = 1000")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def remove(file: Path) -> None:
    """Take a copy away, with its journal."""
    for end in ("", "-wal", "-shm"):
        Path(f"{file}{end}").unlink(missing_ok=True)


@contextmanager
def _told_of_disk(file: Path) -> Iterator[None]:
    """Raises Refused when SQLite says that the disk is full or broken."""
    try:
        yield
    except pysqlite3.OperationalError as error:
        if not (advice := advice_on(str(error))):
            raise
        raise Refused(f"{file} is niet te schrijven ({error}). {advice}") from error


def _transactions(index: IO[bytes]) -> bytes:
    """The counter that rises with each transaction, in the index of the journal (https://sqlite.org/walformat.html)."""
    return os.pread(index.fileno(), 4, 8)


@contextmanager
def opened(file: Path, *, is_read_only: bool = True) -> Iterator[Any]:
    """A connection without transactions of its own; a read-only one makes no file where none stands."""
    mode = "ro" if is_read_only else "rw"
    address = f"file:{quote(str(file.resolve()))}?mode={mode}"
    with closing(pysqlite3.connect(address, uri=True, timeout=SECONDS_TO_WAIT, isolation_level=None)) as database:
        yield database
