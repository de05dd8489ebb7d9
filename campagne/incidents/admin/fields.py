"""The parts that the forms of this room are made of: where, until when, and the lines of the day."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.timezone import get_default_timezone

from campagne.content.instruction import Language
from campagne.incidents.course import problem_with_area
from campagne.incidents.ending import End, Ending, ending, on_the_wall
from campagne.incidents.incident import PreparedLine
from doelgroepen.models import Municipality

LONGEST_LINE = 160
ENDS = [
    (End.TWO_HOURS.value, "over 2 uur"),
    (End.FOUR_HOURS.value, "over 4 uur"),
    (End.TODAY.value, "vandaag om 23.59 uur"),
    (End.MOMENT.value, "op een ander moment"),
]
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
CLOCK = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class WhereFields(forms.Form):
    area = forms.CharField(
        label="Waar is het? In gewone woorden",
        help_text="Zoals: Geleen-Zuid, Lindenheuvel en Neerbeek.",
        error_messages={"required": problem_with_area("")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    municipalities = forms.ModelMultipleChoiceField(
        label="In welke gemeenten?",
        queryset=Municipality.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Op hun pagina's staat de melding. Niets gekozen: in de hele regio.",
    )

    def clean_area(self) -> str:
        words = " ".join(self.cleaned_data["area"].split())
        if problem := problem_with_area(words):
            raise forms.ValidationError(problem)
        return words


class LinesFields(forms.Form):
    """Sentences that are ready in every language, and one of one's own in each."""

    prepared = forms.ModelMultipleChoiceField(
        label="Zinnen die klaarstaan",
        queryset=PreparedLine.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Ze staan er in drie talen.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in Language:
            self.fields[f"own_{language.value}"] = forms.CharField(
                label=f"Eigen zin: {language.label}",
                required=False,
                max_length=LONGEST_LINE,
                widget=forms.TextInput(attrs={"lang": language.value, "autocomplete": "off"}),
            )

    def own(self) -> dict[str, str]:
        """The own sentence in each language that has one."""
        written = {each.value: " ".join(self.cleaned_data[f"own_{each.value}"].split()) for each in Language}
        return {language: line for language, line in written.items() if line}

    def untranslated(self) -> list[str]:
        """The languages whose readers do not get the own sentence."""
        own = self.own()
        return [language.label for language in Language if own and language.value not in own]

    @property
    def has_own(self) -> bool:
        return any(field.value() for field in self.own_fields)

    @property
    def own_fields(self) -> list[forms.BoundField]:
        return [self[f"own_{language.value}"] for language in Language]


class EndFields(forms.Form):
    """Until when. `until` carries a chosen end from one screen to the next, so that hours do not creep."""

    end = forms.ChoiceField(
        label="Tot wanneer?",
        choices=ENDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies tot wanneer de melding te zien is."},
    )
    end_day = forms.DateField(
        label="Dag", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    end_time = forms.TimeField(
        label="Tijd", required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    until = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    ending: Ending | None = None

    def find_end(self, at: datetime) -> None:
        """Find the end in what was filled in; without one, say so at its field."""
        cleaned = self.cleaned_data
        if not cleaned.get("end"):
            return
        choice, zone = End(cleaned["end"]), get_default_timezone()
        if choice is not End.MOMENT:
            self.ending = Ending(cleaned["until"]) if cleaned.get("until") else ending(choice, at, zone)
        elif cleaned.get("end_day") and cleaned.get("end_time"):
            self.ending = on_the_wall(cleaned["end_day"], cleaned["end_time"], zone)
        elif not {"end_day", "end_time"} & self.errors.keys():
            self.add_error("end_time", "Vul een dag en een tijd in, of kies hierboven een ander einde.")

    @property
    def remark(self) -> str:
        return self.ending.remark if self.ending else ""
