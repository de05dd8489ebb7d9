"""Update, extend, withdraw and all clear: one view, and what each of them is as data."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from wagtail.admin import messages

from campagne.incidents.admin.change_forms import AllClearForm, ChangeForm, ExtendForm, UpdateForm, WithdrawForm
from campagne.incidents.admin.recording import record
from campagne.incidents.admin.rights import for_raisers
from campagne.incidents.admin.screen import REFUSED, screen, way_to
from campagne.incidents.admin.showing import standing, whole
from campagne.incidents.course import Kind
from campagne.incidents.incident import Incident
from campagne.incidents.raising import NotAllowed, end, update

Act = Callable[[Any, Any, datetime], object]


@dataclass(frozen=True)
class Change:
    """One thing to do with an incident: `name` in the log, words on its screen, and what is done with its form."""

    name: str
    title: str
    button: str
    intro: str
    done: str
    form: type[ChangeForm]
    act: Act


def _update(form: UpdateForm, by: Any, at: datetime) -> object:
    where = form.cleaned_data["municipalities"]
    return update(form.incident.pk, form.cleaned_data["seen"], form.wanted(), by, at, where=where)


def _extend(form: ExtendForm, by: Any, at: datetime) -> object:
    reason = form.cleaned_data["reason"]
    return update(form.incident.pk, form.cleaned_data["seen"], form.wanted(), by, at, reason)


def _end(kind: Kind, form: ChangeForm, by: Any, at: datetime) -> object:
    return end(form.incident.pk, form.cleaned_data["seen"], kind, by, at, form.cleaned_data["reason"])


UPDATE = Change(
    "update",
    "Bijwerken",
    "Toon dit nu",
    "Lezers zien meteen de nieuwe tekst. De oude verdwijnt overal.",
    "Bijgewerkt. Dit is nu te zien.",
    UpdateForm,
    _update,
)
EXTEND = Change(
    "extend",
    "Verlengen",
    "Verander het einde",
    "De melding verdwijnt vanzelf aan het einde. Kies het nieuwe einde; hooguit zeven dagen na het begin.",
    "Het einde is veranderd. Lezers zien het al.",
    ExtendForm,
    _extend,
)
WITHDRAW = Change(
    "withdraw",
    "Intrekken",
    "Trek de melding in",
    "Voor een melding die er niet had mogen staan. Lezers zien een dag lang dat ze is ingetrokken.",
    "De melding is ingetrokken.",
    WithdrawForm,
    partial(_end, Kind.WITHDRAWAL),
)
ALL_CLEAR = Change(
    "all_clear",
    "Sein veilig",
    "Geef het sein veilig",
    "Lezers zien een dag lang dat het weer veilig is. Doe dit alleen als de hulpdiensten het zeggen.",
    "Het sein veilig is gegeven.",
    AllClearForm,
    partial(_end, Kind.ALL_CLEAR),
)


@for_raisers
def change(request: HttpRequest, pk: UUID, change: Change) -> HttpResponse:
    """Ask, and do it; who was too late reads the newest beside what they typed."""
    found, at = get_object_or_404(whole(Incident.objects.all()), pk=pk), timezone.now()
    if not (found.is_live and found.ends_at > at):
        messages.warning(request, "Dit incident is al afgelopen, of nog niet bevestigd. Er is niets veranderd.")
        return redirect("incidents_incident", pk)
    form = change.form(request.POST or None, incident=found, at=at)
    if form.is_valid() and _is_done(form, change, request.user, at):
        record(found, change.name, request.user, reason=form.cleaned_data.get("reason", ""))
        messages.success(request, change.done)
        return redirect("incidents_incident", pk)
    context = {"change": change, "form": form, "standing": standing(found, at), "today": timezone.localdate()}
    return screen(request, "change", change.title, way_to(found), status=REFUSED if form.is_bound else 200, **context)


def _is_done(form: ChangeForm, change: Change, by: Any, at: datetime) -> bool:
    try:
        change.act(form, by, at)
    except NotAllowed as refusal:
        form.refuse(refusal)
        return False
    return True
