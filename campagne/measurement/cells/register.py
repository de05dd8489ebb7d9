"""Numbers of inhabitants in the admin: whoever looked one up enters it, with where it stands."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column

from campagne.figures.notation import day_label, number
from campagne.measurement.cells.population import Population
from campagne.staff.owned_views import OwnedForm, OwnedViewSet
from campagne.staff.ownership import usable_by

WHY = (
    "<p>Met dit aantal rekenen we uit hoeveel bezoeken en bezoekers van lessen er waren op elke 1.000 mensen. "
    "Zo kunt u een grote en een kleine groep naast elkaar zetten. Weet u het aantal niet? Laat het dan weg: "
    "op het scherm staat ‘nog niet ingevoerd’. Schat nooit zelf.</p>"
    "<p>Is er een nieuw aantal? Voeg het toe, met de nieuwe dag. Het oude blijft staan bij oude cijfers.</p>"
)


class PopulationForm(OwnedForm):
    """Offer the region's groups and one's own; what was chosen before, by whoever it was, stays."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user is not None and (group := self.fields.get("group")):
            group.queryset = group.queryset.filter(usable_by(self.for_user) | Q(pk=self.instance.group_id))

    def clean(self) -> dict[str, Any]:
        """Two counts of one day would be two answers to one question."""
        told = super().clean()
        if self.errors or "as_of" not in told:
            return told
        same = {"group": told.get("group"), "municipality": told.get("municipality"), "as_of": told["as_of"]}
        if Population.objects.filter(**same).exclude(pk=self.instance.pk).exists():
            self.add_error("as_of", "Van deze dag staat er al een aantal. Wijzig dat, of kies een andere dag.")
        return told


class PopulationViewSet(OwnedViewSet):
    model = Population
    icon = "group"
    menu_label = "Inwoners"
    menu_order = 156
    add_to_admin_menu = True
    list_display = [
        Column("group_name", label="Doelgroep", accessor=lambda row: row.group or "alle inwoners"),
        Column("place_name", label="Gemeente", accessor=lambda row: row.municipality or "hele regio"),
        Column("number", label="Aantal mensen", accessor=lambda row: number(row.persons), sort_key="persons"),
        Column("day", label="Geteld op", accessor=lambda row: day_label(row.as_of, with_year=True), sort_key="as_of"),
        "source",
    ]
    list_filter = ["municipality"]
    edit_handler = ObjectList(
        [
            HelpPanel(WHY),
            MultiFieldPanel([FieldPanel("group"), FieldPanel("municipality")], "Over wie gaat het?"),
            FieldRowPanel([FieldPanel("persons"), FieldPanel("as_of")], heading="Hoeveel mensen, en wanneer?"),
            FieldPanel("source"),
        ],
        base_form_class=PopulationForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("group", "municipality")
