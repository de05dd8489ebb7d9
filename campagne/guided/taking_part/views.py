"""The screens of a participant: the one of now, and a question to answer."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from campagne.guided.joining.screen import guided_screen
from campagne.guided.joining.verbs import note_presence
from campagne.guided.taking_part.answers import NOT_OPEN, SESSION_OVER, answer
from campagne.guided.taking_part.asking import asked
from campagne.guided.taking_part.person import Person
from campagne.guided.taking_part.questions import Trouble, form
from campagne.guided.taking_part.screens import Screen, framed, screen_of
from campagne.quiz.questions.form import Arrangement
from campagne.quiz.taking.answering import Receipt
from campagne.quiz.taking.screen import SeeOther
from campagne.quiz.taking.submission import NothingChosen, read_arrangement, read_submission
from campagne.serving.intake.refusals import Refusal

NOTHING_CHOSEN = Trouble("Kies een antwoord, of kies ‘Weet ik niet’.", 422)
SENT_BEFORE = Trouble("Uw eerste antwoord is bewaard. Wilt u een ander antwoord geven? Kies het dan nog een keer.", 409)


@guided_screen("GET")
def participant(request: HttpRequest, signed: str) -> HttpResponse:
    """Where the group is now."""
    at = timezone.now()
    person = Person.open(signed)
    note_presence(person.participant, at)
    return _show(request, person, screen_of(person, at))


@guided_screen("GET", "POST")
def question(request: HttpRequest, signed: str, place: int) -> HttpResponse:
    """Answer a question, or change what was answered; once it takes no answer any more, go on with the group."""
    person = Person.open(signed)
    if request.method == "POST":
        return _take(request, person, place)
    if not person.is_asked(place, timezone.now()):
        return SeeOther(person.home_url)
    return _show(request, person, form(person, place))


def _take(request: HttpRequest, person: Person, place: int) -> HttpResponse:
    """Keep an answer; what only moves an answer to another place is shown, and not kept."""
    at = timezone.now()
    if arrangement := _arrangement(request, person, place):
        return _show(request, person, form(person, place, arrangement=arrangement))
    try:
        taken = answer(person.participant, place, partial(read_submission, request.POST), at, person.rendering)
    except NothingChosen:
        return _show(request, person, form(person, place, trouble=NOTHING_CHOSEN), NOTHING_CHOSEN.status)
    except Refusal as refusal:
        if refusal in (NOT_OPEN, SESSION_OVER) and person.has_sent(request.POST.get("submission", "")):
            return SeeOther(person.home_url)
        raise
    if taken.receipt is Receipt.DIFFERENT:
        return _show(request, person, form(person, place, trouble=SENT_BEFORE), SENT_BEFORE.status)
    return SeeOther(person.home_url)


def _arrangement(request: HttpRequest, person: Person, place: int) -> Arrangement | None:
    if "move" not in request.POST or not person.may_answer(place, timezone.now()):
        return None
    return read_arrangement(request.POST, asked(person.session, place).question)


def _show(request: HttpRequest, person: Person, screen: Screen, status: int = 200) -> TemplateResponse:
    return TemplateResponse(request, "guided/participant.html", framed(person, screen), status=status)
