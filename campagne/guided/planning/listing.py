"""The list of sessions: today first, then what comes, then what was; searched, narrowed and a screen at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import Case, IntegerField, Max, Min, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from campagne.guided.sessions.library import Location
from campagne.guided.sessions.session import STATES, GuidedSession, GuidedSessionQuerySet
from campagne.guided.sessions.standing import State

ON_A_SCREEN = 20
TODAY, COMING, PAST = 0, 1, 2
HEADINGS = {TODAY: "Vandaag", COMING: "Binnenkort", PAST: "Geweest"}


class ListForm(forms.Form):
    """What to search for."""

    q = forms.CharField(label="Zoek op les of groep", required=False, max_length=100)
    locatie = forms.ModelChoiceField(
        label="Locatie", queryset=Location.objects.none(), required=False, empty_label="Alle locaties"
    )
    stand = forms.ChoiceField(label="Stand", choices=[("", "Alles"), *STATES], required=False)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["locatie"].queryset = Location.objects.led_by(user)

    def narrow(self, sessions: GuidedSessionQuerySet) -> GuidedSessionQuerySet:
        """Leave out what was not asked for; what cannot be read narrows nothing."""
        self.is_valid()
        if words := self.cleaned_data.get("q"):
            sessions = sessions.filter(Q(title__icontains=words) | Q(group_name__icontains=words))
        if place := self.cleaned_data.get("locatie"):
            sessions = sessions.filter(location=place)
        if state := self.cleaned_data.get("stand"):
            sessions = sessions.filter(state=state)
        return sessions


@dataclass(frozen=True)
class Section:
    heading: str
    sessions: list[GuidedSession]


def in_order(sessions: GuidedSessionQuerySet, at: datetime) -> GuidedSessionQuerySet:
    """Today and under way, then coming, then past. Each has `rank`, `next_at` and `last_at`; midnight is Dutch.

    What was held is listed on the day that it was, also if its plan said otherwise.
    """
    today = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    tomorrow = timezone.make_aware(today.replace(tzinfo=None) + timedelta(days=1))
    is_today = Q(meetings__starts_at__gte=today, meetings__starts_at__lt=tomorrow)
    found = sessions.whole().annotate(
        today_at=Min("meetings__starts_at", filter=is_today),
        next_at=Min("meetings__starts_at", filter=Q(meetings__starts_at__gte=tomorrow, meetings__started_at=None)),
        last_at=Coalesce(Max("meetings__started_at"), Max("meetings__starts_at")),
    )
    rank = Case(
        When(Q(today_at__isnull=False) | Q(state=State.RUNNING), then=Value(TODAY)),
        When(Q(next_at__isnull=False) & ~Q(state=State.CLOSED), then=Value(COMING)),
        default=Value(PAST),
        output_field=IntegerField(),
    )
    return found.annotate(rank=rank).order_by("rank", "today_at", "next_at", "-last_at", "group_name", "pk")


def page_of(sessions: GuidedSessionQuerySet, number: Any) -> Page:
    return Paginator(sessions, ON_A_SCREEN).get_page(number)


def sections(sessions: Iterable[GuidedSession]) -> list[Section]:
    """Put a screen of sessions below its headings."""
    return [Section(HEADINGS[rank], list(group)) for rank, group in groupby(sessions, key=lambda found: found.rank)]


def today(user: Any, at: datetime) -> GuidedSessionQuerySet:
    """What this person holds today, or is holding now."""
    return in_order(GuidedSession.objects.led_by(user), at).filter(rank=TODAY).exclude(state=State.CLOSED)
