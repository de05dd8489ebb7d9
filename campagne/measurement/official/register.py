"""The registers of areas and indicators in the admin: codes that somebody looked up, names that columns may have."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from campagne.measurement.official.reading.known import path_of
from campagne.measurement.official.series import Indicator, Region

MOST_NAMES = 60
ABOUT_COLUMNS = (
    "<p>Een kolom wordt herkend aan haar titels, nooit aan een code: codes veranderen per uitgave. Staat er bij het "
    "inlezen dat een kolom bij geen indicator hoort? Zet dan hier haar titels, met alles wat erboven staat.</p>"
)


class LinesField(forms.CharField):
    """A list of texts, typed one on each line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        lines = [" ".join(line.split()) for line in super().to_python(value).splitlines()]
        return list(dict.fromkeys(filter(None, lines)))

    def validate(self, value: Any) -> None:
        super().validate(value)
        if len(value) > MOST_NAMES:
            raise ValidationError(f"Dit zijn {len(value)} namen. Hoogstens {MOST_NAMES}.")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return list(initial or []) != self.to_python(data or "")


class IndicatorForm(WagtailAdminModelForm):
    columns = LinesField(
        label="Kolommen",
        required=False,
        max_length=8000,
        help_text="Eén naam per regel: de titel, met de koppen erboven. Bijvoorbeeld: Online criminaliteit > Melding.",
    )

    def clean_columns(self) -> list[str]:
        """No name may stand for two indicators: then a number would be two things."""
        ours = {path_of(line): line for line in self.cleaned_data["columns"]}
        for other in Indicator.objects.exclude(pk=self.instance.pk):
            for path in filter(None, map(path_of, map(str, other.columns))):
                if path in ours:
                    raise ValidationError(f"‘{ours[path]}’ staat al bij ‘{other}’. Eén naam hoort bij één indicator.")
        return list(ours.values())


class RegionViewSet(SnippetViewSet):
    model = Region
    icon = "site"
    list_display = ["name", Column("get_level_display", label="Niveau"), "code", "population"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("level")], heading="Hoe de bron het noemt"),
            FieldPanel("code", help_text="De code van het CBS. Leeg zolang niemand haar heeft opgezocht."),
            MultiFieldPanel([FieldPanel("population"), FieldPanel("population_source")], "Inwoners"),
        ]
    )


class IndicatorViewSet(SnippetViewSet):
    model = Indicator
    icon = "table"
    list_display = ["name", "theme", Column("get_wanted_display", label="Richting"), "source", "table", "next_on"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("name"), FieldPanel("slug"), FieldPanel("theme"), FieldPanel("definition")],
                "Wat is het?",
            ),
            FieldRowPanel([FieldPanel("unit"), FieldPanel("of_whom"), FieldPanel("wanted")], heading="Hoe te lezen"),
            FieldPanel("caveat"),
            FieldRowPanel([FieldPanel("source"), FieldPanel("table"), FieldPanel("next_on")], heading="Waarvandaan"),
            FieldRowPanel([FieldPanel("first_year"), FieldPanel("last_year")], heading="Zo bepaald in de jaren"),
            HelpPanel(ABOUT_COLUMNS),
            FieldPanel("columns"),
        ],
        base_form_class=IndicatorForm,
    )
