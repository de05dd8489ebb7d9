"""Give out the pictures of pages and sounds; originals of pictures and documents have no address here."""

import re
from datetime import timedelta
from pathlib import PurePosixPath

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from campagne.serving.ranges import ranged, whole

PICTURES = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp"}
SOUNDS = {".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".ogg": "audio/ogg", ".wav": "audio/wav"}
KINDS = PICTURES | SOUNDS
RENDITION = r"images/[\w.\-]+\.(?:jpe?g|png|webp)"
SOUND = r"sounds/[0-9a-f]{64}\.(?:mp3|m4a|ogg|wav)"
GIVEN_OUT = re.compile(f"{RENDITION}|{SOUND}", re.ASCII)
# The name of a rendition starts with the hash of its original, so another picture has another name.
NAMED_AFTER_CONTENT = re.compile(rf"images/[0-9a-f]{{12}}\.[^/]+|{SOUND}")
A_YEAR, A_WHILE = timedelta(days=365), timedelta(hours=1)


@require_safe
def upload(request: HttpRequest, path: str) -> HttpResponseBase:
    if not GIVEN_OUT.fullmatch(path):
        raise Http404(f"no picture or sound has the name {path[:80]!r}")
    try:
        file = default_storage.open(path)
        changed_at = default_storage.get_modified_time(path)
    except (OSError, SuspiciousFileOperation) as error:  # A name longer than the file system takes names no file.
        raise Http404(f"no picture or sound has the name {path[:80]!r}") from error
    suffix = PurePosixPath(path).suffix
    give = ranged if suffix in SOUNDS else whole
    response = give(request, file, KINDS[suffix])
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Last-Modified"] = http_date(changed_at.timestamp())
    response.headers["Cache-Control"] = _how_long(path)
    return get_conditional_response(request, last_modified=int(changed_at.timestamp()), response=response)


def _how_long(path: str) -> str:
    if NAMED_AFTER_CONTENT.fullmatch(path):
        return f"public, max-age={A_YEAR // timedelta(seconds=1)}, immutable"
    return f"public, max-age={A_WHILE // timedelta(seconds=1)}"
