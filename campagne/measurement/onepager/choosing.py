"""What somebody chooses to have on the sheets: goals, a period and a place, never more than they may see."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

from campagne.measurement.dashboard.one_of import OneOf
from campagne.measurement.dashboard.selection import places_of, sees_all
from campagne.measurement.onepager.sheet import Asked
from campagne.measurement.onepager.whole_periods import Choice, choices, usual
from campagne.serving.models import Installation
from doelgroepen.models import Municipality, Theme


class SheetsForm(forms.Form):
    """Nothing chosen is everything: all goals, the usual period, the whole region."""

    thema = forms.ModelMultipleChoiceField(
        Theme.objects.all(),
        label="Doelen (niets aangevinkt: alle)",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    periode = forms.ChoiceField(label="Periode", required=False)
    gemeente = OneOf(Municipality.objects.none(), label="Gemeente", none="Hele regio")

    def __init__(self, chosen: QueryDict, *, user: Any, today: date) -> None:
        self.user, self.today, self.counted_since = user, today, counted_since()
        self.usual = usual(today, self.counted_since)
        self.periods = {choice.value: choice for choice in choices(today)}
        data = chosen.copy()
        data.setdefault("periode", self._of_days(chosen) or self.usual.value)
        super().__init__(data)
        self.fields["periode"].choices = [(value, choice.words) for value, choice in self.periods.items()]
        self.fields["gemeente"].queryset = places_of(user)
        if not sees_all(user):
            self.fields["gemeente"].empty_label = "Regio en eigen gemeente"

    @property
    def themes(self) -> list[Theme]:
        chosen = self.cleaned_data["thema"] if self.is_valid() else None
        return list(chosen or Theme.objects.all())

    def _of_days(self, chosen: QueryDict) -> str | None:
        """The period that has exactly the days that were chosen on another screen."""
        days = chosen.get("van"), chosen.get("tot")
        for value, choice in self.periods.items():
            if (str(choice.period.first), str(choice.period.last)) == days:
                return value
        return None

    def asked(self) -> Asked:
        """What was chosen; with wrong input, what nobody chose."""
        return Asked(self.user, self._period(), self._place(), self.today, self.counted_since)

    def _period(self) -> Choice:
        value = self.cleaned_data["periode"] if self.is_valid() else ""
        return self.periods.get(value, self.usual)

    def _place(self) -> Municipality | None:
        return self.cleaned_data["gemeente"] if self.is_valid() else None


def counted_since() -> date:
    """The Amsterdam day on which this installation was made, before which nothing was counted."""
    installation = Installation.objects.current()
    return timezone.localdate(installation.founded_at if installation else None)
