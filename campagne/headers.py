"""Security headers: one policy for what the public reads, a second for the admin of Wagtail."""

import re
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.http import HttpRequest, HttpResponse

PUBLIC_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'none'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors {ancestors}"
)
# A worker is registered where somebody chooses to keep a page, and nowhere else; it fetches from here alone.
KEEPING_PATH = re.compile(r"/bewaren/[0-9]+/")
WORKER_PATH = "/sw.js"
WORKER_POLICY = "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"
# As strict as Wagtail's admin allows: it writes inline scripts and styles of its own.
ADMIN_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; object-src 'none'; form-action 'self'; base-uri 'self'; frame-ancestors 'self'"
)
ADMIN_PATH = "/beheer/"
# What to do now is read in one request, so its style is written in the page; the browser knows it by its hash.
NOW_PATHS = frozenset({"/nu/", "/nu/en/", "/nu/de/"})
NOW_STYLE = Path(__file__).resolve().parent.parent / "templates/incidents/nu.css"
NOW_POLICY = (
    "default-src 'none'; style-src 'sha256-{style}'; img-src data:; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
# What other sites may put in a frame: a few lines about now, with their own style and nothing to send.
CARD_PATH = "/nu/kaart/"
CARD_STYLE = NOW_STYLE.parent.parent / "syndication/card.css"
CARD_POLICY = "default-src 'none'; style-src 'sha256-{style}'; form-action 'none'; base-uri 'none'; frame-ancestors *"
# What the scripts of other sites may read: it is the same for everybody, and made for them.
OPEN_PATHS = re.compile(r"/nu/(?:atom\.xml|cap\.xml|nu\.json|cap/[0-9a-f-]+\.xml)")


class SecurityHeaders:
    """Give every answer its content security policy and the headers that belong with it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_preview = getattr(request, "is_preview", False)
        is_framed = is_preview or request.path.startswith(ADMIN_PATH)
        policy = policy_for(request.path, is_preview=is_preview, is_refusal=response.status_code >= 400)
        response.headers.setdefault("Content-Security-Policy", policy)
        if not is_card(request.path, response.status_code):
            response.headers.setdefault("X-Frame-Options", "SAMEORIGIN" if is_framed else "DENY")
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()"
        )
        if is_open(request.path, response.status_code):
            response.headers.setdefault("Access-Control-Allow-Origin", "*")
            response.headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


def is_open(path: str, status: int) -> bool:
    """Tell whether this is a feed, that any site may read; a refusal at its address is not."""
    return status < 400 and bool(OPEN_PATHS.fullmatch(path))


def is_card(path: str, status: int) -> bool:
    """Tell whether this is the card, that any site may frame; a refusal at its address is not."""
    return status < 400 and path == CARD_PATH


@cache
def policy_of_now() -> str:
    """The policy of what to do now: that one style and the drawing in the tab, and nothing else."""
    return NOW_POLICY.format(style=_hash(NOW_STYLE))


@cache
def policy_of_card() -> str:
    """The policy of the card: its one style, in a frame of anybody."""
    return CARD_POLICY.format(style=_hash(CARD_STYLE))


def _hash(style: Path) -> str:
    return b64encode(sha256(style.read_bytes()).digest()).decode()


def policy_for(path: str, *, is_preview: bool = False, is_refusal: bool = False) -> str:
    """Choose the policy: a preview is a public page that the admin may show in a frame."""
    if path in NOW_PATHS and not is_refusal:
        return policy_of_now()
    if path == CARD_PATH and not is_refusal:
        return policy_of_card()
    if path == WORKER_PATH and not is_refusal:
        return WORKER_POLICY
    if path.startswith(ADMIN_PATH) and not is_preview:
        return ADMIN_POLICY
    policy = PUBLIC_POLICY.format(ancestors="'self'" if is_preview else "'none'")
    return policy.replace("worker-src 'none'", "worker-src 'self'") if KEEPING_PATH.fullmatch(path) else policy
