"""The files of our own that may be put in print: pictures that editors chose, and one stylesheet."""

import mimetypes
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import default_storage

from campagne.sheets.pdf import File

PICTURES = f"{settings.MEDIA_URL}images/"


def own_file(path: str) -> File | None:
    """A picture that is on the site; None for anything else, also for a document that somebody uploaded."""
    mime_type = mimetypes.guess_type(path)[0] or ""
    if not path.startswith(PICTURES) or not mime_type.startswith("image/"):
        return None
    try:
        with default_storage.open(path.removeprefix(settings.MEDIA_URL)) as file:
            return File(file.read(), mime_type)
    except (OSError, SuspiciousOperation):
        return None


@cache
def print_style(stylesheet: str) -> str:
    """A stylesheet for print, such as "css/print_paper.css". Raises FileNotFoundError for what is no static file."""
    found = finders.find(stylesheet)
    if not isinstance(found, str):
        raise FileNotFoundError(f"{stylesheet} is not found; expected it among the static files of this project")
    return Path(found).read_text(encoding="utf-8")
