"""Leaving a device: to the next participant, or for good. Nothing of who was here stays on it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from campagne.guided.joining.finding import LONGEST, SEAT, NoWayIn, find_seat, read_seat_number
from campagne.guided.joining.networks import networks
from campagne.guided.joining.participants import Participant
from campagne.guided.joining.screen import asker_of, guided_screen
from campagne.guided.joining.ticket import LEFT, new_place, read_place, ticket_of
from campagne.guided.joining.verbs import InUse, hand_over, leave
from campagne.guided.taking_part.person import Person
from campagne.quiz.taking.screen import SeeOther
from campagne.serving.intake.refusals import Refusal

WIPE = '"cache", "storage"'


@guided_screen("GET", "POST")
def next_one(request: HttpRequest, signed: str) -> HttpResponse:
    """Give this device to the next one: with the number of a card, or as somebody new without any code."""
    place = read_place(request.POST.get("plaats", ""))
    try:
        person = Person.open(signed)
    except Refusal:
        if (known := _came_already(place)) is None:
            raise
        return _wiped(ticket_of(known).url())
    if request.method != "POST":
        return _ask(request, person)
    try:
        return _wiped(ticket_of(_hand_over(request, person)).url())
    except NoWayIn as trouble:
        return _ask(request, person, trouble.status, trouble=trouble, errors=[trouble])
    except InUse as in_use:
        return _ask(request, person, 409, in_use=in_use.seat)


def _hand_over(request: HttpRequest, person: Person) -> Participant:
    digits = read_seat_number(request.POST.get(SEAT, "")[:LONGEST])
    seat = find_seat(person.session, digits, asker_of(request), networks)
    moves, place = request.POST.get("ga") == "verder", read_place(request.POST.get("plaats", ""))
    return hand_over(person.participant, timezone.now(), seat, moves=moves, place=place)


def _came_already(place: Any) -> Participant | None:
    """Who came in with this form, when it was sent twice."""
    return Participant.objects.filter(pk=place, left_at=None).first() if place else None


def _ask(request: HttpRequest, person: Person, status: int = 200, **told: Any) -> TemplateResponse:
    context = {
        "session": person.session,
        "seat": person.participant.seat,
        "home_url": person.home_url,
        "place": new_place(),
        "digits": request.POST.get(SEAT, "")[:LONGEST],
        **told,
    }
    return TemplateResponse(request, "guided/next.html", context, status=status)


@guided_screen("GET", "POST")
def ready(request: HttpRequest, signed: str) -> HttpResponse:
    """Ask whether somebody is ready; then the address opens nothing any more, and the device keeps nothing."""
    try:
        person = Person.open(signed)
    except Refusal as refusal:
        if refusal is LEFT and request.method == "POST":
            return _wiped(reverse("guided:wiped"))
        raise
    if request.method != "POST":
        context = {"session": person.session, "seat": person.participant.seat, "home_url": person.home_url}
        return TemplateResponse(request, "guided/ready.html", context)
    leave(person.participant, timezone.now())
    return _wiped(reverse("guided:wiped"))


@guided_screen("GET")
def wiped(request: HttpRequest) -> HttpResponse:
    response = TemplateResponse(request, "guided/wiped.html")
    response.headers["Clear-Site-Data"] = WIPE
    return response


def _wiped(url: str) -> SeeOther:
    response = SeeOther(url)
    response.headers["Clear-Site-Data"] = WIPE
    return response
