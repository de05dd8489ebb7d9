"""Taking a quiz: one question a screen, each answer saved as it is given, nothing remembered in the browser."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from wagtail.models import Page

from campagne.quiz import taking
from campagne.quiz.attempts import Attempt
from campagne.quiz.explaining import Explanation
from campagne.quiz.form import OPEN, Arrangement, Form
from campagne.quiz.quiz import Quiz
from campagne.quiz.rendering import Rendering, rendered
from campagne.quiz.scoring import State
from campagne.quiz.screens import overview_of, result_of
from campagne.quiz.sitting import Sitting
from campagne.quiz.submission import NothingChosen, read_arrangement, read_submission
from campagne.quiz.ticket import Ticket, read_page
from campagne.quiz.versions import QuestionVersion
from campagne.serving.intake.refusals import ALREADY_DIFFERENT, NOT_FOUND, Refusal, refuse

EMPTY = Refusal(404, "Deze quiz heeft nog geen vragen", "Kom later terug, of kies een andere quiz.")
WRONG_METHOD = Refusal(405, "Zo kunt u deze pagina niet openen", "Begin de quiz met de knop Start de quiz.")
NOTHING_CHOSEN = "Kies een antwoord, of kies ‘Weet ik niet’."


class SeeOther(HttpResponseRedirect):
    """After a form: the browser fetches another page, and reloading that one sends nothing again."""

    status_code = 303


def screen(*methods: str) -> Callable:
    """Make a view a screen of a quiz: kept by no cache, and refusing in words."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                if request.method not in methods:
                    raise WRONG_METHOD
                response = view(request, *args, **kwargs)
            except Refusal as refusal:
                response = refuse(request, refusal)
            if response.status_code == 405:
                response.headers["Allow"] = ", ".join(methods)
            response.headers["Cache-Control"] = "no-store"
            return response

        return shown

    return decorate


@screen("POST")
def start(request: HttpRequest, slug: str) -> HttpResponse:
    quiz = Quiz.objects.filter(slug=slug).first()
    if quiz is None:
        raise NOT_FOUND
    version = quiz.current_version
    if version is None or not version.question_count:
        raise EMPTY
    ticket = Ticket(uuid4(), version.pk, read_page(request.POST.get("page", "")), timezone.now())
    return SeeOther(Sitting(ticket.signed(), ticket, version).url("question", 1))


@screen("GET", "HEAD", "POST")
def question(request: HttpRequest, slug: str, signed: str, number: int) -> HttpResponse:
    at = timezone.now()
    sitting = Sitting.open(slug, signed, at)
    version = sitting.question(number)
    if request.method != "POST":
        return _ask(request, sitting, number, version)
    if arrangement := read_arrangement(request.POST, version):
        return _ask(request, sitting, number, version, arrangement=arrangement)
    try:
        submission = read_submission(request.POST, version)
    except NothingChosen:
        return _ask(request, sitting, number, version, error=NOTHING_CHOSEN)
    if taking.send_in(sitting.ticket, version, submission, at) is taking.Receipt.DIFFERENT:
        raise ALREADY_DIFFERENT
    if submission.answer.state is State.SKIPPED:
        return SeeOther(sitting.url_after(number))
    return SeeOther(sitting.url("explanation", number))


def _ask(
    request: HttpRequest,
    sitting: Sitting,
    number: int,
    version: QuestionVersion,
    *,
    error: str = "",
    arrangement: Arrangement | None = None,
) -> TemplateResponse:
    given = taking.given_to(sitting.ticket, version)
    answer = given.responses[-1].answer() if given.responses else OPEN
    shown = rendered(version, Rendering.STANDARD)
    seed = f"{sitting.ticket.attempt} {version.pk}"
    form = Form.of(shown.kind, shown.options, answer, seed=seed, arrangement=arrangement)
    context = {
        **_frame(sitting, number),
        "question": shown,
        "form": form,
        "error": error,
        "errors": [{"target": form.choices[0].id, "text": error}] if error else [],
        "explanation_url": sitting.url("explanation", number) if given.has_seen_explanation else "",
        "can_answer": True,
    }
    return TemplateResponse(request, "quiz/question.html", context, status=422 if error else 200)


@screen("GET", "HEAD")
def explanation(request: HttpRequest, slug: str, signed: str, number: int) -> HttpResponse:
    at = timezone.now()
    sitting = Sitting.open(slug, signed, at)
    version = sitting.question(number)
    response = taking.show_explanation(sitting.ticket, version, at)
    if response is None:
        return SeeOther(sitting.url("question", number))
    context = {
        **_frame(sitting, number),
        "explanation": Explanation.of(rendered(version, response.rendering), response),
    }
    return TemplateResponse(request, "quiz/explanation.html", context)


@screen("GET", "HEAD")
def overview(request: HttpRequest, slug: str, signed: str) -> HttpResponse:
    sitting = Sitting.open(slug, signed, timezone.now())
    rows = overview_of(sitting)
    has_begun = Attempt.objects.filter(pk=sitting.ticket.attempt).exists()
    context = {**_frame(sitting), "rows": rows, "has_begun": has_begun, "finish_url": sitting.url("finish")}
    return TemplateResponse(request, "quiz/overview.html", context)


@screen("GET", "HEAD", "POST")
def finish(request: HttpRequest, slug: str, signed: str) -> HttpResponse:
    at = timezone.now()
    sitting = Sitting.open(slug, signed, at)
    if request.method == "POST":
        has_begun = taking.finish(sitting.ticket, at)
        return SeeOther(sitting.url("finish" if has_begun else "overview"))
    attempt = Attempt.objects.filter(pk=sitting.ticket.attempt, finished_at__isnull=False).first()
    if attempt is None:
        return SeeOther(sitting.url("overview"))
    page_id = sitting.ticket.page_id
    context = {
        **_frame(sitting),
        "result": result_of(sitting, attempt),
        "channels": sitting.quiz.channels.all(),
        "page": Page.objects.live().public().filter(pk=page_id).first() if page_id else None,
    }
    return TemplateResponse(request, "quiz/result.html", context)


def _frame(sitting: Sitting, number: int | None = None) -> dict[str, Any]:
    """What every screen has: the quiz, where one is in it, and the ways on and back."""
    frame = {
        "quiz": sitting.quiz,
        "number": number,
        "total": sitting.total,
        "overview_url": sitting.url("overview"),
    }
    if number is None:
        return frame
    return {**frame, "before_url": sitting.url_before(number), "after_url": sitting.url_after(number)}
