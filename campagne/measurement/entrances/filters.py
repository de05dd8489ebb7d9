"""Which places are compared: those of a campaign, a group, a municipality or a means; never more than one may see."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from campagne.content.models import CampaignPage
from campagne.measurement.dashboard.one_of import OneOf
from campagne.measurement.dashboard.selection import places_of, sees_all
from campagne.measurement.entrances.entrance import Entrance, Means
from campagne.staff.ownership import usable_by
from doelgroepen.models import Municipality, TargetGroup

FIELDS = {"campagne": "campaign", "doelgroep": "group", "gemeente": "municipality", "middel": "means"}
"""What is chosen, by the name in the address, and what it is of an entrance."""
EVERYTHING = "alle plekken die u mag zien"


class PlacesForm(forms.Form):
    campagne = OneOf(CampaignPage.objects.none(), label="Campagne", none="Alle campagnes")
    doelgroep = OneOf(TargetGroup.objects.none(), label="Doelgroep", none="Alle doelgroepen")
    gemeente = OneOf(Municipality.objects.none(), label="Gemeente", none="Alle gemeenten")
    middel = forms.ChoiceField(choices=[("", "Alle middelen"), *Means.choices], label="Middel", required=False)

    def __init__(self, chosen: Mapping[str, str], *, user: Any) -> None:
        super().__init__(chosen)
        campaigns = CampaignPage.objects.order_by("title").only("id", "title", "draft_title")
        # One that nobody published and that no place is of has nothing to compare; one without places has none yet.
        of_places = Q(pk__in=Entrance.objects.exclude(campaign=None).values("campaign"))
        campaigns = campaigns.filter(of_places | Q(first_published_at__isnull=False))
        groups = TargetGroup.objects.all()
        if not sees_all(user):
            campaigns, groups = campaigns.filter(usable_by(user)), groups.filter(usable_by(user))
        self.fields["campagne"].queryset = campaigns
        self.fields["doelgroep"].queryset = groups
        self.fields["gemeente"].queryset = places_of(user)

    def narrowed(self, entrances: QuerySet[Entrance]) -> QuerySet[Entrance]:
        """Those that were chosen; with a wrong choice none, because others were not asked for."""
        if not self.is_valid():
            return entrances.none()
        chosen = {field: self.cleaned_data[name] for name, field in FIELDS.items() if self.cleaned_data[name]}
        return entrances.filter(**chosen)

    @property
    def words(self) -> str:
        """What was chosen, for a file that is read without the screen."""
        if not self.is_valid():
            return ""
        chosen = {**self.cleaned_data, "middel": Means(means).label if (means := self.cleaned_data["middel"]) else ""}
        return "; ".join(f"{name}: {chosen[name]}" for name in FIELDS if chosen[name]) or EVERYTHING

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was chosen, also when that was no choice that exists."""
        return any(self.data.get(name) for name in FIELDS)
