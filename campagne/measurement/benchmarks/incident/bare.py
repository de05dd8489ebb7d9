"""The least that a WSGI server can do for a page: give out bytes that it has, and look at nothing.

It knows nothing of Django or of the site. `BARE_BODY` names the file to give out.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

NAMED = "BARE_BODY"
BODY = Path(os.environ[NAMED]).read_bytes() if NAMED in os.environ else b""
HEADERS = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Cache-Control", "public, max-age=30, stale-if-error=86400"),
    ("Vary", "Accept-Encoding"),
    ("Content-Encoding", "br"),
    ("Content-Length", str(len(BODY))),
]


def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    start("200 OK", HEADERS)
    return (BODY,)
