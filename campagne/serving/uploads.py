"""Give out what editors uploaded, with headers that keep a browser from guessing what it is."""

from pathlib import PurePosixPath

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

SHOWN_INLINE = {".gif", ".jpg", ".jpeg", ".png", ".webp"}


@require_safe
def upload(request: HttpRequest, path: str) -> HttpResponseBase:
    try:
        response = serve(request, path, document_root=settings.MEDIA_ROOT)
    except OSError as error:  # A name longer than the file system takes names no file of ours.
        raise Http404(f"no upload has the name {path[:80]!r}") from error
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "public, max-age=86400"
    if PurePosixPath(path).suffix.lower() not in SHOWN_INLINE:
        response["Content-Disposition"] = "attachment"
    return response
