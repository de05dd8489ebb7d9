"""Put a backup back where nothing stands, and prove that the site works there before it gets its name."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from pyrage.x25519 import Identity

from campagne.backing import database
from campagne.serving.backup.archive import DATABASE, UPLOADS, manifest_of, unpack
from campagne.serving.backup.databases import KINDS, postgresql
from campagne.serving.backup.disk import told
from campagne.serving.backup.elsewhere import environment_for, manage
from campagne.serving.backup.manifest import Manifest
from campagne.serving.backup.proving import prove
from campagne.serving.backup.refused import Refused
from campagne.serving.backup.shelf import UNFINISHED, fresh_folder

Tell = Callable[[str], object]
# Links and files that stand there only while the site is asked.
MADE_FOR_PROOF = ("static", "proef.log")


def restore(file: Path, into: Path, address: str, identities: Sequence[Identity], tell: Tell) -> Manifest:
    """Restore `file` as the DATA_DIR `into`, its PostgreSQL as `address`. Raises Refused, and then nothing is left."""
    refuse_filled(into)
    manifest = manifest_of(file, identities)
    refuse_newer(manifest)
    refuse_other_database(manifest, address)
    with _beside(into) as work, _only_if_it_works(address):
        tell(f"Uitpakken en controleren: {file.name}, gemaakt op {manifest.made_at:%d-%m-%Y %H:%M} UTC …")
        unpack(file, identities, work)
        if manifest.base:
            _add_uploads_of(file.with_name(manifest.base), identities, work)
        tell(f"Database terugzetten: {sum(manifest.rows.values())} rijen in {len(manifest.rows)} tabellen …")
        KINDS[manifest.database].load(work / DATABASE, address_of(address, work), manifest.rows)
        environment = environment_for(work, address)
        if missing := known_migrations() - set(manifest.migrations):
            tell(f"Database bijwerken naar deze code: {len(missing)} wijzigingen …")
            manage(environment, "migrate", "--verbosity", "0")
        prove(environment, work, tell)
        _tidy(work)
        work.rename(into)
    return manifest


def refuse_filled(into: Path) -> None:
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise Refused(f"{into} bestaat al en is niet leeg. Er wordt niets overschreven: kies een nieuwe map.")
    if not into.absolute().parent.is_dir():
        raise Refused(f"De map {into.absolute().parent} is er niet. Maak die eerst, of kies een andere plaats.")


def refuse_newer(manifest: Manifest) -> None:
    if strange := sorted(set(manifest.migrations) - known_migrations()):
        raise Refused(
            f"Deze backup is van nieuwere code ({manifest.code}; hier ontbreekt {', '.join(strange[:3])}). "
            "Zet eerst die code neer en doe het dan opnieuw."
        )


def known_migrations() -> set[str]:
    return {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}


def refuse_other_database(manifest: Manifest, address: str) -> None:
    """The address must fit the backup: none for SQLite, an empty PostgreSQL for PostgreSQL."""
    if manifest.database == "sqlite":
        if address:
            raise Refused(
                "Deze backup is van SQLite. Zet hem terug zonder --database, daarna over met move_to_postgresql."
            )
        return
    if not address:
        raise Refused("Deze backup is van PostgreSQL. Geef een lege database: --database postgres://…")
    where = address_of(address, Path())
    if "postgresql" not in where["ENGINE"]:
        raise Refused("Deze backup is van PostgreSQL en past niet in SQLite. Geef: --database postgres://…")
    postgresql.refuse_filled(where)


def address_of(address: str, folder: Path) -> dict[str, Any]:
    """What Django makes of an address; an empty one is SQLite in the folder."""
    try:
        given = database(address or f"sqlite:///{folder.absolute() / 'database.sqlite3'}")
    except (ImproperlyConfigured, ValueError) as error:
        raise Refused(f"Het doel is geen adres van een database: {error}") from error
    return connections.configure_settings({"default": given})["default"]


@contextmanager
def _beside(into: Path) -> Iterator[Path]:
    """A folder on the same disk, gone afterwards unless it got its name."""
    try:
        with fresh_folder(into.absolute().with_name(f"{UNFINISHED}{into.name}")) as work:
            yield work
    except OSError as error:
        raise Refused(f"Terugzetten in {into} lukt niet: {told(error)}") from error


@contextmanager
def _only_if_it_works(address: str) -> Iterator[None]:
    """Leave the PostgreSQL that was empty as empty as it was when anything fails."""
    try:
        yield
    except BaseException:
        if address:
            postgresql.empty(address_of(address, Path()))
        raise


def _add_uploads_of(base: Path, identities: Sequence[Identity], work: Path) -> None:
    """The uploads that were there before; what is newer stays."""
    if not base.exists():
        raise Refused(f"Deze tussenstand hoort bij {base.name}, en die staat er niet naast. Zet die erbij.")
    unpack(base, identities, work, lambda name: name.startswith(f"{UPLOADS}/") and not (work / name).exists())


def _tidy(work: Path) -> None:
    for name in (*MADE_FOR_PROOF, DATABASE):
        (work / name).unlink(missing_ok=True)
