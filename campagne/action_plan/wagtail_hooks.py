"""Roles and acts of the action plan in the admin."""

from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from campagne.action_plan.models import PlanAct, PlanRole
from campagne.action_plan.role_form import PlanRoleForm
from campagne.staff.owned_views import OwnedForm, OwnedViewSet


class PlanRoleViewSet(OwnedViewSet):
    model = PlanRole
    icon = "user"
    menu_label = "Rollen en vragen"
    list_display = ["name", "self_description", "municipality", BooleanColumn("is_open", label="Te kiezen")]
    list_filter = ["municipality"]
    edit_handler = ObjectList(PlanRole.panels, base_form_class=PlanRoleForm)


class PlanActViewSet(OwnedViewSet):
    model = PlanAct
    icon = "tasks"
    menu_label = "Acties"
    list_display = [
        "title",
        Column("get_effect_display", label="Effect"),
        "minutes",
        "municipality",
        DateColumn("reviewed_on", label="Nagekeken op"),
    ]
    list_filter = ["effect", "who", "municipality"]
    edit_handler = ObjectList(PlanAct.panels, base_form_class=OwnedForm)


class ActionPlanViewSetGroup(SnippetViewSetGroup):
    items = (PlanRoleViewSet, PlanActViewSet)
    menu_label = "Actieplan"
    menu_icon = "tasks"
    menu_order = 215


register_snippet(ActionPlanViewSetGroup)
