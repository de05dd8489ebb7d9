"""Give out the pictures of pages and sounds; originals of pictures and documents have no address here."""

import re
from datetime import timedelta
from pathlib import PurePosixPath

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from campagne.serving.ranges import ranged, whole

PICTURES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".avif": "image/avif",
}
SOUNDS = {".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".ogg": "audio/ogg", ".wav": "audio/wav"}
KINDS = PICTURES | SOUNDS
RENDITION = r"images/[\w.\-]+\.(?:jpe?g|png|webp|avif)"
SOUND = r"sounds/[0-9a-f]{64}\.(?:mp3|m4a|ogg|wav)"
GIVEN_OUT = re.compile(f"{RENDITION}|{SOUND}", re.ASCII)
# The name of a rendition starts with the hash of its original, so another picture has another name.
NAMED_AFTER_CONTENT = re.compile(rf"images/[0-9a-f]{{12}}\.[^/]+|{SOUND}")
# Who saves data gets the small one of two sizes; a page is the same for everybody, so it cannot name it.
SMALLER = {".width-960.": ".width-480.", ".fill-640x480.": ".fill-320x240."}
A_YEAR, A_WHILE = timedelta(days=365), timedelta(hours=1)


@require_safe
def upload(request: HttpRequest, path: str) -> HttpResponseBase:
    if not GIVEN_OUT.fullmatch(path):
        raise Http404(f"no picture or sound has the name {path[:80]!r}")
    asked, path = path, _small_one(path) if request.headers.get("Save-Data") == "on" else path
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
    if any(size in asked for size in SMALLER):
        patch_vary_headers(response, ["Save-Data"])
    return get_conditional_response(request, last_modified=int(changed_at.timestamp()), response=response)


def _small_one(path: str) -> str:
    """The smaller size of the same picture, where there is one."""
    for large, small in SMALLER.items():
        smaller = path.replace(large, small)
        if smaller != path and default_storage.exists(smaller):
            return smaller
    return path


def _how_long(path: str) -> str:
    if NAMED_AFTER_CONTENT.fullmatch(path):
        return f"public, max-age={A_YEAR // timedelta(seconds=1)}, immutable"
    return f"public, max-age={A_WHILE // timedelta(seconds=1)}"
