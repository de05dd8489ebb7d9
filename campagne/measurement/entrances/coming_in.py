"""`/q/<code>/`: the short address under a code on paper. It leads to a page of ours, and nowhere else.

The entrance goes along behind the hash, which no server sees: the page is the stored one that everybody gets, and its
tracker takes the entrance out of the address before anybody could pass it on.
"""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from campagne.measurement.entrances.doors import door_of
from campagne.measurement.entrances.scans import is_scan, note_scan
from campagne.serving.intake.refusals import Refusal, refuse

UNKNOWN = Refusal(
    404,
    "Deze code kennen we niet",
    "Typ het adres nog eens over, precies zoals het er staat. Of zoek op een woord, of ga naar de voorpagina.",
)
NOT_THERE_NOW = Refusal(
    404,
    "Deze pagina is er nu niet",
    "De code klopt, maar de pagina staat niet meer op de site. Zoek op een woord, of ga naar de voorpagina.",
)


@require_safe
def come_in(request: HttpRequest, code: str) -> HttpResponse:
    """Count the scan and lead on. A code whose poster was taken away leads on as before."""
    door = door_of(code)
    if door is None:
        return refuse(request, UNKNOWN)
    if door.url is None:
        return refuse(request, NOT_THERE_NOW)
    is_staff = comes_from_admin(request)
    if not is_staff and is_scan(request):
        note_scan(door.entrance, timezone.localdate())
    response = HttpResponseRedirect(f"{door.url}#{'medewerker' if is_staff else f'via-{door.code}'}")
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def comes_from_admin(request: HttpRequest) -> bool:
    """Tell whether somebody tries a code out from the admin; other staff are not known from visitors."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    return came_from.netloc == request.get_host() and came_from.path.startswith("/beheer/")
