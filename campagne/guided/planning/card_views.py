"""Cards of a session: the presenter's, whose secret is shown once, and those for the seats."""

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.log_actions import log

from campagne.guided.codes import in_fours, typed_secret
from campagne.guided.joining.seats import make_seats
from campagne.guided.leading.cards import PresenterCard, hash_of, make_card
from campagne.guided.paper.documents import presenter_card_pdf
from campagne.guided.planning.facts import way_to
from campagne.guided.planning.rights import for_, may_plan, planned_session
from campagne.guided.planning.screen import screen
from campagne.guided.sessions.session import MOST_PLACES, GuidedSession
from campagne.sheets.pdf import CannotPrint
from campagne.sheets.qr import qr_svg

MOST_CARDS = 12


class SeatsForm(forms.Form):
    many = forms.IntegerField(min_value=1, max_value=MOST_PLACES)


@for_(may_plan)
@require_POST
def new_card(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a presenter's card and show its secret, this once."""
    session = planned_session(request.user, pk)
    if session.is_closed or session.cards.valid().count() >= MOST_CARDS:
        messages.warning(request, f"Er komt geen kaart bij: de les is afgesloten, of er zijn er al {MOST_CARDS}.")
        return redirect("guided_session", pk)
    card, secret = make_card(session, timezone.now(), request.user)
    log(card, "wagtail.create", title=f"{card._meta.verbose_name}: {session}")
    address = settings.SITE_URL + reverse("guided:presenter_card", args=[secret])
    context = {
        "session": session,
        "card": card,
        "secret": in_fours(secret),
        "qr": qr_svg(address, "QR-code: open de les als begeleider"),
        "door": f"{settings.SITE_URL}/begeleiden/",
    }
    return screen(request, "card", "Begeleiderskaart", way_to(session), **context)


@for_(may_plan)
@require_POST
def card_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The card on paper, for who has its secret before him: it comes along, because it is kept nowhere."""
    session = planned_session(request.user, pk)
    secret = typed_secret(request.POST.get("secret", "")) or ""
    get_object_or_404(session.cards.valid(), secret_hash=hash_of(secret))
    try:
        content = presenter_card_pdf(session, secret)
    except CannotPrint as missing:
        messages.warning(request, " ".join(missing.args))
        return redirect("guided_session", pk)
    headers = {"Content-Disposition": 'attachment; filename="begeleiderskaart.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@for_(may_plan)
@require_POST
def withdraw_card(request: HttpRequest, pk: int) -> HttpResponse:
    """What is withdrawn opens nothing from now on, also where it was open."""
    sessions = GuidedSession.objects.planned_by(request.user)
    card = get_object_or_404(PresenterCard, pk=pk, session__in=sessions.values("pk"))
    PresenterCard.objects.valid().filter(pk=card.pk).update(revoked_at=timezone.now())
    log(card, "wagtail.edit", title=f"{card._meta.verbose_name}: {card.session}")
    messages.success(request, "De kaart is ingetrokken. Wie hem heeft, komt er niet meer in.")
    return redirect("guided_session", card.session_id)


@for_(may_plan)
@require_POST
def seat_cards(request: HttpRequest, pk: int) -> HttpResponse:
    """Make cards for the seats until there are so many; they are printed with the other papers."""
    session, form = planned_session(request.user, pk), SeatsForm(request.POST)
    if session.is_closed or not form.is_valid():
        messages.warning(request, f"Vul een aantal in van 1 tot en met {MOST_PLACES}. Na het afsluiten kan het niet.")
    else:
        made = make_seats(session, form.cleaned_data["many"])
        messages.success(request, f"Er zijn nu {len(made)} plaatskaarten. Print ze bij ‘Op papier’.")
    return redirect("guided_session", pk)
