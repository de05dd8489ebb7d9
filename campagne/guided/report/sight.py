"""Whose sessions somebody sees in counts: of their library, of their municipality, or of the whole region."""

from typing import Any

from campagne.guided.sessions.library import Library
from campagne.guided.sessions.session import GuidedSession, GuidedSessionQuerySet
from campagne.staff.ownership import mine, works_for_region


def sees_every_session(user: Any) -> bool:
    return works_for_region(user) or user.has_perm("staff.view_all_figures")


def sees_totals(user: Any) -> bool:
    """Tell whether there is anything this person may count."""
    if sees_every_session(user) or Library.objects.filter(coordinators__user=user.pk).exists():
        return True
    return user.has_perm("staff.view_figures") and user.groups.filter(municipality__isnull=False).exists()


def sessions_counted_for(user: Any) -> GuidedSessionQuerySet:
    """A coordinator sees their library, an editor what was held in their municipality; together if they are both."""
    sessions = GuidedSession.objects.order_by()
    if sees_every_session(user):
        return sessions
    theirs = sessions.filter(location__library__coordinators__user=user.pk).values("pk")
    if not user.has_perm("staff.view_figures"):
        return sessions.filter(pk__in=theirs)
    held = sessions.filter(mine(user, "location__municipality")).values("pk")
    return sessions.filter(pk__in=theirs) | sessions.filter(pk__in=held)
