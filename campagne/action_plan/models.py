"""The models, gathered for Django."""

from campagne.action_plan.act import PlanAct
from campagne.action_plan.role import PlanQuestion, PlanRole

__all__ = ["PlanAct", "PlanQuestion", "PlanRole"]
