"""Small files that robots, browsers and researchers ask for at fixed addresses."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.http import require_safe

from home.models import SiteSettings

SECURITY_TEXT_VALID = timedelta(days=180)
# The admin, results of a search, and addresses that were made for one reader.
NOT_TO_BE_FOUND = ("/beheer/", "/zoeken/?", "/quiz/*/*/", "/nuttig/", "/bewaren/", "/offline/")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_TO_BE_FOUND), f"Sitemap: {ours('/sitemap.xml')}"]
    return in_lines(lines)


@require_safe
def favicon(request: HttpRequest) -> HttpResponsePermanentRedirect:
    return HttpResponsePermanentRedirect(static("img/favicon.ico"))


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Say whom to tell about a weakness (RFC 9116); 404 until the site names somebody."""
    address = SiteSettings.for_request(request).security_email
    if not address:
        return HttpResponse("Nog geen contact voor beveiliging ingevuld.\n", status=404, content_type="text/plain")
    expires = (timezone.now() + SECURITY_TEXT_VALID).strftime("%Y-%m-%dT00:00:00Z")
    lines = [f"Contact: mailto:{address}", f"Expires: {expires}", "Preferred-Languages: nl, en"]
    return in_lines([*lines, f"Canonical: {ours('/.well-known/security.txt')}"])


def ours(path: str) -> str:
    """The whole address, as SITE_URL says it: never as the visitor called us."""
    return settings.SITE_URL.rstrip("/") + path


def in_lines(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
