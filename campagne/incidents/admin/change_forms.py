"""What somebody may do with an incident that readers see; each form knows the newest message it was opened with."""

from datetime import datetime
from typing import Any

from django import forms

from campagne.incidents.admin.fields import EndFields, LinesFields, WhereFields
from campagne.incidents.admin.raise_form import first_values
from campagne.incidents.incident import Incident
from campagne.incidents.raising import OUT_OF_DATE, NotAllowed, Wanted, wanted_of

LONGEST_REASON = 300


class ChangeForm(forms.Form):
    """`seen` is the number of the newest message that was on the screen."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, incident: Incident, at: datetime, **kwargs: Any) -> None:
        newest = incident.newest
        self.incident, self.at = incident, at
        self.number = newest.number if newest else 0
        self.is_out_of_date = False
        super().__init__(*args, initial={**self.values_of_now(), "seen": self.number}, **kwargs)

    def values_of_now(self) -> dict[str, Any]:
        return {}

    def refuse(self, refusal: NotAllowed) -> None:
        """Say why not, and keep all that was typed. Who was too late has read the newest when they try again."""
        self.add_error(refusal.field if refusal.field in self.fields else None, refusal.words)
        self.is_out_of_date = refusal.words == OUT_OF_DATE
        if self.is_out_of_date:
            self.data = self.data.copy()
            self.data["seen"] = self.number


class UpdateForm(ChangeForm, WhereFields, LinesFields):
    def values_of_now(self) -> dict[str, Any]:
        return first_values(self.at, self.incident)

    def wanted(self) -> Wanted:
        cleaned = self.cleaned_data
        return Wanted(cleaned["area"], self.incident.ends_at, tuple(cleaned["prepared"]), self.own())


class ExtendForm(ChangeForm, EndFields):
    reason = forms.CharField(
        label="Waarom verandert het einde?",
        max_length=LONGEST_REASON,
        help_text="Eén zin. Dit staat in het logboek.",
        error_messages={"required": "Schrijf op waarom het langer duurt."},
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.find_end(self.at)
        return cleaned

    def wanted(self) -> Wanted:
        was = wanted_of(self.incident)
        assert self.ending is not None  # noqa: S101 - a form that is valid has found its end
        return Wanted(self.incident.area, self.ending.at, was.prepared, was.own)


class WithdrawForm(ChangeForm):
    reason = forms.CharField(
        label="Waarom trekt u de melding in?",
        max_length=LONGEST_REASON,
        help_text="Eén zin. Dit staat in het logboek.",
        error_messages={"required": "Schrijf op waarom u de melding intrekt."},
    )


class AllClearForm(ChangeForm):
    reason = forms.CharField(
        label="Wie gaf het sein veilig?",
        max_length=LONGEST_REASON,
        required=False,
        help_text="Mag leeg. Zoals: de officier van dienst. Dit staat in het logboek.",
    )
