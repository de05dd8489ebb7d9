"""Who may plan and who may lead; asked before anything is shown."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from campagne.guided.sessions.library import Location
from campagne.guided.sessions.session import GuidedSession
from campagne.staff.ownership import works_for_region

View = Callable[..., HttpResponse]


def may_plan(user: Any) -> bool:
    return works_for_region(user) or user.has_perm("guided.plan_sessions")


def may_lead(user: Any) -> bool:
    return works_for_region(user) or user.has_perm("guided.lead_sessions")


def for_(may: Callable[[Any], bool]) -> Callable[[View], View]:
    """Shut a view for everybody else: `@for_(may_plan)`."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not may(request.user):
                raise PermissionDenied("Vraag de beheerder om bij een bibliotheek te horen.")
            return view(request, *args, **kwargs)

        return guarded

    return guard


def led_session(user: Any, pk: int) -> GuidedSession:
    """A session this person may lead. Raises Http404, also for one of somebody else."""
    return get_object_or_404(GuidedSession.objects.whole().led_by(user), pk=pk)


def planned_session(user: Any, pk: int) -> GuidedSession:
    """A session this person plans. Raises Http404."""
    return get_object_or_404(GuidedSession.objects.whole().planned_by(user), pk=pk)


def own_location(user: Any, pk: int) -> Location:
    return get_object_or_404(Location.objects.of(user).select_related("library", "municipality"), pk=pk)
