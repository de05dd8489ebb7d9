"""One incident: what readers see of it, who confirms it, and what was told of it before."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from campagne.incidents.admin.recording import record
from campagne.incidents.admin.rights import for_raisers
from campagne.incidents.admin.screen import REFUSED, screen
from campagne.incidents.admin.showing import mark_of, missing_languages, readings, standing, waiting_told, whole
from campagne.incidents.course import State, Way
from campagne.incidents.holding import HeldPlan, still_to_come
from campagne.incidents.incident import Incident
from campagne.incidents.raising import NotAllowed, confirm, drop, note_shown

CHANGED = "De tekst is net veranderd. Lees wat er nu komt te staan, en bevestig dan opnieuw."


@for_raisers
def incident(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _show(request, get_object_or_404(whole(Incident.objects.all()), pk=pk))


def _show(request: HttpRequest, found: Incident, refusal: str = "", reason: str = "") -> HttpResponse:
    """The screen that fits the state; a refusal stands above it, and what was typed in it."""
    status = REFUSED if refusal else 200
    context = {"incident": found, "refusal": refusal, "reason": reason}
    if found.state == State.AWAITING:
        return _show_waiting(request, found, status, context)
    at = timezone.now()
    return screen(
        request,
        "incident",
        str(found),
        status=status,
        standing=standing(found, at),
        history=found.messages.select_related("by").order_by("-number"),
        held=HeldPlan.objects.waiting().filter(incident=found).select_related("page"),
        to_come=still_to_come(found, at),
        **context,
    )


def _show_waiting(request: HttpRequest, found: Incident, status: int, context: dict) -> HttpResponse:
    told = waiting_told(found)
    return screen(
        request,
        "waiting",
        str(found),
        status=status,
        readings=readings(told),
        missing=missing_languages(told),
        mark=mark_of(found, told),
        is_own=found.raised_by_id == request.user.pk,
        address=settings.SITE_URL + reverse("incidents_incident", args=[found.pk]),
        **context,
    )


@for_raisers
@require_POST
def confirm_incident(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show it to everybody. How somebody may do that follows from who they are, not from what they send."""
    found = get_object_or_404(whole(Incident.objects.all()), pk=pk)
    if found.state != State.AWAITING:
        return redirect("incidents_incident", pk)
    if request.POST.get("mark") != mark_of(found, waiting_told(found)):
        return _show(request, found, CHANGED)
    way, reason = _way(request, found), request.POST.get("reason", "")[:300]
    try:
        shown = confirm(pk, request.user, timezone.now(), way, reason)
    except NotAllowed as refusal:
        return _show(request, found, refusal.words, reason)
    note_shown(shown, timezone.now())
    record(shown, "alone" if way is Way.OVERRIDE else "confirm", request.user, reason=reason)
    messages.success(request, "De oefening is te zien." if shown.is_exercise else "De melding is te zien.")
    return redirect("incidents_incident", pk)


def _way(request: HttpRequest, found: Incident) -> Way:
    if found.is_exercise:
        return Way.EXERCISE
    is_alone = found.raised_by_id == request.user.pk and request.POST.get("way") == Way.OVERRIDE
    return Way.OVERRIDE if is_alone else Way.SECOND_PERSON


@for_raisers
@require_POST
def drop_incident(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = get_object_or_404(Incident, pk=pk)
    try:
        drop(pk, timezone.now())
    except NotAllowed as refusal:
        messages.warning(request, refusal.words)
        return redirect("incidents_incident", pk)
    record(found, "drop", request.user)
    messages.success(request, "Weggegooid. Niemand heeft het gezien.")
    return redirect("incidents_list")
