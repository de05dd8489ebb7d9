"""A path as it can stand in a file of nginx or systemd, where a space, a quote or a `%` would mean something else."""

import re
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

PLAIN = re.compile(r"/[A-Za-z0-9._/@+-]*")


def as_written(path: Path) -> str:
    """The whole path from the root; raises ImproperlyConfigured when it holds other signs than plain ones."""
    whole = str(path.absolute())
    if not PLAIN.fullmatch(whole):
        raise ImproperlyConfigured(
            f"Het pad {whole!r} heeft een spatie of een bijzonder teken. Kies een map met gewone letters en cijfers."
        )
    return whole
