from django.apps import AppConfig


class ActionPlanConfig(AppConfig):
    name = "campagne.action_plan"
    label = "action_plan"
    verbose_name = "Actieplan"
