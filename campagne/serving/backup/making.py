"""Make a backup: copy the database, pack it with uploads and settings, read the file back, then give it its name."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from pyrage.x25519 import Identity, Recipient

from campagne.serving.backup.archive import DATABASE, MANIFEST, SETTINGS, UPLOADS, Packing, packing, unpack
from campagne.serving.backup.contents import code_version, keeps_uploads, settings_text, upload_files
from campagne.serving.backup.databases import KINDS
from campagne.serving.backup.databases.copied import Copied
from campagne.serving.backup.disk import told_of_disk
from campagne.serving.backup.manifest import Manifest
from campagne.serving.backup.refused import Refused
from campagne.serving.backup.sealing import own_identity, recipient
from campagne.serving.backup.shelf import RECENT, WHOLE, BackupFolder, Kept

Tell = Callable[[str], object]
FILES_BETWEEN_LINES = 500


@dataclass(frozen=True)
class Keys:
    """To whom a backup is encrypted, and what opens it here to read it back. Without BACKUP_KEY nobody and nothing."""

    recipients: Sequence[Recipient] = ()
    identities: Sequence[Identity] = ()


def keys() -> Keys:
    """Raises Refused when BACKUP_KEY is no public key."""
    if not settings.BACKUP_KEY:
        return Keys()
    public, own = recipient(settings.BACKUP_KEY), own_identity(Path(settings.DATA_DIR))
    return Keys((public, own.to_public()), (own,))


def make_backup(shelf: BackupFolder, at: datetime, tell: Tell, *, base: Kept | None = None) -> Path:
    """Make it and return the file; with `base`, only the uploads that are not in that backup go along.

    Raises Refused, and leaves nothing, when it cannot be made or is not what was written.
    """
    ours = keys()
    place = shelf.place_for(RECENT if base else WHOLE, at, is_sealed=bool(ours.recipients))
    with told_of_disk(f"De backup in {shelf.folder} is niet gemaakt"), shelf.working(at) as work:
        known = unpack(base.file, ours.identities)[1] if base else {}
        tell(f"Database kopiëren ({connection.vendor}) …")
        copied = _copied(work / DATABASE)
        file = work / place.name
        with packing(file, ours.recipients) as pack:
            pack.add_bytes(MANIFEST, _manifest(at, copied, ours, base).as_json())
            pack.add_bytes(SETTINGS, settings_text(os.environ, with_secrets=bool(ours.recipients)).encode())
            tell(f"Inpakken: database, {megabytes(work / DATABASE)} …")
            pack.add_file(DATABASE, work / DATABASE)
            _pack_uploads(pack, known, tell)
        tell(f"Teruglezen en controleren ({megabytes(file)}) …")
        read_back(file, ours.identities, copied)
        file.rename(place)
        _sync(shelf.folder)
    return place


def _copied(into: Path) -> Copied:
    """Raises Refused when there is no site in the database: a backup of nothing would look like one."""
    copied: Copied = KINDS[connection.vendor].copy(connection.settings_dict, into)
    if not copied.migrations:
        raise Refused("In deze database staat geen site. Klopt .env? Een nieuwe site begint met: manage.py migrate")
    return copied


def read_back(file: Path, identities: Sequence[Identity], copied: Copied) -> None:
    """Raises Refused when what stands on the disk is not what was written."""
    manifest, parts = unpack(file, identities)
    if dict(manifest.rows) != dict(copied.rows) or DATABASE not in parts:
        raise Refused("Wat teruggelezen werd is niet wat geschreven werd. Kijk de schijf na.")


def megabytes(file: Path) -> str:
    return f"{file.stat().st_size / 1e6:,.1f} MB".replace(",", " ").replace(".", ",")


def _manifest(at: datetime, copied: Copied, ours: Keys, base: Kept | None) -> Manifest:
    return Manifest(
        made_at=at,
        code=code_version(),
        database=connection.vendor,
        migrations=copied.migrations,
        rows=copied.rows,
        has_secrets=bool(ours.recipients),
        uploads="folder" if keeps_uploads() else "store",
        base=base.file.name if base else "",
    )


def _pack_uploads(pack: Packing, known: Any, tell: Tell) -> None:
    """An upload has its name for good, so one of a known name and size goes along no second time."""
    if not keeps_uploads():
        tell("Uploads staan in een bucket: die hoort zijn eigen reservekopie te hebben (versies aan, andere plaats).")
    for number, (name, file) in enumerate(upload_files(), start=1):
        inside = f"{UPLOADS}/{name}"
        with suppress(FileNotFoundError):  # It was taken away meanwhile.
            if known.get(inside, [None])[0] != file.stat().st_size:
                pack.add_file(inside, file)
        if number % FILES_BETWEEN_LINES == 0:
            tell(f"Uploads: {number} …")


def _sync(folder: Path) -> None:
    """Let the name of the file be as safe as what is in it."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
