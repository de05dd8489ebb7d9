"""Small files that robots, browsers and researchers ask for at fixed addresses."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.http import require_safe

from home.models import SiteSettings

SECURITY_TEXT_VALID = timedelta(days=180)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /beheer/", f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


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
    lines = [f"Contact: mailto:{address}", f"Expires: {expires}", "Preferred-Languages: nl, en", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
