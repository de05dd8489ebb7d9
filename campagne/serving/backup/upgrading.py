"""Bring the database to the code that stands on the disk, with the way back kept open until it works.

SQLite: a copy is migrated and proved while the site reads on from the original, and takes its place in one
transaction; a failure changes nothing. PostgreSQL: nobody writes, a copy is put aside, the database itself is
migrated and proved; a failure brings the copy back.
"""

from collections.abc import Callable
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
from campagne.serving.database.migrated import missing_migrations
from campagne.serving.database.sqlite.fence import fenced
from campagne.serving.running import keeper_of, renew
from campagne.serving.static_files import collect_when_changed

Tell = Callable[[str], object]
# Between two of them, the database is looked at once more.
STEPS = 20
CODE_BACK = "Zet de vorige code terug voor u de site herstart."


def upgrade(shelf: BackupFolder, at: datetime, tell: Tell) -> Path:
    """Back up, migrate, prove, and let the running site take the new code; gives the backup.

    Raises Refused when it failed; the database is then as it was.
    """
    missing = missing_migrations()
    connection.close()
    backup = make_backup(shelf, at, tell)
    tell(f"Backup: {backup}")
    collect_when_changed()
    tell(f"Wijzigingen van de database: {', '.join(missing) or 'geen'}.")
    with fresh_folder(Path(settings.DATA_DIR) / f"{UNFINISHED}upgrade") as work:
        began = monotonic()
        ways = {"sqlite": upgrade_sqlite, "postgresql": upgrade_postgresql}
        ways[connection.vendor](connection.settings_dict, work, tell)
    tell(f"Schrijven was {monotonic() - began:.0f} s geweigerd; lezen ging door.")
    _renew(tell)
    return backup


def upgrade_sqlite(address: dict[str, Any], work: Path, tell: Tell) -> None:
    """Raises Refused and changes nothing when the copy does not work or somebody wrote meanwhile."""
    copy = work / "database.sqlite3"
    try:
        with fenced(str(address["NAME"])), sqlite.opened(Path(address["NAME"]), is_read_only=False) as held:
            held.execute("BEGIN IMMEDIATE")
            tell("Niemand schrijft nu. Kopie maken en bijwerken …")
            sqlite.duplicate(Path(address["NAME"]), copy)
            _migrate_and_prove(environment_for(work, ""), work, tell)
            tell("Omwisselen …")
            sqlite.replace(held, Path(address["NAME"]), copy, STEPS)
    except BlockingIOError as error:
        raise Refused("Er loopt al een upgrade. Wacht tot die klaar is.") from error
    except Refused as error:
        raise Refused(f"{error} De database is niet veranderd en de site werkt door. {CODE_BACK}") from error


def upgrade_postgresql(address: dict[str, Any], work: Path, tell: Tell) -> None:
    """Raises Refused, with the database as it was, when it does not work afterwards."""
    with postgresql.read_only(address):
        tell("Niemand schrijft nu. Kopie apart zetten …")
        before = work / "before.dump"
        copied = postgresql.copy(address, before)
        try:
            _migrate_and_prove(environment_for(work, _writable(settings.DATABASE_URL)), work, tell)
        except BaseException as error:
            tell("Mislukt. De database van daarvoor terugzetten …")
            began = monotonic()
            postgresql.load(before, address, copied.rows, instead=True)
            took = f"{monotonic() - began:.0f} s"
            raise Refused(f"{error} De database is weer als daarvoor ({took}). {CODE_BACK}") from error


def _migrate_and_prove(environment: dict[str, str], work: Path, tell: Tell) -> None:
    (work / "media").symlink_to(settings.MEDIA_ROOT)
    tell("Database bijwerken …")
    manage(environment, "migrate", "--verbosity", "0")
    prove(environment, work, tell)


def _writable(address: str) -> str:
    """The same PostgreSQL, for who may write while nobody else may, and waits as long as it takes."""
    parts = urlsplit(address)
    told = dict(parse_qsl(parts.query)) | {"options": postgresql.ALSO_WHILE_READ_ONLY}
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
