"""The action plans of the demo. What exists stays as it is."""

from django.db import transaction

from campagne.action_plan.models import PlanAct, PlanQuestion, PlanRole
from campagne.content.page import ContentPage
from campagne.demo.plan_entries import PlanActEntry, PlanRoleEntry, PlansEntry
from doelgroepen.models import TargetGroup


@transaction.atomic
def put_plans(entry: PlansEntry) -> int:
    """Put each role that is not there, with its questions and acts; return how many roles are new."""
    there = set(PlanRole.objects.values_list("slug", flat=True))
    new = [role for role in entry.roles if role.slug not in there]
    if not new:
        return 0
    pages = dict(ContentPage.objects.filter(municipality=None).values_list("slug", "pk"))
    acts = {act.key: _act(act, pages) for act in entry.acts}
    groups = dict(TargetGroup.objects.values_list("slug", "pk"))
    for order, role in enumerate(entry.roles, start=1):
        if role in new:
            _put_role(role, order, acts, groups)
    return len(new)


def _act(entry: PlanActEntry, pages: dict[str, int]) -> PlanAct:
    told = {
        "why": entry.why,
        "effect": entry.effect,
        "minutes": entry.minutes,
        "cost": entry.cost,
        "who": entry.who,
        "steps": "\n".join(entry.steps),
        "page_id": pages.get(entry.page),
        "source_title": entry.source_title,
        "source_url": entry.source_url,
        "reviewed_on": entry.reviewed_on,
    }
    return PlanAct.objects.get_or_create(title=entry.title, municipality=None, defaults=told)[0]


def _put_role(entry: PlanRoleEntry, order: int, acts: dict[str, PlanAct], groups: dict[str, int]) -> None:
    role = PlanRole(
        slug=entry.slug,
        name=entry.name,
        self_description=entry.self_description,
        introduction=entry.introduction,
        helper=entry.helper,
        group_id=groups.get(entry.group),
        order=order,
        is_open=True,
    )
    role.questions = [
        PlanQuestion(
            sort_order=number,
            text=question.text,
            explanation=question.explanation,
            not_for_me=question.not_for_me,
            act=acts[question.act],
        )
        for number, question in enumerate(entry.questions)
    ]
    role.save()
