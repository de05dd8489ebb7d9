"""The form of a role: each question another, and only acts of the region or of its own municipality."""

from typing import Any

from campagne.staff.owned_views import OwnedForm

TWICE = "Deze vraag staat er al. Maak er één van, of stel een andere vraag."
ANOTHERS = "Deze actie is van een andere gemeente. Kies een actie van de regio."


class PlanRoleForm(OwnedForm):
    """What is refused about an act of another municipality is said without its name."""

    def is_valid(self) -> bool:
        return super().is_valid() & self._questions_are_valid()

    def _questions_are_valid(self) -> bool:
        """Judge the questions together, once each of them is whole."""
        rows = self._rows()
        owner = getattr(getattr(self, "cleaned_data", {}).get("municipality"), "pk", None)
        marks: set[int] = set()
        for row in rows:
            if row.errors:
                continue
            if row.instance.mark in marks:
                row.add_error("text", TWICE)
            marks.add(row.instance.mark)
            if getattr(row.cleaned_data.get("act"), "municipality_id", None) not in {None, owner}:
                row.add_error("act", ANOTHERS)
                row.data = {**row.data.dict(), row.add_prefix("act"): ""}
        return not any(row.errors for row in rows)

    def _rows(self) -> list[Any]:
        """The questions that are kept."""
        formset = self.formsets["questions"]
        kept = [form for form in formset.forms if form not in formset.deleted_forms]
        return [form for form in kept if form.has_changed() or form.instance.pk]
