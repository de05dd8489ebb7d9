"""The occasions of an activity: each day with its moments and whether it goes on. No database, asks no clock."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from campagne.activities.recurrence import Recurrence, moment


class State(StrEnum):
    PLANNED = "planned"
    FULL = "full"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Occasion:
    """One time that an activity is, or would have been; `starts_at` and `ends_at` are aware."""

    day: date
    starts_at: datetime
    ends_at: datetime
    state: State

    @property
    def goes_on(self) -> bool:
        return self.state is not State.CANCELLED

    @property
    def is_full(self) -> bool:
        return self.state is State.FULL


@dataclass(frozen=True)
class Series:
    """When an activity is: its days, between which clocks, and what is different on single days."""

    recurrence: Recurrence
    begins: time
    ends: time
    state: State = State.PLANNED
    single: Mapping[date, State] = field(default_factory=dict)

    def occasions(self) -> list[Occasion]:
        """Every occasion, in order."""
        return [self._occasion(day) for day in self.recurrence.days()]

    def coming(self, at: datetime) -> list[Occasion]:
        """What is still to come or goes on now; an occasion that ends this moment is over."""
        return [each for each in self.occasions() if each.ends_at > at]

    def _occasion(self, day: date) -> Occasion:
        starts_at = moment(day, self.begins)
        return Occasion(day, starts_at, max(starts_at, moment(day, self.ends)), self._state_on(day))

    def _state_on(self, day: date) -> State:
        """What is cancelled as a whole is cancelled on each day; else a day that is different goes first."""
        return self.state if self.state is State.CANCELLED else self.single.get(day, self.state)
