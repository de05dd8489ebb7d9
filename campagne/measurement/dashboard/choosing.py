"""The form above the figures: a period and pages. Only what this person may see can be chosen."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from wagtail.models import Page

from campagne.content.models import CampaignPage
from campagne.figures.notation import day_label
from campagne.measurement.dashboard.one_of import OneOf
from campagne.measurement.dashboard.selection import (
    USUAL_DAYS,
    Selection,
    groups_of,
    pages_of,
    places_of,
    sees_all,
    selected,
)
from campagne.measurement.periods import Period, first_of_month, last_days, oldest_day_kept
from campagne.staff.ownership import usable_by
from doelgroepen.models import Municipality, TargetGroup, Theme

EARLIEST = date(2020, 1, 1)
DAY_INPUT = {"type": "date"}


class SelectionForm(forms.Form):
    """Choose a period and pages."""

    van = forms.DateField(label="Van", required=False, widget=forms.DateInput(DAY_INPUT, "%Y-%m-%d"))
    tot = forms.DateField(label="Tot en met", required=False, widget=forms.DateInput(DAY_INPUT, "%Y-%m-%d"))
    thema = OneOf(Theme.objects.all(), label="Thema", none="Alle thema's")
    doelgroep = OneOf(TargetGroup.objects.none(), label="Doelgroep", none="Alle doelgroepen")
    gemeente = OneOf(Municipality.objects.none(), label="Gemeente", none="Alle gemeenten")
    campagne = OneOf(CampaignPage.objects.none(), label="Campagne", none="Alle campagnes")
    pagina = forms.ModelChoiceField(Page.objects.none(), required=False, widget=forms.HiddenInput)

    def __init__(self, chosen: Mapping[str, str], *, user: Any, today: date) -> None:
        usual = last_days(today, USUAL_DAYS)
        super().__init__({"van": str(usual.first), "tot": str(usual.last), **chosen})
        self.user, self.today = user, today
        # What nobody ever published has no figures, and its title is for whoever writes it.
        published = CampaignPage.objects.exclude(first_published_at=None)
        campaigns = published.order_by("title").only("id", "title", "draft_title", "quiz_id")
        self.fields["doelgroep"].queryset = groups_of(user)
        self.fields["gemeente"].queryset = places_of(user)
        self.fields["campagne"].queryset = campaigns if sees_all(user) else campaigns.filter(usable_by(user))
        self.fields["pagina"].queryset = pages_of(user)

    def clean(self) -> dict:
        chosen = super().clean()
        if self.errors:
            return chosen
        last = chosen.get("tot") or self.today
        first = chosen.get("van") or last_days(min(last, self.today), USUAL_DAYS).first
        self._check(first, last)
        # Of days that are gone only the month's sum is left, so the period begins with that month.
        if first < oldest_day_kept(self.today):
            first = first_of_month(first)
        if not self.errors:
            chosen["period"] = Period(first, last)
        return chosen

    def _check(self, first: date, last: date) -> None:
        if last > self.today:
            self.add_error("tot", f"{day_label(last, with_year=True)} is nog niet geweest. Kies vandaag of eerder.")
        if first > last:
            self.add_error("van", "De eerste dag ligt na de laatste. Kies een eerdere dag.")
        if first < EARLIEST:
            self.add_error("van", f"Vóór {EARLIEST.year} is er niet geteld. Kies een latere dag.")

    def selection(self) -> Selection:
        """Return what was chosen; with wrong input, the usual period over all that this person may see."""
        chosen = self.cleaned_data if self.is_valid() else {"period": last_days(self.today, USUAL_DAYS)}
        found = selected(chosen["period"], chosen, user=self.user, today=self.today)
        if found.groups is None:
            return found
        # The same as the options, which are in memory by then.
        return replace(found, groups=self.fields["doelgroep"].queryset, places=self.fields["gemeente"].queryset)
