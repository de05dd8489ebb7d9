"""A ZIP archive looked at from outside: an office document is one, and so is a bomb.

Everything is read from the list at the end of the file before anything is unpacked.
"""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from campagne.sheets.unreadable import Unreadable

END = struct.Struct("<4s4H2LH")
LOCAL_HEADER, END_MARK, ZIP64_MARK = b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x07"
ZIP64_LOCATOR_LENGTH = 20
ENCRYPTED = 0x1 | 0x40
CHUNK = 64 * 1024
ADVICE = "Bewaar het document opnieuw, zonder wachtwoord, macro's en ingevoegde bestanden."


@dataclass(frozen=True)
class ArchiveLimits:
    """How far an archive may unfold; sizes in bytes, the ratio of unpacked to packed."""

    entries: int = 1_000
    list_size: int = 256 * 1024
    unpacked: int = 50 * 1024 * 1024
    ratio: int = 100
    small: int = 1024 * 1024


ARCHIVE_LIMITS = ArchiveLimits()


def open_archive(content: bytes, limits: ArchiveLimits = ARCHIVE_LIMITS) -> ZipFile:
    """Open an archive that keeps within the limits, in its list and in truth; raises Unreadable."""
    _check_end(content, limits)
    try:
        archive = ZipFile(BytesIO(content))
        _check_names(archive.infolist())
        _check_sizes(archive.infolist(), len(content), limits)
        for entry in archive.infolist():
            _unpack(archive, entry)
    # A broken archive makes zipfile raise almost anything; whatever it is, the file cannot be read.
    except (BadZipFile, zlib.error, struct.error, OSError, ValueError, EOFError, RuntimeError) as error:
        raise _refused("Dit bestand is beschadigd.") from error
    return archive


def _check_end(content: bytes, limits: ArchiveLimits) -> None:
    """Believe only a file that is an archive from its first byte to its last, with a list of a bearable size."""
    start = len(content) - END.size
    if start < 0 or not content.startswith(LOCAL_HEADER) or content[start : start + 4] != END_MARK:
        raise _refused("Dit bestand is geen gewoon kantoordocument.")
    _, _, _, _, entries, size, offset, _ = END.unpack(content[start:])
    is_zip64 = content[max(start - ZIP64_LOCATOR_LENGTH, 0) : start].startswith(ZIP64_MARK)
    if is_zip64 or offset + size != start:
        raise _refused("Dit bestand is anders ingepakt dan een kantoordocument.")
    if entries > limits.entries or size > limits.list_size:
        raise _refused(f"In dit bestand zitten meer dan {limits.entries} onderdelen.")


def _check_names(entries: Sequence[ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len({name.lower() for name in names}) != len(names):
        raise _refused("In dit bestand zit een onderdeel dubbel.")
    for entry in entries:
        parts = entry.filename.removesuffix("/").split("/")
        if {"", ".", ".."} & set(parts) or any(bad in entry.orig_filename for bad in "\\:\0"):
            raise _refused("In dit bestand zit een onderdeel met een verdachte naam.")
        if entry.flag_bits & ENCRYPTED:
            raise _refused("Dit bestand is met een wachtwoord beveiligd.")
        if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise _refused("Dit bestand is anders ingepakt dan een kantoordocument.")


def _check_sizes(entries: Sequence[ZipInfo], size: int, limits: ArchiveLimits) -> None:
    if sum(entry.compress_size for entry in entries) > size:
        raise _refused("In dit bestand overlappen onderdelen elkaar.")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.unpacked:
        raise _refused(f"Uitgepakt is dit bestand groter dan {limits.unpacked // 1024**2} MB.")
    for entry in entries:
        if entry.file_size > limits.small and entry.file_size > limits.ratio * entry.compress_size:
            raise _refused(f"Een onderdeel van dit bestand is meer dan {limits.ratio} keer zo klein ingepakt.")


def _unpack(archive: ZipFile, entry: ZipInfo) -> None:
    """Read to the end, a piece at a time: more than the list says is never read, and less is damage."""
    with archive.open(entry) as part:
        start = part.read(CHUNK)
        if start.startswith((LOCAL_HEADER, b"\xd0\xcf\x11\xe0")):
            raise _refused("In dit bestand zit nog een bestand.")
        unpacked = len(start)
        while piece := part.read(CHUNK):
            unpacked += len(piece)
    if unpacked != entry.file_size:
        raise _refused("Dit bestand is beschadigd.")


def _refused(found: str) -> Unreadable:
    return Unreadable(found, "Verwacht: een gewoon document van een kantoorprogramma.", ADVICE)
