"""The form of an activity: what a model by itself cannot see is judged here."""

from typing import Any

from django import forms
from django.db.models import Q

from campagne.activities.recurrence import Every, Recurrence
from campagne.activities.wrong import problem_with_single_days
from campagne.staff.owned_views import OwnedForm
from campagne.staff.ownership import usable_by


class ActivityForm(OwnedForm):
    """Offer the region's and one's own, and refuse a single day on which the activity is not."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user is None:
            return
        for name in {"target_groups", "contact"} & self.fields.keys():
            offered = self.fields[name].queryset
            self.fields[name].queryset = offered.filter(usable_by(self.for_user) | Q(pk__in=self._chosen(name)))

    def _chosen(self, name: str) -> list[int]:
        """What was chosen before, by whoever it was, stays."""
        if not self.instance.pk:
            return []
        if name == "contact":
            return [self.instance.contact_id] if self.instance.contact_id else []
        return [group.pk for group in self.instance.target_groups.all()]

    def is_valid(self) -> bool:
        return super().is_valid() and self._single_days_are_valid()

    def _single_days_are_valid(self) -> bool:
        """Each day that is otherwise is a day of the series, and stands there once."""
        told = self.cleaned_data
        series = Recurrence(told["first_day"], Every(told["every"]), told["until"])
        rows = {row.cleaned_data["day"]: row for row in self._rows()}
        wrong = problem_with_single_days(series, list(rows))
        for day, text in wrong.items():
            rows[day].add_error("day", text)
        return not wrong

    def _rows(self) -> list[forms.ModelForm]:
        """The single days that are kept."""
        formset = self.formsets["single_days"]
        kept = [form for form in formset.forms if form not in formset.deleted_forms]
        return [form for form in kept if form.cleaned_data.get("day")]
