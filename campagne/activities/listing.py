"""What is to come, as readers see it: per activity its next occasion, in the order in which they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.utils import timezone

from campagne.activities.activity import Activity, ActivityQuerySet, SignUp
from campagne.activities.entries import host_of, sign_up_in_words
from campagne.activities.occasions import Occasion, State
from campagne.activities.words import MONTHS, day_in_words, hours_in_words, repeats_in_words
from doelgroepen.models import Municipality

DAYS_SHOWN = 12


@dataclass(frozen=True)
class Coming:
    """An activity that is not over, and its occasions that are to come or go on now."""

    activity: Activity
    occasions: Sequence[Occasion]
    at: datetime

    @property
    def first(self) -> Occasion:
        return self.occasions[0]

    @cached_property
    def next_that_goes_on(self) -> Occasion | None:
        """The first to go to, when the first of all does not go on."""
        later = (each for each in self.occasions[1:] if each.goes_on)
        return None if self.first.goes_on else next(later, None)

    @property
    def day(self) -> str:
        return day_in_words(self.first.day, self.at)

    @property
    def hours(self) -> str:
        return hours_in_words(self.first)

    @property
    def other_day(self) -> str:
        """Another day to go to, in words; empty if the first goes on or there is none."""
        return day_in_words(self.next_that_goes_on.day, self.at) if self.next_that_goes_on else ""

    @property
    def sign_up(self) -> str:
        return sign_up_in_words(self.activity)

    @property
    def sign_up_host(self) -> str:
        return host_of(self.activity.sign_up_url)

    @property
    def takes_sign_ups(self) -> bool:
        """There is an occasion to come to that is not full."""
        return any(each.state is State.PLANNED for each in self.occasions)

    @property
    def sign_up_label(self) -> str:
        """What stands on the button: "Meld u aan: bel 046 123"."""
        by_phone = self.activity.sign_up == SignUp.PHONE
        return f"Meld u aan: {self.sign_up if by_phone else self.sign_up_host}"

    @property
    def page(self) -> Any:
        """The module or campaign that it belongs to, if everybody may read it."""
        page = self.activity.page
        return page if page and page.live else None

    @property
    def calendar_url(self) -> str:
        return f"{self.activity.url}agenda.ics"

    @property
    def above(self) -> list[dict[str, str]]:
        """The lists in which it stands, from the front page down."""
        places = [{"title": "Voorpagina", "url": "/"}, {"title": "Activiteiten", "url": "/activiteiten/"}]
        theirs = self.activity.municipality
        return [*places, {"title": theirs.name, "url": f"/activiteiten/{theirs.slug}/"}] if theirs else places

    @property
    def month(self) -> str:
        """The month of the first, short: "dec"."""
        return MONTHS[self.first.day.month - 1][:3]

    @property
    def days(self) -> list[tuple[str, Occasion]]:
        """The first days to come, each in words."""
        return [(day_in_words(each.day, self.at), each) for each in self.occasions[:DAYS_SHOWN]]

    @property
    def days_left_out(self) -> int:
        return max(0, len(self.occasions) - DAYS_SHOWN)

    @property
    def repeats(self) -> str:
        return repeats_in_words(self.activity.recurrence) if len(self.occasions) > 1 else ""


@dataclass(frozen=True)
class Listing:
    """A list of a municipality, or of the whole region (None)."""

    municipality: Municipality | None
    coming: Sequence[Coming]

    @property
    def title(self) -> str:
        return f"Activiteiten in {self.municipality.name}" if self.municipality else "Activiteiten in de regio"

    @property
    def summary(self) -> str:
        return "Kom langs en leer samen. Hier staat wat er is, waar en wanneer."

    @property
    def url(self) -> str:
        return f"/activiteiten/{self.municipality.slug}/" if self.municipality else "/activiteiten/"


def listing_at(at: datetime, municipality: Municipality | None = None) -> Listing:
    """Everything public that is not over: of one municipality and the region, or (None) of all. Two queries."""
    return Listing(municipality, coming_at(at, offered(municipality)))


def offered(municipality: Municipality | None) -> ActivityQuerySet:
    public = Activity.objects.public()
    return public.offered_in(municipality) if municipality else public


def coming_at(at: datetime, activities: ActivityQuerySet) -> list[Coming]:
    found = activities.not_over(timezone.localdate(at)).with_days()
    coming = [Coming(activity, occasions, at) for activity in found if (occasions := activity.coming(at))]
    return sorted(coming, key=lambda each: (each.first.starts_at, each.activity.pk))
