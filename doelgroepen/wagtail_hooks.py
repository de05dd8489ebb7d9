"""The lists of groups, municipalities and themes in the admin."""

from wagtail.admin.panels import ObjectList
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from campagne.staff.owned_views import OwnedForm, OwnedViewSet
from doelgroepen.models import Municipality, TargetGroup, Theme


class TargetGroupViewSet(OwnedViewSet):
    model = TargetGroup
    icon = "group"
    menu_label = "Doelgroepen"
    menu_order = 310
    add_to_admin_menu = True
    list_display = ["name", "self_description", "municipality", "reading_level"]
    edit_handler = ObjectList(TargetGroup.panels, base_form_class=OwnedForm)


class ThemeViewSet(SnippetViewSet):
    model = Theme
    icon = "tag"
    menu_label = "Thema's"
    menu_order = 320
    add_to_admin_menu = True
    list_display = ["name", "goal"]
    copy_view_enabled = False


class MunicipalityViewSet(SnippetViewSet):
    model = Municipality
    icon = "home"
    menu_label = "Gemeenten"
    menu_order = 330
    add_to_admin_menu = True
    list_display = ["name", "editors"]
    copy_view_enabled = False


register_snippet(TargetGroupViewSet)
register_snippet(ThemeViewSet)
register_snippet(MunicipalityViewSet)
