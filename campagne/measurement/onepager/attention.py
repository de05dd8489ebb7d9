"""What the open cards of attention propose about a theme, without their figures: those are for staff."""

from collections.abc import Iterator
from itertools import islice
from textwrap import shorten
from typing import Any

from django.db.models import Q

from campagne.measurement.attention.listing import EVERYBODY, is_gone, listed
from campagne.measurement.attention.sight import cards_seen
from doelgroepen.models import Municipality, Theme

MOST_CARDS, LONGEST = 2, 130


def needs_attention(theme: Theme, user: Any, place: Municipality | None) -> Iterator[str]:
    """The newest cards that this person may see, as many as fit; of a place, those of the region as well."""
    cards = cards_seen(user).filter(closed_at=None, theme=theme)
    if place:
        cards = cards.filter(Q(municipality=None) | Q(municipality=place))
    chosen = list(islice((card for card in cards if not is_gone(card)), MOST_CARDS))
    for one in listed(chosen, user):
        group = one.card.group or EVERYBODY
        yield shorten(f"{group} ({one.card.get_gap_display()}): {one.way.words}.", LONGEST, placeholder=" …")
