"""Limits on what costs us something, per sender, without keeping an address.

An address is looked at once, in memory, as a hash whose key is random for this process and this hour. It is not
written, logged or shared; each web process counts for itself. The machine itself is not limited: behind a proxy that
is not told of in PROXIES everybody would be one sender.

The numbers are for a library, where thirty tablets share one address: thirty people who each start a quiz of ten
questions, answer it and say whether a page was useful within five minutes send 390 forms, thirty of them at once;
thirty colleagues who log in with a mistake, and make one in the second step as well, send sixty of each at once. Who
guesses is stopped elsewhere, per account: see staff/access/lockout.
"""

import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from math import ceil
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from campagne.serving.intake import refusals
from campagne.serving.intake.bucket import Buckets, Rate

SECONDS_A_KEY_LASTS = 3600
MOST_SENDERS = 5_000


@dataclass(frozen=True)
class Limit:
    """What is limited (the first that fits counts) and how often it may be done."""

    methods: frozenset[str]
    addresses: re.Pattern[str]
    rate: Rate


READING, SENDING = frozenset({"GET", "HEAD"}), frozenset({"POST"})
LIMITS = (
    Limit(SENDING, re.compile(r"/beheer/login/"), Rate(burst=60, per_minute=12)),
    Limit(SENDING, re.compile(r"/beheer/toegang/.*"), Rate(burst=90, per_minute=18)),
    # Each begins a browser session, and may ask something of another machine.
    Limit(READING, re.compile(r"/beheer/toegang/.*/login/.*"), Rate(burst=90, per_minute=18)),
    Limit(SENDING, re.compile(r"/beheer/password_reset/.*"), Rate(burst=10, per_minute=1)),
    Limit(READING, re.compile(r"/zoeken/"), Rate(burst=120, per_minute=60)),
    Limit(SENDING, re.compile(r"/(?!beheer/).*"), Rate(burst=600, per_minute=120)),
    # One that is not kept yet costs a second of the processor.
    Limit(READING, re.compile(r"/(?!beheer/|begeleiden/).*/pdf/"), Rate(burst=60, per_minute=12)),
)


class Senders:
    """The buckets of this process, and the key of this hour."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._renew(float("-inf"))

    def _renew(self, at: float) -> None:
        self._key, self._since = secrets.token_bytes(32), at
        self._buckets = {limit: Buckets(limit.rate, most=MOST_SENDERS) for limit in LIMITS}

    def take(self, limit: Limit, sender: str, at: float) -> float:
        """Return 0, or how many seconds this sender has to wait."""
        with self._lock:
            if at - self._since >= SECONDS_A_KEY_LASTS:
                self._renew(at)
            return self._buckets[limit].take(blake2b(sender.encode(), key=self._key, digest_size=16).digest(), at)


class NotTooOften:
    """Refuse (429) what one sender does too often, and say when it may be tried again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.senders = Senders()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        limit = limit_on(request.method or "", request.path)
        sender = sender_of(request.META, settings.PROXIES) if limit else None
        wait = self.senders.take(limit, sender, time.monotonic()) if limit and sender else 0
        if not wait:
            return self.get_response(request)
        refusal = refusals.refuse(request, refusals.TOO_MANY)
        refusal.headers["Retry-After"] = str(ceil(wait))
        return refusal


def limit_on(method: str, path: str) -> Limit | None:
    return next((limit for limit in LIMITS if method in limit.methods and limit.addresses.fullmatch(path)), None)


def sender_of(meta: dict[str, str], proxies: int) -> str | None:
    """Who sends this: an IPv4 address, or the network (/64) of an IPv6 address; None for the machine itself.

    Each proxy of ours adds at the end whom it spoke to, so with one proxy the last address is the sender's. What
    stands before that was said by the sender and is not believed.
    """
    told = [part.strip() for part in meta.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    last = told[-proxies] if 0 < proxies <= len(told) else ""
    address = _read(last) or _read(meta.get("REMOTE_ADDR", ""))
    if address is None or address.is_loopback:
        return None
    if isinstance(address, IPv6Address):
        return str(IPv6Network((address, 64), strict=False))
    return str(address)


def _read(text: str) -> IPv4Address | IPv6Address | None:
    """Read an address, also one with a port or between brackets; None when it is none."""
    bare = re.sub(r"^\[(.*)\](:\d+)?$|^([\d.]+):\d+$", lambda found: found[1] or found[3], text)
    try:
        address = ip_address(bare)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
