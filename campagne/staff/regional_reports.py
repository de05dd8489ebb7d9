"""Reports of Wagtail that name what every municipality drafts: for whoever works for the region alone."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import path
from django.views.generic import View
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView

from campagne.staff.left import name_who_left
from campagne.staff.ownership import works_for_region


class SiteHistoryView(LogEntriesView):
    """Wagtail's, with the names of who left."""

    def decorate_paginated_queryset(self, queryset: Any) -> list:
        lines = super().decorate_paginated_queryset(queryset)
        name_who_left(lines)
        return lines


REPORTS: dict[str, type[View]] = {"site-history": SiteHistoryView, "page-types-usage": PageTypesUsageReportView}


def for_the_region(view: type[View]) -> Callable[..., HttpResponseBase]:
    """Show the report as Wagtail does; `results_only` is its list without the page around it."""

    @require_admin_access
    def report(request: HttpRequest, **options: Any) -> HttpResponseBase:
        if not works_for_region(request.user):
            raise PermissionDenied
        return view.as_view(**options)(request)

    return report


urlpatterns = [
    path(f"{name}/{end}", for_the_region(view), {"results_only": True} if end else {})
    for name, view in REPORTS.items()
    for end in ("", "results/")
]
