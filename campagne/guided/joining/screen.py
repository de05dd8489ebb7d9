"""What every screen of a participant shares: it refuses in words with a way on, and no cache keeps it."""

from collections.abc import Callable
from functools import wraps
from time import monotonic
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from campagne.guided.joining.finding import Asker
from campagne.serving.intake.rate import sender_of
from campagne.serving.intake.refusals import Refusal

WRONG_METHOD = Refusal(405, "Zo werkt deze pagina niet", "Gebruik de knop die erbij hoort.")
STILL_IN = {405, 409, 422}
"""After these somebody still takes part, so the way on leads back to the lesson."""


def guided_screen(*methods: str) -> Callable:
    """Make a view a screen for participants; HEAD comes with GET."""
    allowed = {*methods, *(["HEAD"] if "GET" in methods else [])}

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                if request.method not in allowed:
                    raise WRONG_METHOD
                response = view(request, *args, **kwargs)
            except Refusal as refusal:
                response = refused(request, refusal, kwargs.get("signed", ""))
            if response.status_code == 405:
                response.headers["Allow"] = ", ".join(sorted(allowed))
            response.headers["Cache-Control"] = "no-store"
            return response

        return shown

    return decorate


def refused(request: HttpRequest, refusal: Refusal, signed: str = "") -> HttpResponse:
    """The refusal in words, with a button back to the lesson, or to where a code is typed."""
    is_in = bool(signed) and refusal.status in STILL_IN
    context = {
        "refusal": refusal,
        "way_on": reverse("guided:participant", args=[signed]) if is_in else reverse("guided:join"),
        "is_in": is_in,
    }
    page = render_to_string("guided/refused.html", context, request=request)
    return HttpResponse(page, status=refusal.status)


def asker_of(request: HttpRequest) -> Asker:
    return Asker(sender_of(request.META, settings.PROXIES), timezone.now(), monotonic())
