"""Taking a quiz: one question a screen, each answer saved as it is given, nothing remembered in the browser."""

from dataclasses import dataclass
from functools import partial
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from campagne.quiz.questions.form import OPEN, Arrangement, Form
from campagne.quiz.questions.pattern import answer_from
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.quiz import Quiz
from campagne.quiz.questions.rendering import Rendered, Rendering, has_easy, rendered
from campagne.quiz.questions.scoring import State
from campagne.quiz.questions.versions import QuestionVersion
from campagne.quiz.sound.listening import listening_to_explanation, listening_to_question
from campagne.quiz.taking import answering, closing
from campagne.quiz.taking.comparing import keys_of
from campagne.quiz.taking.course import Place
from campagne.quiz.taking.explaining import Explanation
from campagne.quiz.taking.screen import SeeOther, frame, screen, url_after
from campagne.quiz.taking.screens import note_at
from campagne.quiz.taking.sitting import Sitting
from campagne.quiz.taking.submission import NothingChosen, read_arrangement, read_submission
from campagne.quiz.taking.ticket import Ticket, read_page, read_rendering
from campagne.serving.intake.refusals import NOT_FOUND, Refusal

EMPTY = Refusal(404, "Deze quiz heeft nog geen vragen", "Kom later terug, of kies een andere quiz.")


@dataclass(frozen=True)
class Trouble:
    """Why a question is asked once more: what to say, and the HTTP status."""

    text: str
    status: int


NOTHING_CHOSEN = Trouble("Kies een antwoord, of kies ‘Weet ik niet’.", 422)
# A browser that keeps pages gives, after "back", the form that was sent before, and without a script it stays.
SENT_BEFORE = Trouble("Uw eerste antwoord is bewaard. Wilt u een ander antwoord geven? Kies het dan nog een keer.", 409)


@screen("POST")
def start(request: HttpRequest, slug: str) -> HttpResponse:
    quiz = Quiz.objects.filter(slug=slug).first()
    if quiz is None:
        raise NOT_FOUND
    version = quiz.current_version
    if version is None or not version.question_count:
        raise EMPTY
    page, rendering = read_page(request.POST.get("page", "")), read_rendering(request.POST.get("rendering", ""))
    ticket = Ticket(uuid4(), version.pk, page, timezone.now(), rendering)
    return SeeOther(Sitting(quiz.slug, ticket).url("question", 1))


@screen("GET", "HEAD", "POST")
def question(request: HttpRequest, slug: str, signed: str, number: int) -> HttpResponse:
    at = timezone.now()
    sitting = Sitting.open(slug, signed, at)
    if request.method == "POST":
        return _take(request, sitting, number)
    place = closing.open_part(sitting, number, at)
    if place is None:
        return SeeOther(sitting.url("question", sitting.course.waits_for(number).number))
    return _ask(request, sitting, place) if place.block.asks else _tell(request, sitting, place)


def _take(request: HttpRequest, sitting: Sitting, number: int) -> HttpResponse:
    """Keep an answer; what only moves an answer to another place is shown, and not kept."""
    if arrangement := _arrangement(request, sitting, number):
        return _ask(request, sitting, sitting.place(number), arrangement=arrangement)
    try:
        taken = answering.send_in(sitting, number, partial(read_submission, request.POST), timezone.now())
    except NothingChosen:
        return _ask(request, sitting, sitting.place(number), trouble=NOTHING_CHOSEN)
    if taken.receipt is answering.Receipt.DIFFERENT:
        return _ask(request, sitting, sitting.place(number), trouble=SENT_BEFORE)
    if taken.place.block is Block.PRACTICE and taken.state is not State.SKIPPED:
        return SeeOther(sitting.url("explanation", number))
    return SeeOther(url_after(sitting, taken.course, number))


def _arrangement(request: HttpRequest, sitting: Sitting, number: int) -> Arrangement | None:
    if "move" not in request.POST or not sitting.place(number).block.asks:
        return None
    return read_arrangement(request.POST, sitting.question(sitting.place(number)))


def _ask(
    request: HttpRequest,
    sitting: Sitting,
    place: Place,
    *,
    trouble: Trouble | None = None,
    arrangement: Arrangement | None = None,
) -> TemplateResponse:
    version = sitting.question(place)
    shown = rendered(version, sitting.ticket.rendering)
    form = _form(sitting, place, version, shown, arrangement)
    context = {
        **frame(sitting, place),
        "question": shown,
        "form": form,
        "listening": listening_to_question(shown, form),
        "error": trouble.text if trouble else "",
        "errors": [{"target": form.choices[0].id, "text": trouble.text}] if trouble else [],
        "note": note_at(sitting, place),
        "other_words": _other_words(sitting, place, version),
        "can_answer": True,
    }
    return TemplateResponse(request, "quiz/question.html", context, status=trouble.status if trouble else 200)


def _form(
    sitting: Sitting, place: Place, version: QuestionVersion, shown: Rendered, arrangement: Arrangement | None
) -> Form:
    """The form with what was answered last, or with the order that somebody is making."""
    sent = sitting.course.sent_to(place)
    answer = answer_from(sent[-1].pattern, keys_of(version)) if sent else OPEN
    seed = f"{sitting.ticket.attempt} {version.pk}"
    return Form.of(shown.kind, shown.options, answer, seed=seed, arrangement=arrangement)


def _other_words(sitting: Sitting, place: Place, version: QuestionVersion) -> dict[str, str]:
    """The way to the same question in other words; empty if there are none."""
    if not has_easy(version, version.options.all()):
        return {}
    is_easy = sitting.ticket.rendering is Rendering.EASY
    other, label = (Rendering.STANDARD, "Gewone tekst") if is_easy else (Rendering.EASY, "Makkelijker lezen")
    return {"url": sitting.url("question", place.number, rendering=other), "label": label}


def _tell(request: HttpRequest, sitting: Sitting, place: Place) -> TemplateResponse:
    told = sitting.told_at(place)
    context = {
        **frame(sitting, place),
        "title": told.title,
        "text": told.text,
        "is_discussed": place.block is Block.DISCUSS,
    }
    return TemplateResponse(request, "quiz/part.html", context)


@screen("GET", "HEAD")
def explanation(request: HttpRequest, slug: str, signed: str, number: int) -> HttpResponse:
    at = timezone.now()
    sitting = Sitting.open(slug, signed, at)
    place = sitting.place(number)
    is_explained = place.block is Block.PRACTICE and not sitting.course.waits_for(number)
    version = sitting.question(place) if is_explained else None
    response = answering.show_explanation(sitting.ticket, version, at) if version else None
    if response is None:
        return SeeOther(sitting.url("question", number))
    shown = rendered(version, response.rendering)
    context = {
        **frame(sitting, place),
        "before_url": sitting.url("question", number),
        "explanation": Explanation.of(shown, response),
        "listening": listening_to_explanation(shown),
    }
    return TemplateResponse(request, "quiz/explanation.html", context)
