"""A database that does not answer gives a kind page, never a trace, and a line in the log now and then."""

import logging
import sys

from django.db import DatabaseError, InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from campagne.serving.sometimes_logged import SometimesLogged

SECONDS_TO_RETURN = 30
STAFF = "/beheer/"
SECONDS_BETWEEN_LINES = 10
# What SQLite says of a file that it cannot use; Django passes it on as a plain DatabaseError.
READ_ONLY = "read-only transaction"
BROKEN_FILE = ("file is not a database", "malformed", "file is encrypted")
_log = SometimesLogged(logging.getLogger(__name__), "De database faalt, bezoekers krijgen 503", SECONDS_BETWEEN_LINES)


def server_error_or_outage(request: HttpRequest) -> HttpResponse:
    """Answer what nobody caught (Django's handler500): 503 when the database is the cause, else 500."""
    outage = outage_behind(sys.exc_info()[1])
    if outage is None:
        return own_fault(request)
    _log.add(outage)
    return out_of_order()


def own_fault(request: HttpRequest) -> HttpResponse:
    """The page of a fault of ours; who works here reads at what time it was, and who can look it up."""
    at = timezone.localtime() if request.path.startswith(STAFF) else None
    return HttpResponse(render_to_string("500.html", {"at": at}), status=500, headers={"Cache-Control": "no-store"})


def out_of_order() -> HttpResponse:
    """The page of an outage. It needs no database and no request."""
    response = HttpResponse(
        render_to_string("503.html"),
        status=503,
        headers={"Cache-Control": "no-store", "Retry-After": str(SECONDS_TO_RETURN)},
    )
    # Django would write a line with a trace for every answer of 500 and higher; the line above is enough.
    response._has_been_logged = True
    return response


def outage_behind(error: BaseException | None) -> BaseException | None:
    """The failure of the database that led to this error; None when it is a fault of our own."""
    while error is not None and not is_outage(error):
        error = error.__cause__
    return error


def is_outage(error: BaseException) -> bool:
    if isinstance(error, OperationalError | InterfaceError):
        return True
    if isinstance(error, InternalError):
        return READ_ONLY in str(error)  # An upgrade lets nobody write.
    return type(error) is DatabaseError and any(words in str(error) for words in BROKEN_FILE)
