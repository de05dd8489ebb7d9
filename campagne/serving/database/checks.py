"""What Django checks before it starts: can what stands behind the processes be trusted with the data?

The version of SQLite is checked at every start; what a connection really does, when a database may be
asked (`manage.py check --database default`, `migrate`, `serve`).
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning
from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http.request import split_domain_port, validate_host

# Fixed in 3.51.3, and taken back into two older lines: https://www.sqlite.org/wal.html#walresetbug
MENDED = (3, 51, 3)
MENDED_LINES = {(3, 44): 6, (3, 50): 7}
WANTED = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
OLDEST_POSTGRESQL = 140000
NETWORK = ("nfs", "cifs", "smb", "9p", "fuse.sshfs", "ceph", "glusterfs", "afs")


def loses_writes(version: Sequence[int]) -> bool:
    """Tell whether this SQLite has the fault that can spoil a database with a write-ahead log."""
    major, minor, patch = version[:3]
    return (major, minor, patch) < MENDED and patch < MENDED_LINES.get((major, minor), patch + 1)


def file_system_of(path: Path, mounts: str) -> str:
    """The kind of file system that holds `path`, from the text of /proc/mounts; empty when it is not known."""
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split()
        place = fields[1].replace("\\040", " ")
        if path.is_relative_to(place) and len(place) >= len(best):
            best, kind = place, fields[2]
    return kind


def sqlite_is_mended(app_configs: Sequence[AppConfig] | None = None, **options: Any) -> list[CheckMessage]:
    connection = connections["default"]
    if connection.vendor != "sqlite" or not loses_writes(connection.Database.sqlite_version_info):
        return []
    return [
        Error(
            f"SQLite {connection.Database.sqlite_version} kan een database met WAL beschadigen; "
            "verwacht: 3.51.3 of nieuwer (of 3.50.7, of 3.44.6).",
            hint="Installeer de vastgelegde pakketten opnieuw (`make .venv/ready`), of gebruik PostgreSQL.",
            id="serving.E001",
        )
    ]


def data_is_on_this_machine(app_configs: Sequence[AppConfig] | None = None, **options: Any) -> list[CheckMessage]:
    if connections["default"].vendor != "sqlite":
        return []
    try:
        kind = file_system_of(Path(settings.DATA_DIR).resolve(), Path("/proc/mounts").read_text())
    except OSError:
        return []
    if not kind.startswith(NETWORK):
        return []
    return [
        Warning(
            f"DATA_DIR staat op {kind}; verwacht: een schijf van deze machine. SQLite kan over een netwerk "
            "gegevens verliezen.",
            hint="Kies een andere DATA_DIR, of gebruik PostgreSQL.",
            id="serving.W001",
        )
    ]


def database_does_as_asked(
    app_configs: Sequence[AppConfig] | None = None, databases: Iterable[str] | None = None, **options: Any
) -> list[CheckMessage]:
    if "default" not in (databases or []):
        return []
    connection = connections["default"]
    looked = {"sqlite": sqlite_does_as_asked, "postgresql": postgresql_is_new_enough}
    try:
        return looked[connection.vendor](connection)
    except DatabaseError as error:
        return [
            Error(
                f"De database antwoordt niet: {error}",
                hint="Start de database, of verbeter DATABASE_URL.",
                id="serving.E002",
            )
        ]


def sqlite_does_as_asked(connection: BaseDatabaseWrapper) -> list[CheckMessage]:
    """Ask the connection itself: SQLite silently keeps another journal where it cannot have a write-ahead log."""
    with connection.cursor() as cursor:
        found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in WANTED}
    found["transaction_mode"] = getattr(connection, "transaction_mode", None)
    wanted = {**WANTED, "transaction_mode": "IMMEDIATE"}
    return [
        Error(
            f"SQLite werkt met {name} = {found[name]}; verwacht: {wanted[name]}.",
            hint="Zet DATA_DIR op een gewone schijf van deze machine en verander backing.py niet.",
            id="serving.E003",
        )
        for name in wanted
        if found[name] != wanted[name]
    ]


def postgresql_is_new_enough(connection: BaseDatabaseWrapper) -> list[CheckMessage]:
    connection.ensure_connection()
    version = connection.connection.info.server_version
    if version >= OLDEST_POSTGRESQL:
        return []
    return [
        Error(
            f"PostgreSQL is versie {version // 10000}; verwacht: 14 of nieuwer.",
            hint="Zet de database over naar een nieuwere PostgreSQL.",
            id="serving.E004",
        )
    ]


def site_answers_to_its_address(app_configs: Sequence[AppConfig] | None = None, **options: Any) -> list[CheckMessage]:
    """With a name in SITE_URL that ALLOWED_HOSTS misses, every reader would be refused."""
    host, _ = split_domain_port(urlsplit(settings.SITE_URL).netloc.lower())
    if validate_host(host, settings.ALLOWED_HOSTS):
        return []
    return [
        Warning(
            f"ALLOWED_HOSTS mist de naam uit SITE_URL ({host}): wie dat adres opent, krijgt alleen een foutpagina.",
            hint=f"Zet {host} erbij in ALLOWED_HOSTS.",
            id="serving.W002",
        )
    ]


CHECKS = (
    (site_answers_to_its_address, Tags.security),
    (sqlite_is_mended, Tags.compatibility),
    (data_is_on_this_machine, Tags.files),
    (database_does_as_asked, Tags.database),
)
