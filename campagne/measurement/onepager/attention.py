"""What the open cards of attention propose about each theme, without their figures: those are for staff."""

from collections.abc import Iterable, Mapping
from textwrap import shorten
from typing import Any

from django.db.models import Q

from campagne.measurement.attention.listing import EVERYBODY, Listed, is_gone, listed
from campagne.measurement.attention.sight import cards_seen
from campagne.measurement.models import AttentionCard
from doelgroepen.models import Municipality, Theme

MOST_CARDS, LONGEST = 2, 130


def needs_attention(themes: Iterable[Theme], user: Any, place: Municipality | None) -> Mapping[int, list[str]]:
    """By theme the newest cards that this person may see, as many as fit; of a place, those of the region as well."""
    cards = cards_seen(user).filter(closed_at=None)
    if place:
        cards = cards.filter(Q(municipality=None) | Q(municipality=place))
    chosen: dict[int | None, list[AttentionCard]] = {theme.pk: [] for theme in themes}
    for card in cards.filter(theme__in=chosen):
        if len(chosen[card.theme_id]) < MOST_CARDS and not is_gone(card):
            chosen[card.theme_id].append(card)
    told: dict[int, list[str]] = {}
    for one in listed([card for each in chosen.values() for card in each], user):
        told.setdefault(one.card.theme_id, []).append(_line(one))
    return told


def _line(one: Listed) -> str:
    group = one.card.group or EVERYBODY
    return shorten(f"{group} ({one.card.get_gap_display()}): {one.way.words}.", LONGEST, placeholder=" …")
