"""Encryption with age (https://age-encryption.org/v1): whoever has `age` and the key opens a backup without us."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from pyrage import DecryptError, IdentityError, RecipientError, decrypt_io, encrypt_io
from pyrage.x25519 import Identity, Recipient

from campagne.serving.backup.disk import told
from campagne.serving.backup.refused import Refused

PRIVATE = "AGE-SECRET-KEY-"
OWN_KEY = "backup-readback.key"


def recipient(public_key: str) -> Recipient:
    """Raises Refused for anything but a public key of age."""
    try:
        return Recipient.from_str(public_key.strip())
    except RecipientError as error:
        raise Refused(
            f"BACKUP_KEY is {public_key[:12]!r}…; verwacht: een publieke sleutel die met 'age1' begint. "
            "Maak een sleutel met: manage.py backup --new-key sleutel.txt"
        ) from error


def identities_in(file: Path) -> list[Identity]:
    """The private keys in a file, one a line, as `age-keygen` writes them. Raises Refused when there is none."""
    try:
        lines = [line.strip() for line in file.read_text().splitlines()]
        found = [Identity.from_str(line) for line in lines if line.startswith(PRIVATE)]
    except (OSError, ValueError, IdentityError) as error:
        raise Refused(
            f"De sleutel in {file} is niet te lezen. Kies het bestand dat u bij het maken bewaarde."
        ) from error
    if not found:
        raise Refused(f"In {file} staat geen sleutel; verwacht: een regel die met {PRIVATE} begint.")
    return found


def new_identity(file: Path) -> Identity:
    """Make a key and write it where nobody else may read it. Raises Refused when something stands there."""
    made = Identity.generate()
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise Refused(f"{file} staat er al. Kies een nieuwe naam.") from error
    except OSError as error:
        raise Refused(f"De sleutel kan niet worden gemaakt: {told(error)}") from error
    with open(descriptor, "w") as opened:
        opened.write(f"# public key: {made.to_public()}\n{made}\n")
    return made


def own_identity(folder: Path) -> Identity:
    """The key with which this machine reads back what it wrote; made when first asked for, and in no backup."""
    return next(iter(own_identities(folder)), None) or new_identity(folder / OWN_KEY)


def own_identities(folder: Path) -> list[Identity]:
    """The same key where it was made already."""
    return identities_in(folder / OWN_KEY) if (folder / OWN_KEY).exists() else []


@contextmanager
def sealed(into: IO[bytes], recipients: Sequence[Recipient]) -> Iterator[IO[bytes]]:
    """Something to write to; what arrives in `into` is encrypted when there is anybody to encrypt to."""
    if not recipients:
        yield into
        return
    with _beside(lambda source: encrypt_io(source, into, recipients), is_writing=True) as stream:
        yield stream


@contextmanager
def unsealed(source: IO[bytes], identities: Sequence[Identity]) -> Iterator[IO[bytes]]:
    """Something to read from, whether it was encrypted or not. Raises Refused when no key fits."""
    is_sealed = source.read(3) == b"age"
    source.seek(0)
    if not is_sealed:
        yield source
        return
    if not identities:
        raise Refused("Deze backup is versleuteld. Geef de geheime sleutel: --key BESTAND")
    try:
        with _beside(lambda into: decrypt_io(source, into, identities), is_writing=False) as stream:
            yield stream
    except DecryptError as error:
        raise Refused("De sleutel past niet op deze backup, of het bestand is beschadigd. Kies een andere.") from error


@contextmanager
def _beside(work: Callable[[IO[bytes]], Any], *, is_writing: bool) -> Iterator[IO[bytes]]:
    """One end of a pipe, while a thread works at the other; a fault of that thread comes out here.

    Who reads may stop before the end.
    """
    reading, writing = os.pipe()
    reader, writer = os.fdopen(reading, "rb"), os.fdopen(writing, "wb")
    ours, theirs = (writer, reader) if is_writing else (reader, writer)
    with ThreadPoolExecutor(max_workers=1) as pool:
        working = pool.submit(_work_and_close, work, theirs)
        try:
            yield ours
            ours.close()
        except BaseException:
            with suppress(OSError):
                ours.close()
            if (fault := working.exception()) and not isinstance(fault, BrokenPipeError):
                raise fault from None
            raise
        fault = working.exception()
        if fault and (is_writing or not isinstance(fault, BrokenPipeError)):
            raise fault


def _work_and_close(work: Callable[[IO[bytes]], Any], end: IO[bytes]) -> None:
    try:
        work(end)
    finally:
        with suppress(BrokenPipeError):
            end.close()
