"""Activities in the admin."""

from django import forms
from django.urls import URLPattern, path
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, PageChooserPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet

from campagne.activities.admin_views import ActivityEditView, ActivityIndexView, MarkView
from campagne.activities.forms import ActivityForm
from campagne.activities.models import Activity
from campagne.staff.owned_views import OwnedViewSet

OF_SINGLE_DAYS = (
    "Alleen bij herhalen: is het op één dag vol, of gaat het op één dag niet door? Zet die dag dan hier. "
    "Dat kan ook met de knop ‘Vol of gaat niet door’."
)
WHEN = [
    FieldPanel("first_day"),
    FieldRowPanel([FieldPanel("begins"), FieldPanel("ends")]),
    FieldRowPanel([FieldPanel("every"), FieldPanel("until")]),
]
TO_COME = [FieldPanel("costs"), FieldPanel("sign_up"), FieldPanel("sign_up_phone"), FieldPanel("sign_up_url")]
SINGLE_DAY = [FieldPanel("day"), FieldPanel("state")]


class ActivityViewSet(OwnedViewSet):
    model = Activity
    index_view_class = ActivityIndexView
    edit_view_class = ActivityEditView
    icon = "calendar-alt"
    menu_label = "Activiteiten"
    menu_order = 150
    add_to_admin_menu = True
    ordering = ["-last_day", "title"]
    list_display = [
        "title",
        Column("first_day", label="Eerste dag", sort_key="first_day"),
        Column("last_day", label="Laatste dag", sort_key="last_day"),
        "municipality",
        Column("get_state_display", label="Stand"),
        BooleanColumn("is_public", label="Op de site"),
    ]
    list_filter = ["state", "is_public", "municipality"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel([FieldPanel("title"), FieldPanel("summary"), FieldPanel("description")], "Wat is het?"),
            MultiFieldPanel(WHEN, "Wanneer?"),
            MultiFieldPanel(
                [FieldPanel("venue"), FieldPanel("address"), FieldPanel("accessibility")],
                "Waar, en kan iedereen erbij?",
            ),
            MultiFieldPanel(
                [FieldPanel("target_groups", widget=forms.CheckboxSelectMultiple), FieldPanel("theme")], "Voor wie?"
            ),
            MultiFieldPanel([*TO_COME, FieldPanel("contact")], "Hoe kom ik erbij?"),
            PageChooserPanel("page", ["content.ModulePage", "content.CampaignPage"]),
            MultiFieldPanel([FieldPanel("state"), FieldPanel("is_public"), FieldPanel("municipality")], "Stand"),
            InlinePanel(
                "single_days", SINGLE_DAY, label="Dag", heading="Dagen die anders zijn", help_text=OF_SINGLE_DAYS
            ),
        ],
        base_form_class=ActivityForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        mark = self.construct_view(MarkView)
        return [*super().get_urlpatterns(), path("stand/<int:pk>/", mark, name="mark")]


register_snippet(ActivityViewSet)
