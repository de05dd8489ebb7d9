"""Where a form may come from and how large it may be: our own pages only, decided before anything is read.

Visitors' forms carry no cookie and so no CSRF value. What a browser says about the origin of a
post is enough; old tablets that say nothing are let through. Staff keep Django's own protection.
"""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware

from campagne.headers import ADMIN_PATH
from campagne.serving.intake import refusals

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
LENGTH = re.compile(r"[0-9]{1,18}")
FILE_TOO_LARGE = refusals.Refusal(
    413,
    "Dit bestand is te groot",
    "Een bestand mag hoogstens 10 MB zijn. Ga terug: wat er was ingevuld, staat er nog. Kies dan een kleiner bestand.",
)
OFFICIAL_TABLES = "/beheer/cijfers/officieel/inlezen/"
# A file of 10 MB with the form around it; a page with a long text; a name and a password, a code, a passkey.
MOST_BYTES = (
    ("/beheer/login/", settings.PUBLIC_POST_MAX_BYTES),
    ("/beheer/toegang/", settings.PUBLIC_POST_MAX_BYTES),
    ("/beheer/password_reset/", settings.PUBLIC_POST_MAX_BYTES),
    ("/beheer/images/", settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE + 1024**2),
    ("/beheer/documents/", settings.WAGTAILDOCS_MAX_UPLOAD_SIZE + 1024**2),
    # Sound of 5 MB; what is larger than that is refused by its own form, in words about sound.
    ("/beheer/snippets/quiz/question/geluid/", settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE + 1024**2),
    # A table of 10 MB.
    (OFFICIAL_TABLES, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE + 1024**2),
    (ADMIN_PATH, settings.DATA_UPLOAD_MAX_MEMORY_SIZE),
    ("/", settings.PUBLIC_POST_MAX_BYTES),
)


class SameOriginForms:
    """Refuse a public post from another origin (403), and any post that is too large (413) or has no length (400)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE_METHODS:
            is_public = not request.path.startswith(ADMIN_PATH)
            if is_public and is_from_elsewhere(request.headers, request.get_host()):
                return refusals.refuse(request, refusals.FROM_ELSEWHERE)
            if refusal := refusal_of_length(request):
                return refusals.refuse(request, refusal)
            if is_public:
                request._dont_enforce_csrf_checks = True
        return self.get_response(request)


class CsrfForStaff(CsrfViewMiddleware):
    """Django's CSRF protection, for the admin only: public answers carry no cookie."""

    def process_request(self, request: HttpRequest) -> None:
        if request.path.startswith(ADMIN_PATH):
            super().process_request(request)


def refusal_of_length(request: HttpRequest) -> refusals.Refusal | None:
    """Say why a body is not read, or None when it may be.

    A body without a length, in chunks, is never read: every browser and proxy tells the length of a form.
    """
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not LENGTH.fullmatch(length) or "Transfer-Encoding" in request.headers:
        return refusals.BROKEN
    most = next(most for start, most in MOST_BYTES if request.path.startswith(start))
    if int(length) <= most:
        return None
    is_file = request.path.startswith(("/beheer/images/", "/beheer/documents/", OFFICIAL_TABLES))
    return FILE_TOO_LARGE if is_file else refusals.TOO_LARGE


def is_from_elsewhere(headers, host: str) -> bool:
    """Tell whether the browser says that another site sent this; no word about it counts as ours."""
    if headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return True
    origin = headers.get("Origin")
    return origin is not None and _host_of(origin) != host


def _host_of(origin: str) -> str:
    """The host with its port; empty when it cannot be read, which is no host of ours."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""
