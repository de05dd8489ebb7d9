"""The register "Gebeurtenissen" in the admin."""

from typing import Any

from django import forms
from django.db.models import Q
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn

from campagne.measurement.context.admin_views import EventCreateView
from campagne.measurement.models import ContextEvent
from campagne.staff.owned_views import OwnedForm, OwnedViewSet
from campagne.staff.ownership import usable_by

WHY = (
    "<p>Schrijf op wat er gebeurde dat onze cijfers kan veranderen: een actie van de politie, een golf van "
    "nepberichten, veel nieuws, een storing. Het staat dan met een nummer in elke grafiek. Een gebeurtenis verklaart "
    "nog niets: tegelijk is nog geen oorzaak.</p>"
)


class ContextEventForm(OwnedForm):
    """Offer the region's groups and one's own; what was chosen before, by whoever it was, stays."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user is not None and (groups := self.fields.get("groups")):
            chosen = [group.pk for group in self.instance.groups.all()] if self.instance.pk else []
            groups.queryset = groups.queryset.filter(usable_by(self.for_user) | Q(pk__in=chosen))


class ContextEventViewSet(OwnedViewSet):
    model = ContextEvent
    add_view_class = EventCreateView
    icon = "date"
    menu_label = "Gebeurtenissen"
    menu_order = 155
    add_to_admin_menu = True
    list_display = [
        "title",
        Column("get_kind_display", label="Soort"),
        DateColumn("begins", label="Vanaf", sort_key="begins"),
        DateColumn("ends", label="Tot en met"),
        "municipality",
    ]
    list_filter = ["kind", "municipality"]
    edit_handler = ObjectList(
        [
            HelpPanel(WHY),
            MultiFieldPanel([FieldPanel("title"), FieldPanel("kind"), FieldPanel("expected")], "Wat gebeurde er?"),
            FieldRowPanel([FieldPanel("begins"), FieldPanel("ends")], heading="Wanneer?"),
            MultiFieldPanel(
                [
                    FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
                    FieldPanel("groups", widget=forms.CheckboxSelectMultiple),
                    FieldPanel("municipality"),
                ],
                "Waarover, voor wie en waar? Niets gekozen: het gaat over alles.",
            ),
            MultiFieldPanel([FieldPanel("source"), FieldPanel("is_public")], "Waar staat het?"),
        ],
        base_form_class=ContextEventForm,
    )
