"""Wagtail's history of the whole site names what every municipality drafts: for whoever works for the region alone."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.audit_logging import LogEntriesView

from campagne.staff.ownership import works_for_region


@require_admin_access
def entries(request: HttpRequest, **options: Any) -> HttpResponseBase:
    """Show the history as Wagtail does; `results_only` is its list without the page around it."""
    if not works_for_region(request.user):
        raise PermissionDenied
    return LogEntriesView.as_view(**options)(request)
