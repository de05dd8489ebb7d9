"""The form of an entrance: only what this person may refer to, and a code that stays once it is printed."""

from typing import Any

from django.db.models import Q, QuerySet

from campagne.measurement.dashboard.selection import pages_of
from campagne.staff.owned_views import OwnedForm
from campagne.staff.ownership import usable_by

LOCKED = "Staat al in een adres dat gedrukt kan zijn. Daarom verandert het niet meer."


class EntranceForm(OwnedForm):
    """What was chosen before, by whoever it was, can stay."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "code" in self.fields:
            self.fields["code"].disabled = True
            self.fields["code"].help_text = LOCKED
        if self.for_user is None:
            return
        mine = usable_by(self.for_user)
        self._offer("page", pages_of(self.for_user).filter(live=True, depth__gt=1))
        for name in ("group", "campaign"):
            self._offer(name, self.fields[name].queryset.filter(mine) if name in self.fields else None)

    def clean_code(self) -> str:
        """In small letters, as it is printed; whoever types it may use capitals."""
        return self.cleaned_data["code"].lower()

    def _offer(self, name: str, offered: QuerySet | None) -> None:
        if name not in self.fields or offered is None:
            return
        chosen = Q(pk=getattr(self.instance, f"{name}_id")) | Q(pk__in=offered.values("pk"))
        self.fields[name].queryset = offered.model._default_manager.filter(chosen)
