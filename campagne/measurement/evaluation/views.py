"""Screens of evaluations: the plans, a form, one plan with its report, and the same as a file."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages
from wagtail.log_actions import log

from campagne.figures.notation import day_label
from campagne.measurement.context.happening import Happening, events_chosen, happenings_in
from campagne.measurement.dashboard.selection import sees_all
from campagne.measurement.evaluation.describing import as_told, outlook_for, parts_of, standing_of
from campagne.measurement.evaluation.form import PlanForm, proposed
from campagne.measurement.evaluation.keeping import ChangedMeanwhile, Refused, change, register, withdraw
from campagne.measurement.evaluation.plan import EvaluationPlan
from campagne.measurement.evaluation.reporting import report_due
from campagne.measurement.evaluation.shown import ShownReport, shown
from campagne.measurement.evaluation.sight import MAY_ADD, campaigns_of, may_change, plans_seen_by
from campagne.measurement.evaluation.spreadsheet import HEADER, export_rows
from campagne.measurement.screen import below, figures_screen
from campagne.serving.models import Installation
from campagne.sheets.csv_file import write_csv

TITLE = "Evaluaties"
PLANS_ON_A_SCREEN = 25
RECKON = "reckon"
"""The button that only reckons what could be seen; nothing is written."""


@require_safe
def evaluations(request: HttpRequest) -> TemplateResponse:
    """The plans that somebody may see, the newest first."""
    _may_look(request)
    today = timezone.localdate()
    screen = Paginator(plans_seen_by(request.user), PLANS_ON_A_SCREEN).get_page(request.GET.get("blad"))
    screen.object_list = [(plan, standing_of(plan, today)) for plan in screen.object_list]
    context = {"plans": screen, "may_add": request.user.has_perm(MAY_ADD), "sees_all": sees_all(request.user)}
    return _screen(request, "list", TITLE, context)


@require_safe
def evaluation(request: HttpRequest, pk: int) -> TemplateResponse:
    """One plan: what was written down, what was changed after that, and what came out."""
    plan, today = _plan(request, pk), timezone.localdate()
    report = shown(plan.report) if hasattr(plan, "report") else None
    context = {
        "plan": plan,
        "parts": parts_of(plan),
        "standing": standing_of(plan, today),
        "is_locked": plan.is_locked(today),
        "outlook": None if plan.is_locked(today) else outlook_for(as_told(plan), today),
        "report": report,
        "report_due": report_due(plan),
        "happenings": _happenings(request, plan, report) if report else (),
        "may_change": report is None and may_change(request.user, plan),
    }
    return _screen(request, "plan", str(plan.campaign), context)


@require_http_methods(["GET", "HEAD", "POST"])
def evaluation_add(request: HttpRequest) -> HttpResponse:
    """Write a plan down; nothing of wrong input is lost."""
    _may_look(request)
    if not request.user.has_perm(MAY_ADD):
        raise PermissionDenied("Vraag de beheerder om het recht om een evaluatie vast te leggen.")
    at = timezone.now()
    first = proposed(request.GET.get("campagne", ""), user=request.user, today=timezone.localdate(at))
    form = PlanForm(request.POST or None, initial=first, user=request.user, today=timezone.localdate(at))
    if request.method != "POST" or not form.is_valid() or RECKON in request.POST:
        return _form_screen(request, form, at)
    plan = register(form.plan(), by=request.user, at=at)
    log(plan, "wagtail.create")
    messages.success(
        request, f"Vastgelegd. Tot {day_label(plan.begins, with_year=True)} kunt u het plan nog vrij veranderen."
    )
    return redirect("evaluation", plan.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def evaluation_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a plan; whoever was second sees what stands there now, beside their own input."""
    plan, at = _plan_to_change(request, pk), timezone.now()
    form = _form_for(plan, request, at)
    if request.method != "POST" or not form.is_valid() or RECKON in request.POST:
        return _form_screen(request, form, at)
    told, reason = form.plan(), form.cleaned_data.get("reason", "")
    try:
        changed = change(plan, told, seen=form.cleaned_data["seen"], reason=reason, by=request.user, at=at)
    except ChangedMeanwhile as refusal:
        return _conflict(request, pk, refusal, at)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _form_screen(request, form, at)
    if changed:
        log(plan, "wagtail.edit")
    messages.success(request, "Bewaard." if changed else "Er was niets veranderd.")
    return redirect("evaluation", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def evaluation_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a plan back: gone before its first day, marked with a reason after it."""
    plan, at = _plan_to_change(request, pk), timezone.now()
    refused, reason = "", request.POST.get("reason", "")[:200]
    if request.method == "POST":
        try:
            is_gone = withdraw(plan, seen=request.POST.get("seen", ""), reason=reason, by=request.user, at=at)
        except Refused as refusal:
            refused = str(refusal)
        else:
            log(plan, "wagtail.delete" if is_gone else "wagtail.edit", deleted=is_gone)
            messages.success(request, "Het plan is verwijderd." if is_gone else "Het plan is ingetrokken.")
            return redirect("evaluations") if is_gone else redirect("evaluation", pk)
    plan = get_object_or_404(plans_seen_by(request.user), pk=pk)
    is_locked = plan.is_locked(timezone.localdate(at))
    context = {"plan": plan, "is_locked": is_locked, "refused": refused, "reason": reason}
    title = "Trek het plan in" if is_locked else "Verwijder het plan"
    return _screen(request, "withdraw", title, context, status=422 if refused else 200)


@require_safe
def evaluation_csv(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """The report as a file, with what it does not say on every line."""
    plan = _plan(request, pk)
    if not hasattr(plan, "report"):
        raise Http404("Dit plan heeft nog geen verslag.")
    report = shown(plan.report)
    rows = export_rows(plan, report, _happenings(request, plan, report), is_demo=Installation.objects.is_demo())
    return StreamingHttpResponse(
        write_csv(rows, header=HEADER),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="evaluatie-{pk}.csv"', "Cache-Control": "no-store"},
    )


def _form_for(plan: EvaluationPlan, request: HttpRequest, at: datetime, data: Any = None) -> PlanForm:
    today, posted = timezone.localdate(at), data or request.POST or None
    return PlanForm(posted, instance=plan, user=request.user, today=today)


def _conflict(request: HttpRequest, pk: int, refusal: Refused, at: datetime) -> HttpResponse:
    """The input again, on top of what stands there now: a second press writes it, knowingly."""
    now = get_object_or_404(plans_seen_by(request.user), pk=pk)
    data = request.POST.copy()
    data["seen"] = now.seen_as
    parts = parts_of(now)
    form = _form_for(now, request, at, data)
    form.add_error(None, str(refusal))
    return _form_screen(request, form, at, parts)


def _form_screen(request: HttpRequest, form: PlanForm, at: datetime, now: Any = ()) -> TemplateResponse:
    """The form with what could be seen in such a period, as far as it is filled in."""
    plan, today = form.instance, timezone.localdate(at)
    told = form.cleaned_data if form.is_bound else as_told(plan) if plan.pk else form.initial
    context = {
        "form": form,
        "plan": plan if plan.pk else None,
        "now": now,
        # Of what runs already, the counts of now would be a look at what is coming.
        "outlook": None if form.errors or form.is_locked else outlook_for(told, today),
        "reckon": RECKON,
        "has_campaigns": campaigns_of(request.user).exists(),
    }
    title = "Verander het plan" if plan.pk else "Nieuwe evaluatie"
    return _screen(request, "form", title, context, status=422 if form.errors else 200)


def _happenings(request: HttpRequest, plan: EvaluationPlan, report: ShownReport) -> tuple[Happening, ...]:
    chosen = {"gemeente": plan.municipality, "thema": plan.campaign.theme}
    return happenings_in(events_chosen(request.user, chosen, sees_all=sees_all(request.user)), report.period)


def _may_look(request: HttpRequest) -> None:
    if not request.user.has_perm("staff.view_figures"):
        raise PermissionDenied("Vraag de beheerder om het recht ‘Mag de cijfers zien’.")


def _plan(request: HttpRequest, pk: int) -> EvaluationPlan:
    _may_look(request)
    return get_object_or_404(plans_seen_by(request.user), pk=pk)


def _plan_to_change(request: HttpRequest, pk: int) -> EvaluationPlan:
    plan = _plan(request, pk)
    if not may_change(request.user, plan):
        raise PermissionDenied("Dit plan is van een ander. U kunt het lezen, maar niet veranderen.")
    return plan


def _screen(
    request: HttpRequest, template: str, title: str, context: dict[str, Any], *, status: int = 200
) -> TemplateResponse:
    way = below(TITLE, reverse("evaluations"), title)
    return figures_screen(request, f"evaluation/{template}", *way, context=context, status=status)
