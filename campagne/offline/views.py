"""Screens to keep a page, to see what is kept and wipe it, and what is shown in place of a page that is not kept."""

from functools import cache
from hashlib import sha256

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from campagne.content.models import ContentPage
from campagne.offline.listing import listing_of


@require_safe
def keep(request: HttpRequest, page_id: int) -> TemplateResponse:
    """Say what would be kept of a page and how large it is, with the button that keeps it."""
    page = readable_page(page_id)
    context = {"kept_page": page, "listing": listing_of(page), "may_be_kept": settings.KEEP_OFFLINE}
    return TemplateResponse(request, "offline/keep.html", context)


@require_safe
def listing(request: HttpRequest, page_id: int) -> JsonResponse:
    """The same for the worker: every address with its bytes."""
    page = readable_page(page_id)
    whole = listing_of(page)
    files = [[kept.address, kept.size] for kept in whole.files]
    return JsonResponse({"title": page.title, "url": page.get_url(), "size": whole.size, "files": files})


@require_safe
def kept(request: HttpRequest) -> TemplateResponse:
    return TemplateResponse(request, "offline/kept.html")


@require_safe
def offline(request: HttpRequest) -> TemplateResponse:
    return TemplateResponse(request, "offline/offline.html", headers={"X-Robots-Tag": "noindex"})


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The worker of this release; the one that takes itself away, when the site keeps nothing any more.

    Browsers ask for it again at every visit and compare it byte by byte, so a new release is noticed.
    """
    name = "offline/worker.js" if settings.KEEP_OFFLINE else "offline/no_worker.js"
    script = render_to_string(name, {"release": release()})
    headers = {"Cache-Control": "no-cache", "X-Robots-Tag": "noindex"}
    return HttpResponse(script, content_type="text/javascript; charset=utf-8", headers=headers)


@cache
def release() -> str:
    """A mark that changes with every static file."""
    names = getattr(staticfiles_storage, "hashed_files", {})
    return sha256("\n".join(sorted(names.values())).encode()).hexdigest()[:12]


def readable_page(page_id: int) -> ContentPage:
    """The page, if anybody may read it; otherwise 404."""
    return get_object_or_404(ContentPage.objects.live().public(), pk=page_id).specific
