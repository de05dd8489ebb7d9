"""The way in, which is the same for everybody, and the plan itself, which is read from its address."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from campagne.action_plan import passing_on
from campagne.action_plan.models import PlanRole
from campagne.action_plan.taking import WRONG_METHOD, frame
from campagne.action_plan.visit import Visit
from campagne.quiz.taking.screen import SeeOther, screen
from campagne.serving.intake.refusals import Refusal, refuse

RENEWED = 410


def choose(request: HttpRequest) -> HttpResponse:
    roles = PlanRole.objects.open().select_related("municipality", "group")
    return TemplateResponse(request, "action_plan/choose.html", {"roles": roles})


def role(request: HttpRequest, slug: str) -> HttpResponse:
    try:
        visit = Visit.begin(slug)
    except Refusal as refusal:
        return refuse(request, refusal)
    context = {"role": visit.role, "total": len(visit.questions), "begin_url": visit.url("question", 1)}
    return TemplateResponse(request, "action_plan/role.html", context)


@screen("GET", "HEAD", wrong_method=WRONG_METHOD)
def plan(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    visit = Visit.open(slug, token)
    if not visit.answers.given:
        return SeeOther(visit.url("question", 1))
    if not visit.standing.holding:
        return TemplateResponse(request, "action_plan/renewed.html", frame(visit), status=RENEWED)
    open_number = visit.first_open()
    context = {
        **frame(visit),
        "plan": visit.plan,
        "tasks": passing_on.tasks_of(visit),
        "unanswered": len(visit.questions) - len(visit.standing.holding),
        "onward_url": visit.url("question", open_number) if open_number else "",
        "overview_url": visit.url("overview"),
        "calendar_url": visit.url("calendar"),
        "letter": passing_on.letter_of(visit),
        "link": visit.link,
        "qr": passing_on.qr_of(visit),
    }
    return TemplateResponse(request, "action_plan/plan.html", context)


@screen("GET", "HEAD", wrong_method=WRONG_METHOD)
def calendar(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    visit = Visit.open(slug, token)
    if not visit.plan.acts:
        return SeeOther(visit.url("plan"))
    body = passing_on.calendar_of(visit, timezone.now())
    headers = {"Content-Disposition": 'attachment; filename="actieplan.ics"'}
    return HttpResponse(body, content_type="text/calendar; charset=utf-8", headers=headers)
