"""Which figures somebody looks at: a period and pages, never more than they may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from wagtail.models import Page

from campagne.content.models import CampaignPage, ContentPage
from campagne.figures.disclosure import Audience
from campagne.figures.notation import day_label
from campagne.guided.report.sight import sessions_counted_for
from campagne.measurement.context.happening import Happening, events_chosen, happenings_in
from campagne.measurement.dashboard.groups import sessions_chosen
from campagne.measurement.periods import Period, first_of_month, last_days, oldest_day_kept
from campagne.staff.ownership import mine, usable_by
from doelgroepen.models import Municipality, TargetGroup, Theme

USUAL_DAYS = 28
EARLIEST = date(2020, 1, 1)
DAY_INPUT = {"type": "date"}


@dataclass(frozen=True)
class Selection:
    """A period and the pages that count; `pages` are ids or a query for them, or None for every page there ever was.

    `sessions` are the guided sessions that count, or None for all. `words` says what was chosen, for captions and
    exports. `is_sensitive` raises the threshold of small numbers, and so does an `audience` from outside. `events` may
    say what happened meanwhile. `groups` and `places` are those that may have figures of their own, None is all.
    """

    period: Period
    pages: QuerySet | Sequence[int] | None
    words: tuple[str, ...]
    today: date
    page: Page | None = None
    is_sensitive: bool = False
    sessions: QuerySet | None = None
    events: QuerySet | None = None
    theme: Theme | None = None
    group: TargetGroup | None = None
    place: Municipality | None = None
    campaign: CampaignPage | None = None
    groups: QuerySet[TargetGroup] | None = None
    places: QuerySet[Municipality] | None = None
    audience: Audience = Audience.STAFF

    @cached_property
    def happenings(self) -> tuple[Happening, ...]:
        """What happened in the period, with the numbers that all charts and lists of it share."""
        return () if self.events is None else happenings_in(self.events, self.period)


def sees_all(user: Any) -> bool:
    return user.has_perm("staff.view_all_figures")


def pages_of(user: Any) -> QuerySet:
    """The pages whose figures this person may see: the region's and their own municipality's."""
    if sees_all(user):
        return Page.objects.all()
    regional = Q(contentpage__isnull=True) | Q(contentpage__municipality__isnull=True)
    return Page.objects.filter(regional | mine(user, "contentpage__municipality"))


def places_of(user: Any) -> QuerySet[Municipality]:
    """The municipalities whose own figures this person may ask for."""
    return Municipality.objects.all() if sees_all(user) else Municipality.objects.filter(editors__user=user)


class SelectionForm(forms.Form):
    """Choose a period and pages. Only what this person may see can be chosen."""

    van = forms.DateField(label="Van", required=False, widget=forms.DateInput(DAY_INPUT, "%Y-%m-%d"))
    tot = forms.DateField(label="Tot en met", required=False, widget=forms.DateInput(DAY_INPUT, "%Y-%m-%d"))
    thema = forms.ModelChoiceField(Theme.objects.all(), label="Thema", required=False, empty_label="Alle thema's")
    doelgroep = forms.ModelChoiceField(
        TargetGroup.objects.none(), label="Doelgroep", required=False, empty_label="Alle doelgroepen"
    )
    gemeente = forms.ModelChoiceField(
        Municipality.objects.none(), label="Gemeente", required=False, empty_label="Alle gemeenten"
    )
    campagne = forms.ModelChoiceField(
        CampaignPage.objects.none(),
        label="Campagne",
        required=False,
        empty_label="Alle campagnes",
        to_field_name="id",  # A number too large for the key of a page is no page; for a link to one it is an error.
    )
    pagina = forms.ModelChoiceField(Page.objects.none(), required=False, widget=forms.HiddenInput)

    def __init__(self, chosen: Mapping[str, str], *, user: Any, today: date) -> None:
        usual = last_days(today, USUAL_DAYS)
        super().__init__({"van": str(usual.first), "tot": str(usual.last), **chosen})
        self.user, self.today = user, today
        groups = TargetGroup.objects.all()
        # What nobody ever published has no figures, and its title is for whoever writes it.
        published = CampaignPage.objects.exclude(first_published_at=None)
        campaigns = published.order_by("title").only("id", "title", "draft_title", "quiz_id")
        if not sees_all(user):
            groups, campaigns = groups.filter(usable_by(user)), campaigns.filter(usable_by(user))
        self.fields["doelgroep"].queryset = groups.distinct()
        self.fields["gemeente"].queryset = places_of(user)
        self.fields["campagne"].queryset = campaigns
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
        if not self.is_valid():
            usual = last_days(self.today, USUAL_DAYS)
            sessions, events = sessions_counted_for(self.user), self._events({})
            seen = {"sessions": sessions, "events": events, **self._seen()}
            return Selection(usual, self._everything(), (), self.today, **seen)
        chosen = self.cleaned_data
        pages = self._narrowed(chosen)
        names = ("thema", "doelgroep", "gemeente", "campagne", "pagina")
        words = tuple(f"{name}: {chosen[name]}" for name in names if chosen[name])
        return Selection(
            chosen["period"],
            pages,
            words,
            self.today,
            page=chosen["pagina"],
            is_sensitive=self._is_sensitive(chosen),
            sessions=sessions_chosen(self.user, chosen),
            events=self._events(chosen),
            theme=chosen["thema"],
            group=chosen["doelgroep"],
            place=chosen["gemeente"],
            campaign=chosen["campagne"],
            **self._seen(),
        )

    def _seen(self) -> dict[str, QuerySet | None]:
        """The groups and municipalities that have figures of their own for this person."""
        if sees_all(self.user):
            return {"groups": None, "places": None}
        return {"groups": self.fields["doelgroep"].queryset, "places": places_of(self.user)}

    def _is_sensitive(self, chosen: dict) -> bool:
        """Whether the figures are about a group whose small numbers stay inside longer."""
        if chosen["doelgroep"]:
            return chosen["doelgroep"].is_sensitive
        page = chosen["pagina"]
        return (
            page is not None
            and TargetGroup.objects.filter(page_labels__content_object=page, is_sensitive=True).exists()
        )

    def _events(self, chosen: Mapping[str, Any]) -> QuerySet:
        return events_chosen(self.user, chosen, sees_all=sees_all(self.user))

    def _everything(self) -> QuerySet | None:
        return None if sees_all(self.user) else pages_of(self.user).values("pk")

    def _narrowed(self, chosen: dict) -> QuerySet | None:
        content = ContentPage.objects.all()
        if theme := chosen["thema"]:
            content = content.about(theme)
        if group := chosen["doelgroep"]:
            content = content.for_group(group)
        if place := chosen["gemeente"]:
            content = content.filter(municipality=place)
        if campaign := chosen["campagne"]:
            content = content.filter(part_of(campaign))
        pages = pages_of(self.user)
        if chosen["pagina"]:
            pages = pages.filter(pk=chosen["pagina"].pk)
        if any(chosen[name] for name in ("thema", "doelgroep", "gemeente", "campagne")):
            pages = pages.filter(pk__in=content.values("pk"))
        elif not chosen["pagina"]:
            return self._everything()
        return pages.values("pk")


def part_of(campaign: CampaignPage) -> Q:
    """Select the campaign's own page, its modules and the pages of its quiz."""
    parts = Q(pk=campaign.pk) | Q(modulepage__used_in_campaigns__campaign=campaign)
    return parts | Q(quizpage__quiz=campaign.quiz_id) if campaign.quiz_id else parts
