"""Who sees which cards, and who may close one."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from campagne.measurement.attention.card import AttentionCard
from campagne.measurement.attention.signal import Unknown
from campagne.measurement.context.event import ContextEvent
from campagne.measurement.dashboard.selection import sees_all
from campagne.staff.ownership import OwnershipPolicy, mine, usable_by
from doelgroepen.models import Municipality, TargetGroup

MAY_SEE = "staff.view_figures"


def cards_seen(user: Any) -> QuerySet[AttentionCard]:
    """All of them for who sees all figures; else the region's and one's own, of the region's groups and one's own."""
    cards = AttentionCard.objects.select_related("theme", "group", "municipality", "closed_by", "event")
    if sees_all(user):
        return cards
    groups = Q(group=None) | Q(group__municipality=None) | mine(user, "group__municipality")
    return cards.filter(usable_by(user)).filter(groups)


def closed_by(user: Any) -> set[int]:
    """The cards that somebody may close: of the region who works for it, of a municipality its own people as well."""
    theirs = OwnershipPolicy(AttentionCard).instances_user_has_permission_for(user, "change")
    return set(theirs.filter(closed_at=None).values_list("pk", flat=True))


def events_read(user: Any, events: Iterable[int | None]) -> set[int]:
    """Which of these events this person may read; a card of the region may be explained by what happened elsewhere."""
    found = ContextEvent.objects.filter(pk__in=[event for event in events if event])
    return set((found if sees_all(user) else found.filter(usable_by(user))).values_list("pk", flat=True))


def subjects_seen(user: Any, unknown: Iterable[Unknown]) -> list[Unknown]:
    """What somebody may know was looked at: of other municipalities and their groups nothing."""
    found = list(unknown)
    if sees_all(user):
        return found
    places = set(Municipality.objects.filter(mine(user, "pk")).values_list("pk", flat=True))
    groups = set(TargetGroup.objects.filter(usable_by(user)).values_list("pk", flat=True))
    return [one for one in found if one.about.municipality in {None, *places} and one.about.group in {None, *groups}]
