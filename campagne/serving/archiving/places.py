"""Which addresses belong in an archive, and the file each stands in."""

import os
import re
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

from campagne.serving.store.address import Address, is_public, shown_by

# Beside the pages themselves, what they show and what is read with them.
WITH_PAGES = ("/static/", "/media/", "/documenten/")
NAMED = re.compile(r"[\w./@+ -]+")


def address_in(link: str, found_at: Address, scheme: str) -> Address | None:
    """The address a link on a page leads to, if that belongs in the archive; None for everything else."""
    target = urlsplit(urljoin(f"{scheme}://{found_at.host}{found_at.path}?{found_at.query}", link))
    path = unquote(target.path) or "/"
    if (target.scheme, target.netloc) != (scheme, found_at.host) or ".." in path or not NAMED.fullmatch(path):
        return None
    if path.startswith(WITH_PAGES):
        return Address(found_at.host, path)
    query = shown_by(target.query)
    return Address(found_at.host, path, query) if is_public(path) and query is not None else None


def file_of(address: Address) -> PurePosixPath:
    """Where it stands in the folder: `/thema/` as thema/index.html, its second page beside that."""
    path = address.path.lstrip("/")
    if not path.endswith("/") and path:
        return PurePosixPath(path)
    query = f"-{address.query.replace('=', '-').replace('&', '-')}" if address.query else ""
    return PurePosixPath(f"{path}index{query}.html")


def way(start: Address, end: Address, fragment: str) -> str:
    """The link from the file of one address to that of another."""
    there = os.path.relpath(file_of(end), file_of(start).parent)
    return quote(there) + (f"#{fragment}" if fragment else "")
