"""Whose sessions somebody sees in counts: of their library, of their municipality, or of the whole region."""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Q

from campagne.guided.sessions.library import Library
from campagne.guided.sessions.session import GuidedSession, GuidedSessionQuerySet
from campagne.staff.ownership import mine, municipalities_of, works_for_region


def sees_every_session(user: Any) -> bool:
    return works_for_region(user) or user.has_perm("staff.view_all_figures")


def sees_totals(user: Any) -> bool:
    """Tell whether there is anything this person may count."""
    if sees_every_session(user):
        return True
    if user.has_perm("staff.view_figures") and municipalities_of(user):
        return True
    return Library.objects.filter(coordinators__user=user.pk).exists()


def sessions_counted_for(user: Any) -> GuidedSessionQuerySet:
    """A coordinator sees their library, an editor what was held in their municipality; together if they are both."""
    sessions = GuidedSession.objects.order_by()
    if sees_every_session(user):
        return sessions
    theirs = Q(location__library__coordinators__in=Group.objects.filter(user=user.pk))
    if user.has_perm("staff.view_figures"):
        theirs |= mine(user, "location__municipality")
    return sessions.filter(theirs)
