"""Wagtail's addresses of its editor, answered by ours: they stand before its own, behind the same doors."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.urls import path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.urls import display_custom_404
from wagtail.admin.views.pages.edit import EditView

from campagne.measurement.beside.panel import EditViewWithFigures, RevertViewWithFigures


def behind_the_same_doors(view: type[EditView]) -> Callable[..., HttpResponseBase]:
    return never_cache(display_custom_404(require_admin_access(view.as_view())))


urlpatterns = [
    path("<int:page_id>/edit/", behind_the_same_doors(EditViewWithFigures)),
    path("<int:page_id>/revisions/<int:revision_id>/revert/", behind_the_same_doors(RevertViewWithFigures)),
]
