"""The list of sessions, planning new ones, and beginning one at once."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from wagtail.admin import messages
from wagtail.log_actions import log

from campagne.guided.leading.ticket import ticket_of_user
from campagne.guided.planning.listing import ListForm, in_order, page_of, sections
from campagne.guided.planning.plan import begin_now, plan_sessions
from campagne.guided.planning.plan_form import NowForm, PlanForm
from campagne.guided.planning.rights import for_, may_lead, may_plan
from campagne.guided.planning.screen import REFUSED, screen
from campagne.guided.sessions.library import Location
from campagne.guided.sessions.session import GuidedSession


@for_(may_lead)
def session_list(request: HttpRequest) -> HttpResponse:
    form = ListForm(request.GET, user=request.user)
    sessions = in_order(form.narrow(GuidedSession.objects.led_by(request.user)), timezone.now())
    page = page_of(sessions, request.GET.get("blad"))
    kept = request.GET.copy()
    kept.pop("blad", None)
    context = {"form": form, "page": page, "sections": sections(page), "query": kept.urlencode()}
    return screen(request, "list", has_places=Location.objects.led_by(request.user).exists(), **context)


@for_(may_plan)
def plan(request: HttpRequest) -> HttpResponse:
    form = PlanForm(request.POST or None, user=request.user, at=timezone.now())
    if not form.is_valid():
        status = REFUSED if form.is_bound else 200
        return screen(request, "plan", "Plan een les", form=form, status=status)
    made = plan_sessions(form.plan(), request.user)
    for session in made:
        log(session, "wagtail.create")
    if len(made) > 1:
        messages.success(request, f"{len(made)} lessen staan klaar, voor elke groep één.")
        return redirect("guided_list")
    messages.success(request, "De les staat klaar. Maak hier de begeleiderskaart, en print wat u nodig hebt.")
    return redirect("guided_session", made[0].pk)


@for_(may_lead)
def start_now(request: HttpRequest) -> HttpResponse:
    form = NowForm(request.POST or None, user=request.user)
    if not form.is_valid():
        status = REFUSED if form.is_bound else 200
        return screen(request, "now", "Nu beginnen", form=form, status=status)
    at, chosen = timezone.now(), form.cleaned_data
    session = begin_now(chosen["location"], chosen["module"], request.user, at)
    log(session, "wagtail.create")
    return redirect(ticket_of_user(session, request.user, at).url("presenter"))
