"""What else can be found, that is no page: what can be visited, and where to report."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from campagne.activities.models import Activity
from campagne.contacts.models import ReportChannel
from campagne.content.models import ReportChannelsPage
from home.search.lexicon import Place, stems_of


def places(at: datetime) -> list[Place]:
    """The places of now, in a fixed order."""
    return [*_activities(at), *_channels()]


def _activities(at: datetime) -> Iterator[Place]:
    coming = Activity.objects.public().not_over(timezone.localdate(at)).select_related("municipality")
    for activity in coming.order_by("pk"):
        where = activity.municipality.name if activity.municipality else ""
        stems = stems_of(f"{activity.title} {activity.summary} {where}")
        yield Place(stems, activity.title, f"/activiteiten/{activity.slug}/", activity.summary, "activiteit")


def _channels() -> Iterator[Place]:
    register = ReportChannelsPage.objects.live().first()
    if register is None:
        return
    for channel in ReportChannel.objects.filter(municipality=None).order_by("pk"):
        how = f"Bel {channel.phone}. " if channel.phone else ""
        stems = stems_of(f"{channel.name} {channel.phone}")
        yield Place(stems, channel.name, register.url, f"{how}{channel.purpose}", "melden")
