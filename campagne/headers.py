"""Security headers: one policy for what the public reads, a second for the admin of Wagtail."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

PUBLIC_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
)
# As strict as Wagtail's admin allows: it writes inline scripts and styles of its own.
ADMIN_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; object-src 'none'; form-action 'self'; base-uri 'self'; frame-ancestors 'self'"
)
ADMIN_PATH = "/beheer/"


class SecurityHeaders:
    """Give every answer its content security policy and the headers that belong with it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_preview = getattr(request, "is_preview", False)
        is_framed = is_preview or request.path.startswith(ADMIN_PATH)
        response.headers.setdefault("Content-Security-Policy", policy_for(request.path, is_preview=is_preview))
        response.headers.setdefault("X-Frame-Options", "SAMEORIGIN" if is_framed else "DENY")
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()"
        )
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


def policy_for(path: str, *, is_preview: bool = False) -> str:
    """Choose the policy: a preview is a public page that the admin may show in a frame."""
    if path.startswith(ADMIN_PATH) and not is_preview:
        return ADMIN_POLICY
    return PUBLIC_POLICY.format(ancestors="'self'" if is_preview else "'none'")
