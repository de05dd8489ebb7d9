"""The banner on every page of the area: what is told now, and for an hour what was safe again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import OuterRef, Q, Subquery

from campagne.content.instruction import Language
from campagne.incidents.course import State
from campagne.incidents.models import Incident, Message
from campagne.incidents.showing.times import with_day
from doelgroepen.models import Municipality

CALM_FOR = timedelta(hours=1)
"""So long after an all-clear every page says that it is safe again."""


@dataclass(frozen=True)
class Notice:
    """One incident in a banner, in Dutch as the page around it; `ends_at` is when it is gone from there by itself."""

    is_live: bool
    is_exercise: bool
    title: str
    area: str
    updated: str
    ends_at: datetime


def notices_at(at: datetime, municipality: Municipality | None) -> Sequence[Notice]:
    """What a page of a municipality says, or one of the region (None); real before exercise. One query."""
    newest = Message.objects.filter(incident=OuterRef("incident")).order_by("-number").values("number")[:1]
    is_told = Q(state=State.LIVE.value, ends_at__gt=at) | Q(state=State.CLEARED.value, over_at__gt=at - CALM_FOR)
    told = Incident.objects.filter(is_told).in_area(municipality).order_by()
    messages = Message.objects.filter(incident__in=told.values("pk"), number=Subquery(newest))
    return [
        Notice(
            message.incident.is_live,
            message.incident.is_exercise,
            message.told[Language.DUTCH]["title"],
            message.area,
            with_day(message.sent_at, Language.DUTCH),
            message.ends_at if message.incident.is_live else message.incident.over_at + CALM_FOR,
        )
        for message in messages.select_related("incident")
        .only("area", "sent_at", "ends_at", "told", "incident__state", "incident__is_exercise", "incident__over_at")
        .order_by("incident__is_exercise", "-incident__state", "-sent_at")
    ]
