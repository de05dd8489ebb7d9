"""The screens for coming in: type a code, scan the QR of the session, or scan a seat card."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from campagne.guided.joining.finding import LONGEST, SEAT, NoWayIn, find, find_seat, read_seat_number, read_typed
from campagne.guided.joining.networks import networks
from campagne.guided.joining.participants import Participant
from campagne.guided.joining.screen import asker_of, guided_screen
from campagne.guided.joining.seats import SeatCard
from campagne.guided.joining.ticket import new_place, read_place, ticket_of
from campagne.guided.joining.verbs import InUse, come_in
from campagne.guided.sessions.session import GuidedSession
from campagne.quiz.taking.screen import SeeOther
from campagne.serving.intake.refusals import Refusal

UNKNOWN_LINK = Refusal(404, "Deze les kennen we niet", "Typ de code van uw begeleider. Of scan de QR-code opnieuw.")
UNKNOWN_CARD = Refusal(404, "Deze kaart kennen we niet", "Misschien is de les al voorbij. Vraag het uw begeleider.")


@guided_screen("GET", "POST")
def join(request: HttpRequest) -> HttpResponse:
    """Type a code. What was typed stays in the form when it opens nothing."""
    if request.method != "POST":
        return TemplateResponse(request, "guided/join.html")
    code, digits = (request.POST.get(name, "")[:LONGEST] for name in ("code", SEAT))
    asker = asker_of(request)
    try:
        found = find(read_typed(code, digits), asker, networks)
    except NoWayIn as trouble:
        return _join_again(request, "guided/join.html", trouble, {"code": code, "digits": digits})
    return _let_in(request, found.session, found.seat)


@guided_screen("GET", "POST")
def join_link(request: HttpRequest, join_key: str) -> HttpResponse:
    """Where the QR on the board leads: which lesson it is, and one button. Its key cannot be guessed."""
    session = GuidedSession.objects.whole().filter(join_key=join_key).first()
    if session is None:
        raise UNKNOWN_LINK
    context = {"session": session, "place": new_place()}
    if request.method != "POST":
        return TemplateResponse(request, "guided/join_link.html", context)
    digits = request.POST.get(SEAT, "")[:LONGEST]
    try:
        seat = find_seat(session, read_seat_number(digits), asker_of(request), networks)
    except NoWayIn as trouble:
        return _join_again(request, "guided/join_link.html", trouble, {**context, "digits": digits})
    return _let_in(request, session, seat)


@guided_screen("GET", "POST")
def seat(request: HttpRequest, key: str) -> HttpResponse:
    """Where the QR on a card leads: take part with it, or go on with it on this device."""
    card = SeatCard.objects.select_related("session").filter(key=key).first()
    if card is None:
        raise UNKNOWN_CARD
    if request.method == "POST":
        return _let_in(request, card.session, card)
    known = Participant.objects.filter(seat=card).first()
    return _seat_page(request, card, is_in_use=bool(known and known.is_at_device))


def _let_in(request: HttpRequest, session: GuidedSession, card: SeatCard | None) -> HttpResponse:
    moves, place = request.POST.get("ga") == "verder", read_place(request.POST.get("plaats", ""))
    try:
        participant = come_in(session, timezone.now(), card, moves=moves, place=place)
    except InUse as in_use:
        if request.resolver_match.view_name != "guided:seat":
            return SeeOther(reverse("guided:seat", args=[in_use.seat.key]))
        return _seat_page(request, in_use.seat, is_in_use=True, status=409)
    asker = asker_of(request)
    networks.remember(session.pk, asker.network, asker.tick)
    return SeeOther(ticket_of(participant).url())


def _seat_page(request: HttpRequest, card: SeatCard, *, is_in_use: bool, status: int = 200) -> TemplateResponse:
    context = {"session": card.session, "seat": card, "is_in_use": is_in_use, "place": new_place()}
    return TemplateResponse(request, "guided/seat.html", context, status=status)


def _join_again(request: HttpRequest, template: str, trouble: NoWayIn, context: dict[str, Any]) -> TemplateResponse:
    told = {"errors": [trouble], "trouble": trouble, **context}
    return TemplateResponse(request, template, told, status=trouble.status)
