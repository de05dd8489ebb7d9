"""`/m`: where browsers say that a page was shown, read or acted on. Answered in a few words, never with a page.

It stands before the rest of the site, because it needs none of it. The address and the name of the
sender's browser are looked at here, once, to keep programs out; they go nowhere.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from campagne.measurement.bots import is_program
from campagne.measurement.counters import Reason
from campagne.measurement.ingest import MAX_BYTES, Aside, BadBeacon, Beacon, parse_beacon
from campagne.measurement.rejections import reject
from campagne.measurement.stamp import is_ours, still_counts
from campagne.measurement.writer import Arrival, Busy, inbox_writer
from campagne.serving.intake.origin import is_from_elsewhere

ADDRESS = "/m"
# What the other layers of the site give every answer, as far as an answer of a few words needs it.
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class Rejected(Exception):
    """A message that is not counted: why, how it is answered, and in which words."""

    def __init__(self, reason: Reason, status: int = 204, words: str = "") -> None:
        self.reason, self.status, self.words = reason, status, words


class BeaconFirst:
    """Answer /m before any other layer of the site."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return beacon(request) if request.path == ADDRESS else self.get_response(request)


def beacon(request: HttpRequest) -> HttpResponse:
    """Store one message and answer 204 when it is safe; otherwise say in a few words what was wrong with it."""
    if request.method != "POST":
        return answer(405, "Alleen POST.", Allow="POST")
    at = timezone.now()
    try:
        store(read(request), at)
    except Rejected as rejected:
        reject(rejected.reason, timezone.localdate(at))
        return answer(rejected.status, rejected.words)
    except (Busy, DatabaseError):
        reject(Reason.BUSY, timezone.localdate(at))
        busy = answer(503, "Even te druk.", **{"Retry-After": "60"})
        # It is counted; Django would write a line in the log for each, and there are most when things go wrong.
        busy._has_been_logged = True
        return busy
    return answer(204)


def answer(status: int, words: str = "", **headers: str) -> HttpResponse:
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8", headers={**HEADERS, **headers})


def read(request: HttpRequest) -> Beacon:
    """Read the message of a person's browser. Raises Rejected for everything that is not to be counted."""
    if is_from_elsewhere(request.headers, request.get_host()):
        raise Rejected(Reason.FOREIGN, 403, "Alleen van onze eigen pagina's.")
    if is_program(request.headers, is_secure=request.is_secure()):
        raise Rejected(Reason.BOT)
    if wants_no_counting(request):
        raise Rejected(Reason.REFUSED)
    body = request.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        raise Rejected(Reason.BROKEN, 413, "Te groot.")
    try:
        message = parse_beacon(body, request.get_host())
    except BadBeacon as error:
        raise Rejected(Reason.BROKEN, 400, "Onleesbaar.") from error
    if isinstance(message, Aside):
        raise Rejected(Reason(message.value))
    return message


def wants_no_counting(request: HttpRequest) -> bool:
    """Global Privacy Control or Do Not Track: the browser says that this person does not want to be counted."""
    return request.headers.get("Sec-GPC") == "1" or request.headers.get("DNT") == "1"


def store(message: Beacon, at: datetime) -> None:
    """Store it on the day of the view. Raises Rejected if the page no longer counts or the message was there."""
    if not is_ours(message.stamp, message.page_id, message.revision_id, message.step):
        raise Rejected(Reason.BROKEN, 400, "Onbekend stempel.")
    if not still_counts(message.page_id, message.revision_id, at):
        raise Rejected(Reason.EXPIRED, 410, "Deze pagina is vernieuwd of weg.")
    if not inbox_writer.store(arrival_of(message, at)):
        raise Rejected(Reason.REPEATED)


def arrival_of(message: Beacon, at: datetime) -> Arrival:
    """Return the row of the inbox that a message becomes, on the Amsterdam day of its view."""
    return Arrival(
        once=message.once,
        kind=message.kind.value,
        day=timezone.localdate(at - timedelta(seconds=message.seconds_after)),
        page_id=message.page_id,
        revision_id=message.revision_id,
        step=message.step,
        received_at=at,
        is_entry=message.is_entry,
        act=message.act,
        subject=message.subject,
        via=message.via,
        referrer=message.referrer,
    )
