"""The list of difficult words in the admin."""

from wagtail.admin.panels import ObjectList
from wagtail.snippets.models import register_snippet

from campagne.language.models import HardWord
from campagne.staff.owned_views import OwnedForm, OwnedViewSet


class HardWordViewSet(OwnedViewSet):
    model = HardWord
    icon = "openquote"
    menu_label = "Moeilijke woorden"
    menu_order = 310
    add_to_admin_menu = True
    list_display = ["word", "simpler", "note", "municipality"]
    list_filter = ["municipality"]
    search_fields = ["word", "simpler"]
    search_backend_name = None
    list_per_page = 50
    edit_handler = ObjectList(HardWord.panels, base_form_class=OwnedForm)


register_snippet(HardWordViewSet)
