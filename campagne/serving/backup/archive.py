"""One file: first the manifest, then what it tells of, and at the end what each part must be."""

import gzip
import io
import json
import os
import tarfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import IO, Any

from pyrage.x25519 import Identity, Recipient

from campagne.serving.backup.manifest import Manifest, read_manifest
from campagne.serving.backup.refused import Refused
from campagne.serving.backup.sealing import sealed, unsealed

MANIFEST, DATABASE, SETTINGS, UPLOADS, PARTS = "manifest.json", "database", "settings.env", "media", "parts.json"
AT_ONCE = 1 << 20
# Uploads are compressed already, and a backup that takes long is one that is put off.
COMPRESSION = 1
BROKEN = (tarfile.TarError, gzip.BadGzipFile, EOFError, zlib.error, OSError)
Parts = Mapping[str, Sequence[Any]]


class Counted:
    """A file that is read once, and tells afterwards how many bytes it had and their SHA-256."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source, self._digest, self.size = source, sha256(), 0

    def read(self, size: int = -1) -> bytes:
        some = self._source.read(size)
        self._digest.update(some)
        self.size += len(some)
        return some

    @property
    def part(self) -> list[Any]:
        return [self.size, self._digest.hexdigest()]


class Packing:
    """What is being written; every part is written down with its size and its hash."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar, self._parts = tar, dict[str, list[Any]]()

    def add_bytes(self, name: str, content: bytes) -> None:
        self._add(name, len(content), io.BytesIO(content))

    def add_file(self, name: str, file: Path) -> None:
        """Raises FileNotFoundError when it is gone by now."""
        with file.open("rb") as opened:
            self._add(name, os.fstat(opened.fileno()).st_size, opened)

    def close(self) -> None:
        self.add_bytes(PARTS, json.dumps(self._parts, indent=0).encode())

    def _add(self, name: str, size: int, source: IO[bytes]) -> None:
        header, counted = tarfile.TarInfo(name), Counted(source)
        header.size, header.mode = size, 0o600
        self._tar.addfile(header, counted)  # type: ignore[arg-type]
        self._parts[name] = counted.part


@contextmanager
def packing(file: Path, recipients: Sequence[Recipient]) -> Iterator[Packing]:
    """Write an archive that lies safely on the disk at the end of the block."""
    with file.open("xb") as raw:
        os.chmod(file, 0o600)
        with (
            sealed(raw, recipients) as stream,
            gzip.GzipFile(fileobj=stream, mode="wb", compresslevel=COMPRESSION, mtime=0) as zipped,
            tarfile.open(fileobj=zipped, mode="w|", bufsize=AT_ONCE) as tar,
        ):
            pack = Packing(tar)
            yield pack
            pack.close()
        raw.flush()
        os.fsync(raw.fileno())


def manifest_of(file: Path, identities: Sequence[Identity]) -> Manifest:
    """Read only the beginning. Raises Refused when that is not the beginning of a backup."""
    with _opened(file, identities) as tar:
        return _first(tar)


def unpack(
    file: Path, identities: Sequence[Identity], into: Path | None = None, wanted: Callable[[str], bool] = bool
) -> tuple[Manifest, Parts]:
    """Read all of it and compare every part with what must be there; write the parts that are wanted below `into`.

    Raises Refused when anything differs or is missing; what was written by then is the caller's to remove.
    """
    found = dict[str, list[Any]]()
    with _opened(file, identities) as tar:
        manifest = _first(tar, found)
        while member := tar.next():
            if member.name == PARTS:
                return manifest, _compared(_content(tar, member), found)
            found[member.name] = _take(tar, member, into if wanted(member.name) else None)
    raise Refused("Dit bestand houdt te vroeg op. Haal het opnieuw op, of kies een andere backup.")


def _first(tar: tarfile.TarFile, found: dict[str, list[Any]] | None = None) -> Manifest:
    member = tar.next()
    if member is None or member.name != MANIFEST:
        raise Refused("Dit is geen backup van deze site: het manifest ontbreekt. Kies een ander bestand.")
    written = _content(tar, member)
    if found is not None:
        found[MANIFEST] = [len(written), sha256(written).hexdigest()]
    return read_manifest(written)


def _content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    opened = tar.extractfile(member)
    return opened.read() if opened else b""


def _take(tar: tarfile.TarFile, member: tarfile.TarInfo, into: Path | None) -> list[Any]:
    """Read one part to its end, and write it when there is a place for it."""
    name, opened = PurePosixPath(member.name), tar.extractfile(member)
    if opened is None or name.is_absolute() or ".." in name.parts or name.parts[0] not in {DATABASE, SETTINGS, UPLOADS}:
        raise Refused(f"In dit bestand zit {member.name[:80]!r}; dat hoort niet in een backup. Kies een ander bestand.")
    counted = Counted(opened)
    if into is None:
        while counted.read(AT_ONCE):
            pass
        return counted.part
    place = into / name
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("xb") as written:
        while some := counted.read(AT_ONCE):
            written.write(some)
    return counted.part


def _compared(written: bytes, found: Parts) -> Parts:
    parts: Parts = json.loads(written)
    different = sorted(name for name in {*parts, *found} if parts.get(name) != found.get(name))
    if different:
        raise Refused(f"Beschadigd of onvolledig: {', '.join(different[:3])}. Kies een andere backup.")
    return parts


@contextmanager
def _opened(file: Path, identities: Sequence[Identity]) -> Iterator[tarfile.TarFile]:
    try:
        raw = file.open("rb")
    except OSError as error:
        raise Refused(f"{file} is niet te lezen ({error.strerror}). Kies een bestand dat er staat.") from error
    try:
        with (
            raw,
            unsealed(raw, identities) as stream,
            gzip.GzipFile(fileobj=stream, mode="rb") as zipped,
            tarfile.open(fileobj=zipped, mode="r|", bufsize=AT_ONCE) as tar,
        ):
            yield tar
    except BROKEN as error:
        if isinstance(error, OSError) and error.errno is not None and not isinstance(error, gzip.BadGzipFile):
            raise  # The disk, not the file.
        raise Refused(
            f"{file.name} is geen backup van deze site, of is beschadigd of afgebroken ({error}). Kies een ander."
        ) from error
