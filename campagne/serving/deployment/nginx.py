"""The configuration of nginx for this installation, with TLS, in front of `manage.py serve`."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http.request import validate_host
from django.template.loader import render_to_string

from campagne.serving.deployment.written import as_written
from campagne.serving.intake.origin import MOST_BYTES

NAME = re.compile(r"\.?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")
MACHINE = re.compile(r"[A-Za-z0-9.-]+:\d{1,5}|\[[0-9A-Fa-f:]+\]:\d{1,5}")
WATCHER = re.compile(r"[0-9A-Fa-f.:]+(?:/\d{1,3})?")
LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
# What is a little too large reaches the site, which refuses it in words; the rest is not even received.
ROOM_FOR_KIND_WORDS = 3
ADDRESSES_OF_IPV6 = Path("/proc/net/if_inet6")


@dataclass(frozen=True)
class Front:
    """What settings do not know: the certificate and its key, and what else the administrator wants.

    `servers` are where `serve` listens, as host:port; `watchers` the addresses or networks that may read `/-/ready`
    from outside; `kept` the folder above the `nu` that `export_now` fills, or None.
    """

    certificate: Path
    key: Path
    servers: tuple[str, ...]
    watchers: tuple[str, ...] = ()
    kept: Path | None = None


def nginx_configuration(front: Front) -> str:
    """Raises ImproperlyConfigured, in words, when settings or parameters would give a site that does not work."""
    site = urlsplit(settings.SITE_URL)
    refuse_settings_without_proxy()
    return render_to_string(
        "deployment/nginx.conf",
        {
            "site_url": settings.SITE_URL.rstrip("/"),
            "names": names_of(site.hostname or ""),
            "port": site.port or 443,
            "has_ipv6": ADDRESSES_OF_IPV6.exists(),
            "certificate": as_written(front.certificate),
            "key": as_written(front.key),
            "servers": [fitting(MACHINE, each, "--server", "127.0.0.1:8000") for each in front.servers],
            "watchers": [fitting(WATCHER, each, "--watcher", "192.0.2.7 of 192.0.2.0/24") for each in front.watchers],
            "kept": front.kept and as_written(front.kept),
            "most_of_visitors": ROOM_FOR_KIND_WORDS * settings.PUBLIC_POST_MAX_BYTES,
            "most_of_staff": ROOM_FOR_KIND_WORDS * max(most for _, most in MOST_BYTES),
        },
    )


def refuse_settings_without_proxy() -> None:
    """Raise ImproperlyConfigured when the site would not believe, or not know, what stands in front of it."""
    host = urlsplit(settings.SITE_URL).hostname or ""
    if not settings.SITE_URL.startswith("https://"):
        raise ImproperlyConfigured(
            f"SITE_URL is {settings.SITE_URL!r}. Achter nginx met TLS begint het adres met https://. Zet dat in .env."
        )
    if not validate_host(host, settings.ALLOWED_HOSTS):
        raise ImproperlyConfigured(
            f"De site antwoordt niet op {host!r}, de naam in SITE_URL. Zet die naam ook in ALLOWED_HOSTS, in .env."
        )
    if settings.PROXIES < 1:
        raise ImproperlyConfigured(
            "PROXIES is 0. Met nginx ervoor is dat minstens 1: anders weet de site niet wie er te veel vraagt. "
            "Laat PROXIES in .env leeg, of zet er 1."
        )


def names_of(host: str) -> list[str]:
    """The name in the address of the site first, then what else it answers to; the machine itself needs no nginx."""
    others = {name for name in settings.ALLOWED_HOSTS if NAME.fullmatch(name)} - LOOPBACK - {host}
    return [host, *sorted(others)]


def fitting(form: re.Pattern[str], text: str, parameter: str, example: str) -> str:
    """`text`, or ImproperlyConfigured when it could mean something else in the file."""
    if not form.fullmatch(text):
        raise ImproperlyConfigured(f"{parameter} is {text!r}; verwacht: {example}.")
    return text
