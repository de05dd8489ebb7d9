"""The screen "Welke doelgroep heeft nu aandacht nodig?", and closing a card."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages
from wagtail.log_actions import log

from campagne.measurement.attention.card import AttentionCard
from campagne.measurement.attention.closing import ClosingForm, close, days_of, events_for
from campagne.measurement.attention.gathering import Findings, findings_on
from campagne.measurement.attention.listing import Names, by_group, listed, unknown_by_gap
from campagne.measurement.attention.looking import last_looked
from campagne.measurement.attention.sight import MAY_SEE, cards_seen, closed_by, subjects_seen
from campagne.measurement.attention.weeks import recent
from campagne.measurement.context.admin_views import MAY_ADD, address_of_form
from campagne.measurement.dashboard.selection import sees_all
from campagne.measurement.screen import below, figures_screen

TITLE = "Wie heeft nu aandacht nodig?"
CLOSED_SHOWN = 30


@require_safe
def attention(request: HttpRequest) -> TemplateResponse:
    """The cards that are open by group, those that were closed, and what could not be judged."""
    cards = _seen(request)
    open_cards = list(cards.filter(closed_at=None))
    closed = list(cards.exclude(closed_at=None).order_by("-closed_at")[:CLOSED_SHOWN])
    told = {one.card.pk: one for one in listed([*open_cards, *closed], request.user)}
    findings = findings_on(timezone.localdate())
    context = {
        "groups": [(name, [told[card.pk] for card in each]) for name, each in by_group(open_cards)],
        "closed": [told[card.pk] for card in closed],
        "weeks": recent(findings.weeks),
        "unknown": _unknown(request.user, findings),
        "looked_at": last_looked(),
        "sees_all": sees_all(request.user),
    }
    return _screen(request, "cards", TITLE, context)


@require_http_methods(["GET", "HEAD", "POST"])
def close_card(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what explains it; whoever was second is told that it was closed already."""
    card = get_object_or_404(_seen(request), pk=pk)
    if card.closed_at:
        return _closed_already(request)
    if card.pk not in closed_by(request.user):
        raise PermissionDenied("Deze kaart sluit de redactie van deze gemeente, of een regieredacteur.")
    sent = request.POST if request.method == "POST" else None
    form = ClosingForm(sent, events=events_for(card, request.user, timezone.localdate()))
    if not form.is_valid():
        return _closing_screen(request, card, form)
    if not close(card, form.event, by=request.user, at=timezone.now()):
        return _closed_already(request)
    log(card, "wagtail.edit")
    messages.success(request, "De kaart is gesloten. Hij komt de eerste 28 dagen alleen terug als het erger wordt.")
    return redirect("attention")


def _closing_screen(request: HttpRequest, card: AttentionCard, form: ClosingForm) -> TemplateResponse:
    chosen = {"thema": card.theme_id, "doelgroep": card.group_id, "gemeente": card.municipality_id}
    days = days_of(card, timezone.localdate())
    kept = {name: str(pk) for name, pk in chosen.items() if pk}
    context = {
        "one": listed([card], request.user)[0],
        "form": form,
        "event_url": address_of_form(days, kept, request.path) if request.user.has_perm(MAY_ADD) else "",
    }
    return _screen(request, "close", "Sluit een kaart", context, status=422 if form.errors else 200)


def _closed_already(request: HttpRequest) -> HttpResponse:
    messages.warning(request, "Deze kaart was al gesloten. Er is niets veranderd.")
    return redirect("attention")


def _seen(request: HttpRequest) -> Any:
    """The cards of this person; raises PermissionDenied for whoever may not see figures."""
    if not request.user.has_perm(MAY_SEE):
        raise PermissionDenied("Vraag de beheerder om het recht ‘Mag de cijfers zien’.")
    return cards_seen(request.user)


def _unknown(user: Any, findings: Findings) -> list[tuple[str, list[tuple[str, str]]]]:
    return unknown_by_gap(subjects_seen(user, findings.unknown), Names.read())


def _screen(
    request: HttpRequest, template: str, title: str, context: dict[str, Any], *, status: int = 200
) -> TemplateResponse:
    way = below(TITLE, reverse("attention"), title)
    answer = figures_screen(request, f"attention/{template}", *way, context=context, icon="warning", status=status)
    answer.headers["Cache-Control"] = "no-store"
    return answer
