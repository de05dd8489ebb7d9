"""Static files are collected when they changed, so that a second start is quick."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect_when_changed() -> bool:
    """Collect the static files unless that was done since the last change; return whether it was needed."""
    note, now = settings.DATA_DIR / "static.collected", _fingerprint()
    if note.exists() and note.read_text() == now and Path(settings.STATIC_ROOT).is_dir():
        return False
    call_command("collectstatic", interactive=False, verbosity=0)
    note.write_text(now)
    return True


def _fingerprint() -> str:
    """Changes with every file that was added, removed, touched or resized, and with the way they are stored."""
    lines = [str(settings.STATIC_ROOT), settings.STORAGES["staticfiles"]["BACKEND"], *sorted(_files())]
    return sha256("\n".join(lines).encode()).hexdigest()


def _files() -> Iterator[str]:
    for finder in get_finders():
        for name, storage in finder.list([]):
            facts = Path(storage.path(name)).stat()
            yield f"{name} {facts.st_size} {facts.st_mtime_ns}"
