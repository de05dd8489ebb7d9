"""Close a card: with what happened, or saying that nobody knows. Who did it and when is kept."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from campagne.measurement.attention.card import AttentionCard
from campagne.measurement.context.event import ContextEvent
from campagne.measurement.context.happening import events_chosen
from campagne.measurement.dashboard.selection import sees_all
from campagne.measurement.periods import Period, last_days

UNEXPLAINED = "onverklaard"
USUAL_DAYS = 28
MOST_EVENTS = 40


def days_of(card: AttentionCard, today: date) -> Period:
    """The days that the card is about: those of its count, else the last four weeks."""
    told = card.figures
    if "first" in told and "last" in told:
        return Period(date.fromisoformat(told["first"]), date.fromisoformat(told["last"]))
    return last_days(today, USUAL_DAYS)


def events_for(card: AttentionCard, user: Any, today: date) -> QuerySet[ContextEvent]:
    """What may explain it: from the first of its days on, about this theme, group and place or about all of them."""
    chosen = {"gemeente": card.municipality, "thema": card.theme, "doelgroep": card.group}
    events = events_chosen(user, chosen, sees_all=sees_all(user))
    since = days_of(card, today).first
    return events.filter(begins__lte=today).filter(Q(ends=None) | Q(ends__gte=since)).order_by("-begins", "pk")


class ClosingForm(forms.Form):
    """One answer: an event, or that it is not explained."""

    explanation = forms.ChoiceField(
        label="Wat verklaart dit?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Er is niets gekozen. Kies een gebeurtenis, of ‘onverklaard’.",
            "invalid_choice": "Deze gebeurtenis staat er niet meer bij. Kies een andere, of ‘onverklaard’.",
        },
    )

    def __init__(self, *args: Any, events: QuerySet[ContextEvent], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._events = {str(event.pk): event for event in events[:MOST_EVENTS]}
        told = [(pk, f"{event.title} ({event.get_kind_display()})") for pk, event in self._events.items()]
        self.fields["explanation"].choices = [*told, (UNEXPLAINED, "Onverklaard: we weten niet waardoor dit komt")]

    @property
    def event(self) -> ContextEvent | None:
        return self._events.get(self.cleaned_data["explanation"])


def close(card: AttentionCard, event: ContextEvent | None, *, by: Any, at: datetime) -> bool:
    """Close a card that is open; False when somebody else was first. Without an event it is unexplained."""
    told = {"closed_at": at, "closed_by": by, "event": event, "is_unexplained": event is None}
    return bool(AttentionCard.objects.filter(pk=card.pk, closed_at=None).update(**told))
