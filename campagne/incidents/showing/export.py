"""What is said about now as plain files, for a web server or a bucket that stands when the site does not."""

import os
from collections.abc import Iterator
from pathlib import Path
from time import time
from urllib.parse import urlsplit

from django.conf import settings

from campagne.incidents.telling import MESSAGES, PATHS
from campagne.serving.store.address import Address
from campagne.serving.store.front import Store
from campagne.serving.store.page import Answer, StoredPage
from campagne.serving.store.shelf import remove, write


class NothingToExport(Exception):
    """The site failed and nothing of it was stored: what was exported before stays."""


def export(store: Store, folder: Path) -> list[Path]:
    """Write every page about now into the folder, plain and packed; return the plain files.

    May run twice, and while somebody reads: each file is whole at any moment. With the database away it writes what
    the store still gives, so that what has ended is told as ended here too. Raises NothingToExport if that is nothing.
    """
    store.watch.look(at_once=True)
    files = [file for path in _paths(store, folder) if (file := _export_one(store, path, folder)) is not None]
    if not files:
        raise NothingToExport
    return files


def _paths(store: Store, folder: Path) -> list[str]:
    """Every page about now, and each message that feeds lead to, or led to when it was exported before."""
    stored = {page.address.path for page in store.shelf.on_disk() if page.address.path.startswith(MESSAGES)}
    before = {f"{MESSAGES}{file.name}" for file in folder.joinpath(MESSAGES.strip("/")).glob("*.xml")}
    return [*PATHS, *sorted(stored | before)]


def _export_one(store: Store, path: str, folder: Path) -> Path | None:
    file = folder / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))
    made = store.make(Address(urlsplit(settings.SITE_URL).netloc, path))
    if isinstance(made, Answer):
        return _left_out(made, file)
    file.parent.mkdir(parents=True, exist_ok=True)
    for name, content in _forms(made.standing(time()) or made, file):
        beside = name.with_name(f"{name.name}.{os.getpid()}.new")
        write(beside, content, for_certain=True)
        beside.replace(name)
    return file


def _forms(page: StoredPage, file: Path) -> Iterator[tuple[Path, bytes]]:
    """The packed forms as web servers look for them, and the plain one last: who finds it finds the others too."""
    yield file.with_name(f"{file.name}.gz"), page.small
    yield file.with_name(f"{file.name}.br"), page.smaller
    yield file, page.as_plain[1]


def _left_out(answer: Answer, file: Path) -> None:
    """What the site does not have is not exported; what it cannot make now stays as it was exported before."""
    for name in (file, file.with_name(f"{file.name}.gz"), file.with_name(f"{file.name}.br")):
        if not answer.is_failure:
            remove(name)
