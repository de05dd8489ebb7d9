"""How many bytes a file takes that a page names, whichever way static files and uploads are stored."""

from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage


def size_of(address: str) -> int | None:
    """The size in bytes; None for a file that is not there, so that nobody is promised it."""
    if address.startswith(settings.STATIC_URL):
        return _size_of_static(unquote(address.removeprefix(settings.STATIC_URL)))
    return _size_of_upload(unquote(address.removeprefix(settings.MEDIA_URL)))


def _size_of_static(name: str) -> int | None:
    if staticfiles_storage.exists(name):
        return staticfiles_storage.size(name)
    source = finders.find(name)
    return Path(source).stat().st_size if source else None


@lru_cache(maxsize=4096)
def _size_of_upload(name: str) -> int | None:
    """Pictures and sounds are named after their content, so a size holds as long as this process."""
    try:
        return default_storage.size(name)
    except (OSError, SuspiciousFileOperation):
        return None
