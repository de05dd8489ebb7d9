"""Give out the pictures of pages; what editors uploaded themselves, originals and documents, has no address here."""

import re
from datetime import timedelta
from pathlib import PurePosixPath

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

KINDS = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp"}
RENDITION = re.compile(r"images/[\w.\-]+\.(?:jpe?g|png|webp)", re.ASCII)
# The name of a rendition starts with the hash of its original, so another picture has another name.
NAMED_AFTER_CONTENT = re.compile(r"images/[0-9a-f]{12}\.[^/]+")
A_YEAR, A_WHILE = timedelta(days=365), timedelta(hours=1)


@require_safe
def upload(request: HttpRequest, path: str) -> HttpResponseBase:
    if not RENDITION.fullmatch(path):
        raise Http404(f"no picture of a page has the name {path[:80]!r}")
    try:
        file = default_storage.open(path)
        changed_at = default_storage.get_modified_time(path)
    except (OSError, SuspiciousFileOperation) as error:  # A name longer than the file system takes names no file.
        raise Http404(f"no picture of a page has the name {path[:80]!r}") from error
    response = FileResponse(file, content_type=KINDS[PurePosixPath(path).suffix])
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Last-Modified"] = http_date(changed_at.timestamp())
    response.headers["Cache-Control"] = _how_long(path)
    return get_conditional_response(request, last_modified=int(changed_at.timestamp()), response=response)


def _how_long(path: str) -> str:
    if NAMED_AFTER_CONTENT.fullmatch(path):
        return f"public, max-age={A_YEAR // timedelta(seconds=1)}, immutable"
    return f"public, max-age={A_WHILE // timedelta(seconds=1)}"
