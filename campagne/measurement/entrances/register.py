"""Entrances in the admin: the register, and the screens and sheets of each."""

from django.urls import URLPattern, path
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList, PageChooserPanel
from wagtail.admin.ui.tables import Column, DateColumn

from campagne.measurement.entrances.entrance import Entrance
from campagne.measurement.entrances.form import EntranceForm
from campagne.measurement.entrances.views import (
    EntranceCreateView,
    EntranceEditView,
    EntranceIndexView,
    PaperPdfView,
    PaperView,
    PlaceView,
)
from campagne.quiz.admin_views import KeptDeleteView, UsedIsKept
from campagne.staff.owned_views import OwnedViewSet

WHY = (
    "<p>Maak een ingang voor elke plek waar u iets ophangt, neerlegt of verstuurt. Elke ingang heeft een eigen code. "
    "Zo ziet u later welke plek bezoek bracht. Na het opslaan print u een poster, een flyer of stroken.</p>"
)


class EntranceViewSet(OwnedViewSet):
    model = Entrance
    index_view_class = EntranceIndexView
    add_view_class = EntranceCreateView
    edit_view_class = EntranceEditView
    delete_view_class = KeptDeleteView
    icon = "login"
    menu_label = "Ingangen"
    menu_order = 153
    add_to_admin_menu = True
    ordering = ["-placed_from", "place"]
    list_display = [
        "place",
        Column("get_means_display", label="Middel"),
        Column("code", label="Korte naam", sort_key="code"),
        DateColumn("placed_from", label="Geplaatst op", sort_key="placed_from"),
        DateColumn("placed_until", label="Weggehaald op"),
        "municipality",
    ]
    list_filter = ["means", "municipality"]
    edit_handler = ObjectList(
        [
            HelpPanel(WHY),
            MultiFieldPanel([FieldPanel("place"), FieldPanel("means"), FieldPanel("code")], "Waar, en wat?"),
            PageChooserPanel("page"),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("placed_from"), FieldPanel("placed_until")]), FieldPanel("print_run")],
                "Hoelang, en hoeveel?",
            ),
            MultiFieldPanel([FieldPanel("campaign"), FieldPanel("group")], "Waarvoor?"),
            FieldPanel("photo"),
            FieldPanel("municipality"),
        ],
        base_form_class=EntranceForm,
    )

    @property
    def permission_policy(self) -> UsedIsKept:
        """What was scanned hangs somewhere, so its address goes on working."""
        return UsedIsKept(self.model)

    def get_urlpatterns(self) -> list[URLPattern]:
        place, paper, pdf = (self.construct_view(view) for view in (PlaceView, PaperView, PaperPdfView))
        own = [
            path("plek/<int:pk>/", place, name="place"),
            path("plek/<int:pk>/<slug:paper>/", paper, name="paper"),
            path("plek/<int:pk>/<slug:paper>/pdf/", pdf, name="paper_pdf"),
        ]
        return [*super().get_urlpatterns(), *own]
