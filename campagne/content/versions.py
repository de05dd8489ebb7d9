"""An earlier version of a page, to read and to print, with its date and when it stood on the site.

Every version is kept as long as its page (Archiefwet, Woo): nothing of ours throws one away, and `purge_revisions`
refuses.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path
from wagtail.admin.views.pages.revisions import RevisionsView
from wagtail.models import PageLogEntry, Revision

from campagne.staff.doors import behind_the_same_doors

PUBLISH, ENDS = "wagtail.publish", ("wagtail.publish", "wagtail.unpublish")


@dataclass(frozen=True)
class Version:
    """`published_at` and `replaced_at` are None when that never happened."""

    saved_at: datetime
    published_at: datetime | None
    replaced_at: datetime | None


def version_of(revision: Revision) -> Version:
    """What the history of the page says of one version; two queries."""
    history = PageLogEntry.objects.filter(page_id=int(revision.object_id)).order_by("timestamp")
    first = history.filter(action=PUBLISH, revision=revision).first()
    if first is None:
        return Version(revision.created_at, None, None)
    after = history.filter(action__in=ENDS, timestamp__gt=first.timestamp).exclude(action=PUBLISH, revision=revision)
    end = after.first()
    return Version(revision.created_at, first.timestamp, end.timestamp if end else None)


class VersionView(RevisionsView):
    """Wagtail's screen of one version, which says of which date it is. For who may edit or publish the page."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.revision_object.is_previewable():
            raise PermissionDenied
        mode = request.GET.get("mode", self.revision_object.default_preview_mode)
        version = version_of(self.object.revisions.get(pk=self.revision_id))
        answer: HttpResponse = self.revision_object.make_preview_request(request, mode, {"version": version})
        return answer


urlpatterns = [path("<int:page_id>/revisions/<int:revision_id>/view/", behind_the_same_doors(VersionView))]
