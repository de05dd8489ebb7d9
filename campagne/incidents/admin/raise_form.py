"""Everything that is asked to raise an incident, on one screen."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import Case, When

from campagne.content.instruction import InstructionPage, Scenario
from campagne.incidents.admin.fields import EndFields, LinesFields, WhereFields
from campagne.incidents.course import problem_with_end
from campagne.incidents.incident import Incident
from campagne.incidents.raising import Wanted

REAL, EXERCISE = "echt", "oefening"
SORTS = [(EXERCISE, "Oefening: overal staat OEFENING"), (REAL, "Echt incident")]
LONGEST_START = timedelta(hours=12)


def scenarios() -> Any:
    """The instructions that are ready to be raised, in the order of the scenarios."""
    places = Case(*(When(scenario=value, then=place) for place, value in enumerate(Scenario.values)))
    return InstructionPage.objects.live().exclude(scenario="").order_by(places, "path").prefetch_related("texts")


class RaiseForm(WhereFields, EndFields, LinesFields):
    """`begun` is the moment of the first screen, and `key` makes that a double click puts one incident ready."""

    page = forms.ModelChoiceField(
        label="Wat is er aan de hand?",
        queryset=InstructionPage.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "Kies wat er aan de hand is."},
    )
    sort = forms.ChoiceField(
        label="Is het echt?",
        choices=SORTS,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of dit een oefening is of een echt incident."},
    )
    key = forms.UUIDField(widget=forms.HiddenInput)
    begun = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at
        self.fields["page"].queryset = scenarios()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.find_end(self.at)
        if self.ending and (words := problem_with_end(self.ending.at, self.at, self.at)):
            self.add_error("end", words)
        begun = cleaned.get("begun")
        if begun and not self.at - LONGEST_START <= begun <= self.at:
            cleaned["begun"] = None
        return cleaned

    @property
    def is_exercise(self) -> bool:
        return self.cleaned_data["sort"] == EXERCISE

    @property
    def until_text(self) -> str:
        """The chosen end for the next screen, so that what was shown is what is put ready."""
        return self.ending.at.isoformat() if self.ending else ""

    def wanted(self) -> Wanted:
        cleaned = self.cleaned_data
        assert self.ending is not None  # noqa: S101 - a form that is valid has found its end
        return Wanted(cleaned["area"], self.ending.at, tuple(cleaned["prepared"]), self.own())


def first_values(at: datetime, like: Incident | None = None) -> dict[str, Any]:
    """What stands in the form at first: nothing is chosen yet, unless it is like an earlier one."""
    fresh = {"key": uuid4(), "begun": at.isoformat()}
    if like is None:
        return fresh
    own = {f"own_{language}": line for language, line in (like.wanted.get("own") or {}).items()}
    return {
        **fresh,
        **own,
        "page": like.page_id,
        "area": like.area,
        "municipalities": list(like.municipalities.values_list("pk", flat=True)),
        "prepared": like.wanted.get("prepared", []),
    }
