"""An activity as an entry of a calendar: the same words as on its page."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings

from campagne.activities.activity import Activity, SignUp
from campagne.activities.calendar_file import Entry, calendar_of


def file_of(name: str, activities: Iterable[Activity]) -> bytes:
    return calendar_of(name, [_entry(activity) for activity in activities])


def _entry(activity: Activity) -> Entry:
    return Entry(
        uid=activity.uid,
        number=activity.number,
        changed_at=activity.changed_at,
        title=activity.title,
        description="\n".join(_lines(activity)),
        location=f"{activity.venue}, {activity.address}",
        url=settings.SITE_URL.rstrip("/") + activity.url,
        series=activity.series,
    )


def _lines(activity: Activity) -> list[str]:
    named = [("Kosten", activity.costs), ("Aanmelden", sign_up_in_words(activity))]
    named.append(("Toegankelijkheid", activity.accessibility))
    return [activity.summary, *(f"{name}: {text}" for name, text in named if text)]


def sign_up_in_words(activity: Activity) -> str:
    """How to sign up, in one line: "bel 046 123"."""
    return {
        SignUp.PHONE: f"bel {activity.sign_up_phone}",
        SignUp.LINK: activity.sign_up_url,
        SignUp.DESK: "op de plek zelf, aan de balie",
    }.get(SignUp(activity.sign_up), "hoeft niet")


def host_of(url: str) -> str:
    """The website as people say it: `bibliotheek.nl`."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
