"""What the admin shows of this installation, and what a page tells the store that keeps it."""

from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from campagne.serving.clock.panel import panels_for
from campagne.serving.store.page import PAGE_ID, VALID_UNTIL


@hooks.register("construct_homepage_panels")
def show_troubles_of_clock(request: HttpRequest, panels: list[Component]) -> None:
    panels.extend(panels_for(request.user))


@hooks.register("before_serve_page")
def end_in_time(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> None:
    """Refuse a page whose end has come before the clock takes it away, and tell the store until when it holds."""
    if page.expire_at and page.expire_at <= timezone.now():
        raise Http404(f"page {page.pk} ended at {page.expire_at}")
    request.META[PAGE_ID] = page.pk
    request.META[VALID_UNTIL] = page.expire_at.timestamp() if page.expire_at else None
