"""The register of places to report in the admin."""

from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import DateColumn
from wagtail.snippets.models import register_snippet

from campagne.contacts.models import ReportChannel
from campagne.staff.owned_views import OwnedForm, OwnedViewSet


class ReportChannelViewSet(OwnedViewSet):
    model = ReportChannel
    icon = "mobile-alt"
    menu_label = "Meldpunten"
    menu_order = 300
    add_to_admin_menu = True
    list_display = ["name", "phone", "host", "municipality", DateColumn("checked_on", label="Gecontroleerd op")]
    list_filter = ["code", "municipality"]
    edit_handler = ObjectList(ReportChannel.panels, base_form_class=OwnedForm)


register_snippet(ReportChannelViewSet)
