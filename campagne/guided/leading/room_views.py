"""The forms about the room: hands for a question, and afterwards who came and who was shown the way."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from campagne.guided.leading.hands import Hands, count_hands
from campagne.guided.leading.in_the_room import HandForm, RoomForm, write_down
from campagne.guided.leading.lettered import lettered
from campagne.guided.leading.screen import SeeOther, led_screen
from campagne.guided.leading.ticket import led_with
from campagne.guided.sessions.session import GuidedSession
from campagne.serving.intake.refusals import BROKEN, Refusal

NOT_ASKED_YET = Refusal(409, "Deze vraag is nog niet gesteld", "Ga terug naar de les. Daar staat de vraag van nu.")
NO_HANDS = Refusal(
    409,
    "Bij deze vraag kunt u geen handen tellen",
    "Het antwoord is een volgorde. Praat er samen over, of gebruik papier.",
)


@led_screen("GET", "HEAD", "POST")
def hands(request: HttpRequest, signed: str) -> HttpResponse:
    """Count hands for a question that was shown; counting again replaces what was counted."""
    ticket, session = led_with(signed, timezone.now())
    if request.method != "POST":
        return SeeOther(ticket.url())
    place = shown_place(session, request.POST.get("place", ""))
    form = hand_form_at(session, place).read(request.POST)
    if form.errors:
        context = {"form": form, "back_url": ticket.url()}
        return TemplateResponse(request, "guided/presenter_hands.html", context, status=400)
    count_hands(session, place, session.lesson.parts[place - 1].version, form.hands)
    return SeeOther(f"{ticket.url()}#handen")


@led_screen("GET", "HEAD", "POST")
def room(request: HttpRequest, signed: str) -> HttpResponse:
    """Write down how many came, and how many were shown the way."""
    ticket, session = led_with(signed, timezone.now())
    if request.method != "POST":
        return SeeOther(ticket.url())
    form = RoomForm.of(session).read(request.POST)
    if form.errors:
        context = {"form": form, "back_url": ticket.url()}
        return TemplateResponse(request, "guided/presenter_room.html", context, status=400)
    write_down(session, form)
    return SeeOther(f"{ticket.url()}#zaal")


def shown_place(session: GuidedSession, typed: str) -> int:
    """Read the place of a question that the group has seen. Raises Refusal."""
    if not (typed.isascii() and typed.isdigit() and len(typed) < 4):
        raise BROKEN
    place = int(typed)
    step = next((n for n, step in enumerate(session.script) if step.asks and step.place == place), None)
    if step is None:
        raise BROKEN
    if session.changed_at is None or step > session.furthest:
        raise NOT_ASKED_YET
    return place


def hand_form_at(session: GuidedSession, place: int) -> HandForm:
    """The form for hands at this place. Raises Refusal where hands cannot tell."""
    question = lettered(session, [place])[place]
    if question.is_order:
        raise NO_HANDS
    return HandForm.of(place, question, Hands(), None)
