"""The public addresses of the action plan that are the same for everybody."""

from datetime import datetime

from campagne.action_plan.models import PlanRole


def paths_at(at: datetime) -> list[str]:
    """Where somebody begins: the choice of a role, and each role that can be chosen."""
    return ["/actieplan/", *(role.get_absolute_url() for role in PlanRole.objects.open())]
