"""Which requests a stored page answers: the address as the store knows it, or none.

Only what an address says can make a difference to a stored page, so nothing else of a request is looked at.
"""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

READING = frozenset({"GET", "HEAD"})
# A number has one way to be written: else /stap/1/, /stap/01/, /stap/001/ … would fill the disk with one page.
PATH = re.compile(r"/(?:(?!0[0-9]+/)[A-Za-z0-9][A-Za-z0-9_.-]*/)*(?:[A-Za-z0-9_-]+\.[a-z]+)?")
KEPT_ELSEWHERE = (
    *("/beheer/", "/static/", "/media/", "/delen/", "/documenten/", "/-/", "/_util/", "/m/", "/favicon.ico", "/sw.js"),
    *("/meedoen/", "/begeleiden/", "/actieplan/mijn/", "/q/"),
)
# Made of a page that is stored, and kept by itself.
AS_PDF = "/pdf/"
WELL_KNOWN = "/.well-known/security.txt"
# What is read when something happens: made before all others, and on disk for certain.
ABOUT_NOW = ("/nu/", "/nu/en/", "/nu/de/", "/nu/atom.xml", "/nu/cap.xml", "/nu/nu.json", "/nu/kaart/")
LONGEST_PATH = 300
# What a page may depend on behind the question mark, and what it looks like.
SHOWN_BY = {"pagina": re.compile(r"[1-9][0-9]{0,2}")}
# What other sites put behind our addresses; no page of ours depends on it.
ADDED_BY_OTHERS = re.compile(r"utm_[a-z]+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|ttclid|twclid|igshid|mc_[ce]id|_gl")
LONGEST_QUERY = 2000


class Address(NamedTuple):
    """A host as the browser says it, a path, and a query in its only form (empty for most)."""

    host: str
    path: str
    query: str = ""


def address_of(environ: Mapping[str, Any], hosts: Collection[str], scheme: str) -> Address | None:
    """The address a request asks for, if the store may answer it.

    None for anything that is not a plain reading of a public page at a host of ours: the site itself answers that.
    """
    if environ["REQUEST_METHOD"] not in READING or environ.get("SCRIPT_NAME"):
        return None
    host, path = environ.get("HTTP_HOST", ""), environ["PATH_INFO"]
    if host not in hosts or scheme_of(environ) != scheme or not is_public(path):
        return None
    query = shown_by(environ.get("QUERY_STRING", ""))
    return None if query is None else Address(host, path, query)


def scheme_of(environ: Mapping[str, Any]) -> str:
    """As the proxy in front says it; without a proxy, as the server does."""
    return environ.get("HTTP_X_FORWARDED_PROTO") or environ["wsgi.url_scheme"]


def is_public(path: str) -> bool:
    """Tell whether a page can stand here that is the same for everybody."""
    return len(path) <= LONGEST_PATH and _is_public(path)


@lru_cache(maxsize=2048)
def _is_public(path: str) -> bool:
    if path == WELL_KNOWN:
        return True
    return bool(PATH.fullmatch(path)) and not path.startswith(KEPT_ELSEWHERE) and not path.endswith(AS_PDF)


def shown_by(query: str) -> str | None:
    """The part of a query that a page depends on; None if there is anything in it that we do not know."""
    if not query:
        return ""
    if len(query) > LONGEST_QUERY:
        return None
    kept: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=True, max_num_fields=None):
        if ADDED_BY_OTHERS.fullmatch(name):
            continue
        known = SHOWN_BY.get(name)
        if known is None or name in kept or not known.fullmatch(value):
            return None
        kept[name] = value
    return "&".join(f"{name}={value}" for name, value in sorted(kept.items()))
