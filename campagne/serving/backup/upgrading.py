"""Bring the database to the code that stands on the disk, with the way back kept open until it works.

SQLite: a copy is migrated and proved while everybody goes on; then, while nobody writes, a new copy is migrated and
takes the place of the original in one transaction. A failure changes nothing. PostgreSQL: nobody writes, a copy is put
aside, the database itself is migrated, in one transaction where that is possible, and proved; what fails in that
transaction is undone, what fails later brings the copy back. Where nothing is to be changed everybody writes on.
"""

import fcntl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from django.conf import settings
from django.db import connection

from campagne.serving.backup.databases import postgresql, sqlite
from campagne.serving.backup.elsewhere import environment_for, manage
from campagne.serving.backup.making import make_backup
from campagne.serving.backup.proving import prove
from campagne.serving.backup.refused import Refused
from campagne.serving.backup.shelf import UNFINISHED, BackupFolder, fresh_folder
from campagne.serving.database.migrated import are_taken_back_together, missing_migrations
from campagne.serving.database.sqlite.fence import fenced
from campagne.serving.running import keeper_of, renew
from campagne.serving.static_files import collect_when_changed

Tell = Callable[[str], object]
COPY, LOCK = "database.sqlite3", ".upgrade"
# Between two of them, the database is looked at once more.
STEPS = 20
CODE_BACK = "Zet de vorige code terug voor u de site herstart."
UNCHANGED = f"De database is niet veranderd en de site werkt door. {CODE_BACK}"


def upgrade(shelf: BackupFolder, at: datetime, tell: Tell) -> Path:
    """Back up, migrate, prove, and let the running site take the new code; gives the backup.

    Raises Refused when it failed; the database is then as it was.
    """
    missing = missing_migrations()
    connection.close()
    with _alone(Path(settings.DATA_DIR) / LOCK), fresh_folder(Path(settings.DATA_DIR) / f"{UNFINISHED}upgrade") as work:
        backup = make_backup(shelf, at, tell)
        tell(f"Backup: {backup}")
        collect_when_changed()
        tell(f"Wijzigingen van de database: {', '.join(missing) or 'geen'}.")
        (work / "media").symlink_to(settings.MEDIA_ROOT)
        ways = {"sqlite": (rehearse_sqlite, upgrade_sqlite), "postgresql": (prove_postgresql, upgrade_postgresql)}
        ways[connection.vendor][bool(missing)](connection.settings_dict, work, tell)
    _renew(tell)
    return backup


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Raises Refused while another upgrade of this installation goes on, which a process that was killed does not."""
    with lock.open("w") as opened:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Refused("Er loopt al een upgrade. Wacht tot die klaar is.") from error
        yield


def rehearse_sqlite(address: dict[str, Any], work: Path, tell: Tell) -> None:
    """Migrate and prove a copy, while everybody goes on. Raises Refused when it does not work."""
    tell("Eerst op proef, met een kopie; iedereen werkt door …")
    sqlite.duplicate(Path(address["NAME"]), work / COPY)
    try:
        _migrate(environment_for(work, ""), tell)
        prove(environment_for(work, ""), work, tell)
    except Refused as error:
        raise Refused(f"{error} {UNCHANGED}") from error
    finally:
        sqlite.remove(work / COPY)


def upgrade_sqlite(address: dict[str, Any], work: Path, tell: Tell) -> None:
    """Raises Refused and changes nothing when the copy does not work or somebody wrote meanwhile."""
    live, copy = Path(address["NAME"]), work / COPY
    rehearse_sqlite(address, work, tell)
    try:
        with fenced(str(live)), _told_how_long(tell), sqlite.opened(live, is_read_only=False) as held:
            held.execute("BEGIN IMMEDIATE")
            tell("Niemand schrijft nu. Kopie maken en bijwerken …")
            sqlite.duplicate(live, copy)
            _migrate(environment_for(work, ""), tell)
            tell("Omwisselen …")
            sqlite.replace(held, live, copy, STEPS)
    except Refused as error:
        raise Refused(f"{error} {UNCHANGED}") from error
    sqlite.settle(live)


def prove_postgresql(address: dict[str, Any], work: Path, tell: Tell) -> None:
    """Prove the new code on the database as it is, of which nothing has to be changed. Raises Refused."""
    if postgresql.let_write_again(address):
        tell("Een upgrade was afgebroken, en sindsdien kon niemand schrijven. Dat kan nu weer.")
    try:
        prove(environment_for(work, _with_options(settings.DATABASE_URL, postgresql.ONLY_READING)), work, tell)
    except Refused as error:
        raise Refused(f"{error} {UNCHANGED}") from error


def upgrade_postgresql(address: dict[str, Any], work: Path, tell: Tell) -> None:
    """Raises Refused, with the database as it was, when it does not work afterwards."""
    environment = environment_for(work, _with_options(settings.DATABASE_URL, postgresql.ALSO_WHILE_READ_ONLY))
    at_once = are_taken_back_together()
    connection.close()
    with postgresql.read_only(address), _told_how_long(tell):
        tell("Niemand schrijft nu. Kopie apart zetten …")
        before = work / "before.dump"
        rows = postgresql.dump(address, before).rows
        if at_once:
            _migrate_at_once(environment, tell)
        with taken_back(before, address, rows, tell):
            if not at_once:
                _migrate(environment, tell)
            prove(environment, work, tell)


@contextmanager
def taken_back(before: Path, address: dict[str, Any], rows: Mapping[str, int], tell: Tell) -> Iterator[None]:
    """Put back what was there before whatever fails in the block; raises Refused with how long that took."""
    try:
        yield
    except BaseException as error:
        tell("Mislukt. De database van daarvoor terugzetten …")
        began = monotonic()
        postgresql.load(before, address, rows, instead=True)
        took = f"{monotonic() - began:.0f} s"
        raise Refused(f"{error} De database is weer als daarvoor ({took}). {CODE_BACK}") from error


def _migrate_at_once(environment: dict[str, str], tell: Tell) -> None:
    """In one transaction, which is undone when anything fails. Raises Refused."""
    tell("Database bijwerken, alles of niets …")
    try:
        manage(environment, "migrate_at_once")
    except Refused as error:
        raise Refused(f"{error} {UNCHANGED}") from error


def _migrate(environment: dict[str, str], tell: Tell) -> None:
    tell("Database bijwerken …")
    manage(environment, "migrate", "--verbosity", "0")


@contextmanager
def _told_how_long(tell: Tell) -> Iterator[None]:
    began = monotonic()
    yield
    tell(f"Schrijven was {monotonic() - began:.0f} s geweigerd; lezen ging door.")


def _with_options(address: str, options: str) -> str:
    """The same PostgreSQL, with these options of a connection; who has them waits as long as it takes."""
    parts = urlsplit(address)
    told = dict(parse_qsl(parts.query)) | {"options": options}
    return urlunsplit(parts._replace(query=urlencode(told, quote_via=quote)))


def _renew(tell: Tell) -> None:
    """Let the site that runs here take the new code; say what to do where that cannot be told."""
    keeper = keeper_of(Path(settings.DATA_DIR))
    if keeper is None:
        tell("De site draait hier niet. Start hem met: manage.py serve")
    elif renew(keeper):
        tell("De site werkt nu met de nieuwe code. Draait hij ook op andere machines? Herstart hem daar.")
    else:
        tell("De site nam de nieuwe code niet vanzelf over. Herstart hem.")
