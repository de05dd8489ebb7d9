"""What the environment says about each municipality whose accounts are let in."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environs import Env

from campagne.staff.access.oidc.municipality import Municipality

CALLED = re.compile(r"[a-z][a-z0-9_]{0,30}")
REQUIRED = ("NAME", "URL", "CLIENT_ID", "SECRET", "DOMAINS")
ASKED = (*REQUIRED, "AUTHORITATIVE", "ACR")
"""The names that follow OIDC_BEEK_, each explained in .env.example."""
OF_THIS_MACHINE = {"localhost", "127.0.0.1"}


def from_environment(env: Env, called: str) -> Municipality:
    """Read OIDC_BEEK_NAME and so on for `beek`. Raises ImproperlyConfigured, naming what is missing or wrong."""
    if not CALLED.fullmatch(called):
        raise ImproperlyConfigured(f"OIDC noemt {called!r}; verwacht: kleine letters en cijfers, zoals beek.")
    start = f"OIDC_{called.upper()}_"
    told = {name: env.str(f"{start}{name}", "").strip() for name in (*REQUIRED, "ACR")}
    if missing := [f"{start}{name}" for name in REQUIRED if not told[name]]:
        raise ImproperlyConfigured(f"OIDC noemt {called!r}, maar leeg is: {', '.join(missing)}. Zie .env.example.")
    return Municipality(
        id=called,
        name=told["NAME"],
        issuer=_issuer(f"{start}URL", told["URL"]),
        client_id=told["CLIENT_ID"],
        secret=told["SECRET"],
        domains=frozenset(domain.strip().lower().removeprefix("@") for domain in told["DOMAINS"].split(",")) - {""},
        is_authoritative=env.bool(f"{start}AUTHORITATIVE", False),
        acr=told["ACR"],
    )


def _issuer(name: str, url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in OF_THIS_MACHINE:
        raise ImproperlyConfigured(f"{name} is {url!r}; verwacht: een adres dat met https:// begint.")
    return url.removesuffix("/.well-known/openid-configuration").rstrip("/")
