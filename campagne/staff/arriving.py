"""What happens at every login, whichever way somebody came in; and what is kept of it."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from campagne.staff import audit
from campagne.staff.browser_sessions import ENDED_KEPT

LOGINS_KEPT = timedelta(days=400)
"""Who logged in is of use to whoever looks into misuse, and of no use after that."""


def arrive(request: HttpRequest, user: Any, **_: Any) -> None:
    """Let the ages of the browser session count from now, and write the login in the history."""
    request.session.begin(timezone.now())
    audit.record(user, "login", by=user)


def forget_old(at: datetime) -> None:
    """Throw away browser sessions that ended long ago, and lines about logins; may run twice."""
    Session.objects.filter(expire_date__lt=at - ENDED_KEPT).delete()
    ModelLogEntry.objects.filter(action="staff.login", timestamp__lt=at - LOGINS_KEPT).delete()
