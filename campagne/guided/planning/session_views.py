"""One session: its facts, the doors to its other screens, and what of it may be changed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.log_actions import log

from campagne.guided.leading.acting import Action, Done, act
from campagne.guided.leading.ticket import ticket_of_user
from campagne.guided.planning.facts import SCREENS, facts_of, way_to
from campagne.guided.planning.plan import change_session, drop_session, may_drop, move_meetings
from campagne.guided.planning.plan_form import ChangeForm
from campagne.guided.planning.rights import for_, led_session, may_lead, may_plan, planned_session
from campagne.guided.planning.screen import REFUSED, screen
from campagne.guided.sessions.session import GuidedSession

ONLY_WHAT_IS_SAFE = "Bewaard. De les is al begonnen: de module, de plek en de soort blijven zoals ze zijn."


@for_(may_lead)
def session(request: HttpRequest, pk: int) -> HttpResponse:
    found = led_session(request.user, pk)
    is_planner = may_plan(request.user) and GuidedSession.objects.planned_by(request.user).filter(pk=pk).exists()
    return screen(request, "session", str(found), is_planner=is_planner, **facts_of(found))


@for_(may_lead)
@require_POST
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin, or go on after a pause; what runs already is only opened."""
    found, at = led_session(request.user, pk), timezone.now()
    if not found.is_running:
        acted = act(found.pk, Action.START, found.state_version, at)
        if acted.done is not Done.YES and not acted.session.is_running:
            messages.warning(request, "Deze les kan niet meer beginnen: hij is afgesloten.")
            return redirect("guided_session", pk)
    return redirect(ticket_of_user(found, request.user, at).url("presenter"))


@for_(may_lead)
def go_to(request: HttpRequest, pk: int, door: str) -> HttpResponse:
    """Lead to a screen outside the admin, where a signed address takes the place of the login."""
    found = led_session(request.user, pk)
    if door not in SCREENS:
        raise Http404(f"no screen {door!r}; expected one of {', '.join(SCREENS)}")
    return redirect(ticket_of_user(found, request.user, timezone.now()).url(door))


@for_(may_plan)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    found = planned_session(request.user, pk)
    form = ChangeForm(request.POST or None, instance=found, user=request.user, at=timezone.now())
    if found.is_closed or not form.is_valid():
        status = REFUSED if form.is_bound else 200
        return screen(request, "change", "Wijzigen", way_to(found), session=found, form=form, status=status)
    groups, presenters = form.cleaned_data["target_groups"], form.cleaned_data["presenters"]
    moved = list(form.meetings.moved(form.not_held()))
    is_all = change_session(form.instance, groups, presenters)
    move_meetings(found, moved)
    log(found, "wagtail.edit")
    messages.success(request, "Bewaard." if is_all else ONLY_WHAT_IS_SAFE)
    return redirect("guided_session", pk)


@for_(may_plan)
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    found = planned_session(request.user, pk)
    if request.method != "POST":
        return screen(request, "drop", "Verwijderen", way_to(found), session=found, may_drop=may_drop(found))
    if not drop_session(found):
        messages.warning(request, "Deze les is al begonnen. Hij blijft staan; sluit hem af op het scherm van de les.")
        return redirect("guided_session", pk)
    log(found, "wagtail.delete", deleted=True)
    messages.success(request, "De les is verwijderd.")
    return redirect("guided_list")
