"""Wagtail's addresses, answered by screens of ours that stand before its own."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.generic import View
from wagtail.admin.auth import require_admin_access
from wagtail.admin.urls import display_custom_404


def behind_the_same_doors(view: type[View], **options: Any) -> Callable[..., HttpResponseBase]:
    """Open the screen only to whom Wagtail would open its own."""
    return never_cache(display_custom_404(require_admin_access(view.as_view(**options))))
