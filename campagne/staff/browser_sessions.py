"""Browser sessions of staff: they end by themselves, and all at once when an account is frozen.

A session ends after four hours without work, and twelve hours after logging in, whatever happens to it in between
(BIO2; OWASP ASVS 7.3). What an open screen asks by itself is no work. Visitors have none: the cookie is for /beheer/.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.middleware import SessionMiddleware
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from campagne.staff.kept_form import forget_sent, keep_form, keep_key

IDLE = timedelta(hours=4)
LONGEST = timedelta(hours=12)
ENDED_KEPT = timedelta(days=3)
"""So long the row and its key stay after the end: somebody who was away can still send what they filled in."""
WRITTEN_EVERY = timedelta(minutes=5)
"""A session that is used is written once in so long: the idle age is that much shorter at most."""
BY_ITSELF = ("/beheer/editing-sessions/", "/beheer/jsi18n/", "/beheer/sprite/")
BEGUN, USED = "begun_at", "used_at"


class SessionStore(DatabaseStore):
    """Sessions in the database, of which nothing that is set later can put off the end."""

    def begin(self, at: datetime) -> None:
        """Somebody logged in: both ages count from now."""
        self[BEGUN] = self[USED] = at.timestamp()

    def keep_alive(self, at: datetime) -> None:
        """Somebody did something: the idle age counts from now."""
        if SESSION_KEY in self and at.timestamp() - self.get(USED, 0) > WRITTEN_EVERY.total_seconds():
            self[USED] = at.timestamp()

    def get_expiry_date(self, **kwargs: Any) -> datetime:
        usual = super().get_expiry_date(**kwargs)
        if SESSION_KEY not in self:
            return usual
        return min(usual, _moment(self.get(USED, 0)) + IDLE, _moment(self.get(BEGUN, 0)) + LONGEST)

    def get_expiry_age(self, **kwargs: Any) -> int:
        """In seconds, for the cookie: it outlives the session, whose key then opens nothing and keeps a form."""
        return max(0, int((self.get_expiry_date(**kwargs) + ENDED_KEPT - timezone.now()).total_seconds()))


class StaffSessions(SessionMiddleware):
    """Django's sessions, which live on by what somebody does and not by what an open screen asks."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        # With the database away what went wrong is told at once: asking for the session again would wait again.
        is_work = response.status_code < 500 and not request.path.startswith(BY_ITSELF)
        if request.session.accessed and is_work:
            request.session.keep_alive(timezone.now())
            forget_sent(request, response)
            response = keep_form(request, response)
        is_logging_out = settings.SESSION_COOKIE_NAME in response.cookies
        response = super().process_response(request, response)
        return response if is_logging_out else keep_key(request, response)


def end_sessions(account: Any, *, but: str | None = None) -> int:
    """End every session of an account, save the one with the key `but`; return how many. May run twice."""
    keys = sessions_of(account, but=but)
    Session.objects.filter(pk__in=keys).delete()
    return len(keys)


def sessions_of(account: Any, *, but: str | None = None) -> list[str]:
    """The keys of the sessions of an account that did not end.

    Only what is in a session says whose it is, so all that run are read: one for everybody at work.
    """
    running = Session.objects.filter(expire_date__gt=timezone.now()).exclude(session_key=but)
    return [each.pk for each in running.iterator() if each.get_decoded().get(SESSION_KEY) == str(account.pk)]


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
