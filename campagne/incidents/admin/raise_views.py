"""Raising: one screen to fill in, one that shows exactly what readers will see."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from campagne.incidents.admin.raise_form import RaiseForm, first_values
from campagne.incidents.admin.recording import record
from campagne.incidents.admin.rights import for_raisers
from campagne.incidents.admin.screen import REFUSED, screen
from campagne.incidents.admin.showing import missing_languages, readings
from campagne.incidents.incident import Incident
from campagne.incidents.raising import NotAllowed, put_ready, told_of

RAISE = "Incident melden"


@for_raisers
def raise_incident(request: HttpRequest) -> HttpResponse:
    """Three steps at one address: fill in, look, put ready. Nothing is kept until the last."""
    at = timezone.now()
    if request.method != "POST":
        return _ask(request, RaiseForm(initial=first_values(at, _like(request.GET.get("als", ""))), at=at))
    form, step = RaiseForm(request.POST, at=at), request.POST.get("step")
    if not form.is_valid():
        return _ask(request, form, REFUSED)
    if step == "change":
        return _ask(request, form)
    if step != "ready":
        return _show(request, form)
    return _put_ready(request, form)


def _ask(request: HttpRequest, form: RaiseForm, status: int = 200) -> HttpResponse:
    return screen(request, "raise", RAISE, form=form, today=timezone.localdate(), status=status)


def _show(request: HttpRequest, form: RaiseForm) -> HttpResponse:
    told = told_of(form.cleaned_data["page"], form.wanted())
    languages = missing_languages(told)
    return screen(request, "preview", "Zo komt het er te staan", form=form, readings=readings(told), missing=languages)


def _put_ready(request: HttpRequest, form: RaiseForm) -> HttpResponse:
    cleaned = form.cleaned_data
    try:
        incident = put_ready(
            cleaned["page"],
            form.wanted(),
            request.user,
            form.at,
            is_exercise=form.is_exercise,
            where=cleaned["municipalities"],
            begun_at=cleaned["begun"],
            key=cleaned["key"],
        )
    except NotAllowed as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.words)
        return _ask(request, form, REFUSED)
    if incident.raised_at == form.at:
        record(incident, "ready", request.user)
    return redirect("incidents_incident", incident.pk)


def _like(key: str) -> Incident | None:
    """The incident whose values somebody wants to begin with."""
    try:
        return Incident.objects.filter(pk=UUID(key)).first()
    except ValueError:
        return None
