"""Screens for official figures: what is there for who sees figures, bringing in for who works for the region."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages
from wagtail.log_actions import log

from campagne.measurement.official.bringing_in import NothingNew, bring_in, enter
from campagne.measurement.official.entry_form import EntryForm
from campagne.measurement.official.import_form import ImportForm
from campagne.measurement.official.plan import Fate, plan_for
from campagne.measurement.official.series import Indicator, OfficialFile
from campagne.measurement.official.shipped import ATTRIBUTION
from campagne.measurement.official.standing import standings
from campagne.measurement.official.vintages import vintages_of
from campagne.measurement.screen import below, figures_screen
from campagne.staff.ownership import works_for_region

TITLE = "Officiële cijfers"
FIGURES, REGION = "staff.view_figures", "Dit is voor wie werkt voor de hele regio. Vraag een regieredacteur."
FILES_ON_A_SCREEN = 20


@require_safe
def official(request: HttpRequest) -> TemplateResponse:
    """Each goal with three levels side by side, and the tables that were brought in."""
    _may_look(request)
    context = {
        "standings": standings(),
        "attribution": ATTRIBUTION,
        "files": OfficialFile.objects.all()[:FILES_ON_A_SCREEN],
        "may_enter": works_for_region(request.user),
    }
    return _screen(request, "official", TITLE, context)


@require_safe
def vintages(request: HttpRequest) -> TemplateResponse:
    """Every edition of every figure of one indicator, the newest period first."""
    _may_look(request)
    indicators = list(Indicator.objects.all())
    chosen = next((each for each in indicators if each.slug == request.GET.get("indicator")), None)
    chosen = chosen or next(iter(indicators), None)
    figures = vintages_of(chosen) if chosen else []
    context = {"indicators": indicators, "chosen": chosen, "figures": figures}
    return _screen(request, "vintages", "Alle uitgaven", context)


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """First look, then write; what is seen on the way is written nowhere."""
    _may_enter(request)
    if request.method != "POST":
        return _screen(request, "import", "Tabel inlezen", {"form": ImportForm()})
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return _screen(request, "import", "Tabel inlezen", {"form": form}, status=422)
    told = form.cleaned_data
    if "bring" in request.POST:
        return _brought(request, form)
    context = {"form": form, "plan": plan_for(told["reading"]), "again": form.again, "name": told["name"]}
    return _screen(request, "import", "Tabel inlezen", {**context, "new": Fate.NEW})


@require_http_methods(["GET", "HEAD", "POST"])
def by_hand(request: HttpRequest) -> HttpResponse:
    """One figure. What was there stays readable, as an earlier edition."""
    _may_enter(request)
    form = EntryForm(request.POST or None, initial=request.GET.dict())
    if request.method != "POST" or not form.is_valid():
        return _screen(request, "enter", "Cijfer invoeren", {"form": form}, status=422 if form.errors else 200)
    told = form.cleaned_data
    try:
        row = enter(told["record"], timezone.now(), rests_on=told["rests_on"])
    except NothingNew:
        form.add_error(None, "Dit cijfer staat er al, precies zo.")
        return _screen(request, "enter", "Cijfer invoeren", {"form": form}, status=422)
    log(row, "wagtail.create")
    messages.success(request, f"Ingevoerd: {row.indicator}, {row.region}, {row.period}, uitgave {row.vintage}.")
    return redirect("official")


def _brought(request: HttpRequest, form: ImportForm) -> HttpResponse:
    told = form.cleaned_data
    try:
        by = _name_of(request.user)
        file = bring_in(told["reading"], told["content"], name=told["name"], by=by, at=timezone.now())
    except NothingNew as error:
        messages.warning(request, f"{error} Alles stond er al, of er klopt iets niet in het bestand.")
        return redirect("official_import")
    log(file, "wagtail.create")
    messages.success(request, f"Klaar: {file.taken} cijfers overgenomen, {file.skipped} getallen overgeslagen.")
    return redirect("official")


def _may_look(request: HttpRequest) -> None:
    if not request.user.has_perm(FIGURES):
        raise PermissionDenied("Vraag de beheerder om het recht ‘Mag de cijfers zien’.")


def _may_enter(request: HttpRequest) -> None:
    if not works_for_region(request.user):
        raise PermissionDenied(REGION)


def _name_of(user: Any) -> str:
    return str(user) or user.get_username()


def _screen(
    request: HttpRequest, template: str, title: str, context: dict[str, Any], *, status: int = 200
) -> TemplateResponse:
    way = below(TITLE, reverse("official"), title)
    return figures_screen(request, f"official/{template}", *way, context=context, status=status)
