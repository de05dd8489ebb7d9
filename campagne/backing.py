"""What stands behind the processes: database, cache and store of uploads, each by one address from the environment."""

from importlib.util import find_spec
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
# A writer waits this long for another; a reader of ours is refused with a kind page within three seconds.
SECONDS_TO_WAIT_FOR_SQLITE = 2
S3_PACKAGES = ("storages", "boto3")
# PostgreSQL that refuses says so at once. These are for one that is silent: the kernel gives up what was sent
# and not received, or a machine that is gone, after two to three seconds; the server gives up waiting for a lock.
IN_TIME: dict[str, Any] = {
    "connect_timeout": 2,
    "tcp_user_timeout": 2500,
    "keepalives_idle": 1,
    "keepalives_interval": 1,
    "keepalives_count": 2,
    "options": "-c lock_timeout=2000",
}


def database(address: str) -> dict[str, Any]:
    """SQLite that never loses an acknowledged write, or PostgreSQL that is reached quickly or not at all."""
    settings: dict[str, Any] = dict(dj_database_url.parse(address, conn_max_age=60, conn_health_checks=True))
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        settings["ENGINE"] = "campagne.serving.database.sqlite"
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": SECONDS_TO_WAIT_FOR_SQLITE,
            "init_command": SQLITE_PRAGMAS,
        }
    elif settings["ENGINE"] == "django.db.backends.postgresql":
        settings["ENGINE"] = "campagne.serving.database.postgresql"
        settings["OPTIONS"] = {**IN_TIME, **settings.get("OPTIONS", {})}
    else:
        found = urlsplit(address).scheme
        raise ImproperlyConfigured(f"DATABASE_URL begint met {found!r}; verwacht: leeg, sqlite:///… of postgres://….")
    return settings


def cache(address: str) -> dict[str, Any]:
    """Redis or Valkey that all processes share; without an address, memory of each process."""
    if not address:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    quick = {"socket_connect_timeout": 0.2, "socket_timeout": 0.2}
    return {"BACKEND": "campagne.serving.cache.SpareableCache", "LOCATION": address, "OPTIONS": quick}


def static_files(*, debug: bool) -> dict[str, Any]:
    """Hashed and joined, so that a browser may keep them for ever; as they are while somebody works on them."""
    return {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if debug
        else "campagne.storage.JoinedStaticFiles"
    }


def uploads(address: str) -> dict[str, Any]:
    """A folder, or a bucket: `s3://bucket?endpoint_url=https://…&region_name=…`; its keys come from the environment."""
    if not address:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    parts = urlsplit(address)
    if parts.scheme != "s3" or not parts.hostname:
        raise ImproperlyConfigured(f"UPLOADS_URL is {address!r}; verwacht: leeg, of s3://naam-van-de-bucket?…")
    if missing := [package for package in S3_PACKAGES if find_spec(package) is None]:
        raise ImproperlyConfigured(
            f"UPLOADS_URL is gezet, maar deze Python mist: {', '.join(missing)}. "
            "Installeer ze: .venv/bin/uv pip install -p .venv/bin/python -c requirements-dev.txt 'django-storages[s3]'"
        )
    options = {"bucket_name": unquote(parts.netloc), **dict(parse_qsl(parts.query))}
    return {"BACKEND": "campagne.serving.s3.Bucket", "OPTIONS": options}
