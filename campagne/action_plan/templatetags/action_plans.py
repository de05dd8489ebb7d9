"""The way to the action plan, on the page of a group that it is for."""

from typing import Any

from django import template

from campagne.action_plan.models import PlanRole
from doelgroepen.models import TargetGroup

register = template.Library()


@register.inclusion_tag("action_plan/invitation.html")
def plan_invitation(group: TargetGroup | None) -> dict[str, Any]:
    """Invite somebody of this group to make a plan; nothing if there is no plan for them."""
    return {"is_shown": group is not None and PlanRole.objects.open().for_group(group).exists()}
