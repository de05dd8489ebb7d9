"""How people in the room join, as it is shown to them: the address, the code in pairs, how it is said, and the QR."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from campagne.guided.codes import in_pairs, spoken
from campagne.guided.joining.guesses import MOST_REOPENINGS
from campagne.guided.sessions.session import GuidedSession
from campagne.sheets.qr import qr_svg


@dataclass(frozen=True)
class WayIn:
    """`host` comes before `/meedoen`; `until` is until when the code works, None if it does not now.

    `more_times` is how often the code can be opened again.
    """

    host: str
    pairs: tuple[str, ...]
    spoken: str
    qr: str
    until: datetime | None
    more_times: int


def way_in(session: GuidedSession, at: datetime) -> WayIn | None:
    """How to join now; None while nobody can, because the meeting has not begun or is over."""
    if not session.is_running:
        return None
    return WayIn(
        host=urlsplit(settings.SITE_URL).netloc,
        pairs=in_pairs(session.code),
        spoken=spoken(session.code),
        qr=_qr(settings.SITE_URL + reverse("guided:join_link", args=[session.join_key])),
        until=session.joining_until if session.may_join(at) else None,
        more_times=MOST_REOPENINGS - session.reopenings,
    )


@lru_cache(maxsize=256)
def _qr(address: str) -> str:
    return qr_svg(address, "QR-code om mee te doen")
