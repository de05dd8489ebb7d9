"""A refused request gets a short, kind Dutch page with the right status."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import ProtectedError, RestrictedError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.datastructures import MultiValueDictKeyError


@dataclass(eq=False)
class Refusal(Exception):
    """Why a request is refused: an HTTP status, and a title and advice for the reader."""

    status: int
    title: str
    advice: str


BROKEN = Refusal(400, "Dit konden we niet lezen", "Ga terug naar de pagina en probeer het nog een keer.")
FROM_ELSEWHERE = Refusal(
    403, "Dit formulier kwam van een andere website", "Open onze pagina zelf en vul het formulier daar in."
)
NOT_FOUND = Refusal(
    404, "Deze pagina is er niet", "Misschien is het adres veranderd. Zoek op een woord of ga naar het begin."
)
WRONG_METHOD = Refusal(405, "Zo werkt deze pagina niet", "Open de pagina met de link of de knop die erbij hoort.")
STILL_IN_USE = Refusal(
    409, "Dit is nog in gebruik", "Haal het eerst weg op de plaatsen waar het gebruikt wordt, en verwijder het dan."
)
NO_LONGER_THERE = Refusal(410, "Dit is er niet meer", "De pagina is vernieuwd. Begin opnieuw vanaf het begin.")
TOO_LARGE = Refusal(413, "Dit is te groot", "Stuur minder tekst of een kleiner bestand.")
TOO_MANY = Refusal(
    429, "Even rustig aan", "Er komen te veel verzoeken tegelijk. Wacht een minuut en probeer het opnieuw."
)


class NoSilentRefusal:
    """Give words to what Django answers with an empty page, or Wagtail not at all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 405 or response.content:
            return response
        spoken = refuse(request, WRONG_METHOD)
        spoken.headers["Allow"] = response.headers["Allow"]
        return spoken

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Say what is wrong with a form that misses a field, or with removing what something else needs."""
        if isinstance(exception, MultiValueDictKeyError):
            return refuse(request, BROKEN)
        if isinstance(exception, ProtectedError | RestrictedError):
            return refuse(request, STILL_IN_USE)
        return None


def refuse(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Render the refusal; never stored by a cache."""
    page = render_to_string("refusal.html", {"refusal": refusal}, request=request)
    return HttpResponse(page, status=refusal.status, headers={"Cache-Control": "no-store"})


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form of the admin whose security value is missing or old (Django's CSRF_FAILURE_VIEW)."""
    return refuse(
        request,
        Refusal(
            403, "Dit formulier is verlopen", "Ga terug, laad de pagina opnieuw en verstuur het formulier nog eens."
        ),
    )
