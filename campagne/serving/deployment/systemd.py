"""The unit with which systemd starts `manage.py serve`, keeps it running, and lets it touch little else."""

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.template.loader import render_to_string

from campagne.serving.deployment.written import as_written

ACCOUNT = re.compile(r"[a-z_][a-z0-9_-]{0,30}")
OF_PEOPLE = (Path("/home"), Path("/root"))
HERE = "127.0.0.1"
ON_THIS_MACHINE = frozenset({None, "", "localhost", HERE, "::1"})
HOST = re.compile(r"[0-9A-Fa-f.:]+")


def systemd_unit(account: str, environment: Path, host: str = HERE) -> str:
    """`account` is who the site runs as, `environment` the file with its settings, `host` the address it listens on.

    Raises ImproperlyConfigured, in words, when the file is not there or something cannot stand in a unit.
    """
    if not ACCOUNT.fullmatch(account):
        raise ImproperlyConfigured(f"--user is {account!r}; verwacht: een naam als weerbaar.")
    if not HOST.fullmatch(host):
        raise ImproperlyConfigured(f"--host is {host!r}; verwacht: een adres als 10.0.0.2.")
    if not environment.is_file():
        raise ImproperlyConfigured(
            f"{environment} is er niet. Daarin staan de instellingen van de site: maak het met 'make .env'."
        )
    written = [settings.DATA_DIR, *([settings.BACKUP_DIR] if settings.BACKUP_DIR else [])]
    python = Path(sys.executable)
    return render_to_string(
        "deployment/weerbaar.service",
        {
            "site_url": settings.SITE_URL,
            "account": account,
            "host": "" if host == HERE else host,
            "code": as_written(settings.BASE_DIR),
            "python": as_written(python),
            "environment": as_written(environment),
            "written": [as_written(folder) for folder in written],
            "after": services_here(),
            "is_at_home": any(is_of_people([settings.BASE_DIR, python, environment, *written])),
        },
    )


def services_here() -> list[str]:
    """What must have started before, where it runs on this machine."""
    addresses = ((settings.DATABASE_URL, "postgres", "postgresql.service"),)
    addresses += ((settings.CACHE_URL, "redis", "redis-server.service"),)
    return [unit for url, kind, unit in addresses if url.startswith(kind) and urlsplit(url).hostname in ON_THIS_MACHINE]


def is_of_people(paths: Iterable[Path]) -> Iterable[bool]:
    """For each: does it stand in somebody's own folder, which a service is otherwise not shown?"""
    return (path.is_relative_to(home) for path in paths for home in OF_PEOPLE)
