"""What every screen of a quiz shares: it refuses in words, no cache keeps it, and the ways on and back are there."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from campagne.quiz.questions.plan import Block
from campagne.quiz.taking.course import Course, Place
from campagne.quiz.taking.sitting import Sitting
from campagne.serving.intake.refusals import Refusal, refuse

WRONG_METHOD = Refusal(405, "Zo kunt u deze pagina niet openen", "Begin de quiz met de knop Start de quiz.")
AFTER_MEASURING = {Block.MEASURE_PRE: "measured_before", Block.MEASURE_POST: "measured_after"}


class SeeOther(HttpResponseRedirect):
    """After a form: the browser fetches another page, and reloading that one sends nothing again."""

    status_code = 303


def screen(*methods: str, wrong_method: Refusal = WRONG_METHOD) -> Callable:
    """Make a view a screen of a quiz, or of a group that takes one: kept by no cache, and refusing in words."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                if request.method not in methods:
                    raise wrong_method
                response = view(request, *args, **kwargs)
            except Refusal as refusal:
                response = refuse(request, refusal)
            if response.status_code == 405:
                response.headers["Allow"] = ", ".join(methods)
            response.headers["Cache-Control"] = "no-store"
            return response

        return shown

    return decorate


def url_after(sitting: Sitting, course: Course, number: int) -> str:
    """Where to go after a part: the end of a measuring, the next part, or the overview."""
    if measured := course.ends_measuring(number):
        return sitting.url(AFTER_MEASURING[measured])
    return sitting.url("question", number + 1) if number < course.total else sitting.url("overview")


def url_onward(sitting: Sitting) -> str:
    """Where somebody was: the first question that a measuring waits for, or what follows the last answer."""
    course = sitting.course
    onward = course.waits_for(course.furthest + 1) or course.place(course.furthest + 1)
    return sitting.url("question", onward.number) if onward else ""


def frame(sitting: Sitting, place: Place | None = None) -> dict[str, Any]:
    """The quiz, where one is in it, and the ways on and back; without a place those to the overview and the end."""
    shared = {
        "quiz": sitting.quiz_version.quiz,
        "word": "Vraag" if sitting.course.is_simple else "Onderdeel",
        "total": sitting.course.total,
        "overview_url": sitting.url("overview"),
        "stop_url": sitting.url("stop"),
    }
    if place is None:
        return shared
    number = place.number
    before_url = sitting.url("question", number - 1) if number > 1 else ""
    return {
        **shared,
        "number": number,
        "before_url": before_url,
        "after_url": url_after(sitting, sitting.course, number),
    }
