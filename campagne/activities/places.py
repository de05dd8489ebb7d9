"""Where activities stand: the addresses that are made before somebody asks, and that search engines may find."""

from datetime import datetime

from campagne.activities.listing import coming_at, offered
from doelgroepen.models import Municipality


def pages_at(at: datetime) -> list[str]:
    """Every list, and every activity that is not over."""
    lists = [
        "/activiteiten/",
        *(f"/activiteiten/{slug}/" for slug in Municipality.objects.values_list("slug", flat=True)),
    ]
    return [*lists, *(each.activity.url for each in coming_at(at, offered(None)))]


def paths_at(at: datetime) -> list[str]:
    """The same, each also as a calendar file."""
    return [path for page in pages_at(at) for path in (page, f"{page}agenda.ics")]
