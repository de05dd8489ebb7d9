"""Who may raise an incident; asked before anything is shown."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from campagne.incidents.reminding import RAISE

View = Callable[..., HttpResponse]


def may_raise(user: Any) -> bool:
    return user.has_perm(RAISE)


def for_raisers(view: View) -> View:
    """Shut a view for everybody else."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_raise(request.user):
            raise PermissionDenied("Dit is voor incidentredacteuren. Vraag de beheerder om erbij te horen.")
        return view(request, *args, **kwargs)

    return guarded
