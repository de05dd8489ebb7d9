"""Coming in as a presenter: type the secret of a begeleiderskaart, or scan it, and open the one lesson it is for.

A secret is twelve signs of 32: 60 bits. Whoever tries a thousand secrets a second, day and night for a year, against a
thousand cards, has a chance of 1 in 30,000; the limit on posts is there for the machine.
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from campagne.guided.codes import SECRET_LENGTH, typed_secret
from campagne.guided.leading.cards import PresenterCard
from campagne.guided.leading.screen import SeeOther, led_screen
from campagne.guided.leading.ticket import ticket_of_card
from campagne.serving.intake.refusals import Refusal

NO_SECRET = f"Dit is geen code van een begeleiderskaart. Zo’n code heeft {SECRET_LENGTH} letters en cijfers."
NO_CARD = "Bij deze code hoort geen kaart. Kijk de code nog eens na. Of vraag uw coördinator om een nieuwe kaart."
UNKNOWN_CARD = Refusal(
    404, "Deze kaart kennen we niet", "Kijk de code op de kaart na. Of vraag uw coördinator om een nieuwe kaart."
)


@dataclass(frozen=True)
class Mistake:
    """What is wrong with the code, for the error summary and at the field."""

    text: str
    target: str = "kaartcode"


@led_screen("GET", "HEAD", "POST")
def door(request: HttpRequest) -> HttpResponse:
    """A form for the secret on a card; who has an account goes to the admin."""
    if request.method != "POST":
        return TemplateResponse(request, "guided/presenter_door.html")
    typed = request.POST.get("code", "")[:60]
    secret = typed_secret(typed)
    card = PresenterCard.objects.with_secret(secret) if secret else None
    if card is not None:
        return SeeOther(ticket_of_card(card, timezone.now()).url())
    mistake = Mistake(NO_CARD if secret else NO_SECRET)
    context = {"typed": typed, "errors": [mistake], "error": mistake.text}
    return TemplateResponse(request, "guided/presenter_door.html", context, status=400)


@led_screen("GET", "HEAD", "POST")
def card(request: HttpRequest, secret: str) -> HttpResponse:
    """Where the QR of a card leads: which lesson it is, and one button, so that a look alone opens nothing."""
    read = typed_secret(secret)
    found = PresenterCard.objects.with_secret(read) if read else None
    if found is None:
        raise UNKNOWN_CARD
    if request.method == "POST":
        return SeeOther(ticket_of_card(found, timezone.now()).url())
    session = found.session
    context = {"session": session, "meeting": session.meetings.filter(ended_at=None).first()}
    return TemplateResponse(request, "guided/presenter_card.html", context)
