"""Keep the cards: raise what is new, refresh what holds, say of the rest that it is no longer seen. Never close one."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from campagne.measurement.attention.card import AttentionCard
from campagne.measurement.attention.gathering import findings_on
from campagne.measurement.attention.signal import Signal

QUIET = timedelta(days=28)
"""How long what somebody closed is not raised again."""
GROWN = 1.25
"""Unless it became this many times as large."""
GONE = "gone_since"

Key = tuple[str, int | None, int | None, int | None]


def look_again(at: datetime) -> int:
    """Bring the cards up to date for the Amsterdam day of `at`; return how many were raised. May run twice."""
    day = timezone.localdate(at)
    return keep_cards(findings_on(day).signals, at)


@transaction.atomic
def keep_cards(signals: Iterable[Signal], at: datetime) -> int:
    """Hold these signals against the cards that are there; what another process raised meanwhile stays as it is."""
    day = timezone.localdate(at)
    open_cards = {_key_of(card): card for card in AttentionCard.objects.filter(closed_at=None)}
    closed = {
        _key_of(card): card for card in AttentionCard.objects.filter(closed_at__gt=at - QUIET).order_by("closed_at")
    }
    seen = {_key(signal): signal for signal in signals}
    for key, card in open_cards.items():
        _refresh(card, seen.get(key), day)
    raised = [
        _card(signal, day)
        for key, signal in seen.items()
        if key not in open_cards and (key not in closed or _has_grown(signal, closed[key]))
    ]
    return len(AttentionCard.objects.bulk_create(raised, ignore_conflicts=True))


def _refresh(card: AttentionCard, signal: Signal | None, day: date) -> None:
    """What is seen gets today's numbers; what is not keeps those it was last seen with."""
    still_open = AttentionCard.objects.filter(pk=card.pk, closed_at=None)
    if signal is not None:
        still_open.update(seen_on=day, figures=signal.figures)
    elif GONE not in card.figures:
        still_open.update(figures={**card.figures, GONE: day.isoformat()})


def _card(signal: Signal, day: date) -> AttentionCard:
    about = signal.about
    return AttentionCard(
        gap=signal.gap,
        theme_id=about.theme,
        group_id=about.group,
        municipality_id=about.municipality,
        raised_on=day,
        seen_on=day,
        figures=signal.figures,
    )


def _has_grown(signal: Signal, card: AttentionCard) -> bool:
    return signal.size > GROWN * card.figures["size"]


def _key(signal: Signal) -> Key:
    return str(signal.gap), signal.about.theme, signal.about.group, signal.about.municipality


def _key_of(card: AttentionCard) -> Key:
    return card.gap, card.theme_id, card.group_id, card.municipality_id
