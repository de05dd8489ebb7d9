"""What stands behind the processes: database, cache and store of uploads, each by one address from the environment."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
SECONDS_TO_WAIT_FOR_SQLITE = 20
SECONDS_TO_REACH_POSTGRESQL = 2


def database(address: str) -> dict[str, Any]:
    """SQLite that never loses an acknowledged write, or PostgreSQL that is reached quickly or not at all."""
    settings: dict[str, Any] = dict(dj_database_url.parse(address, conn_max_age=60, conn_health_checks=True))
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": SECONDS_TO_WAIT_FOR_SQLITE,
            "init_command": SQLITE_PRAGMAS,
        }
    else:
        settings.setdefault("OPTIONS", {}).setdefault("connect_timeout", SECONDS_TO_REACH_POSTGRESQL)
    return settings


def cache(address: str) -> dict[str, Any]:
    """Redis or Valkey that all processes share; without an address, memory of each process."""
    if not address:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    quick = {"socket_connect_timeout": 0.5, "socket_timeout": 0.5}
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": address, "OPTIONS": quick}


def uploads(address: str) -> dict[str, Any]:
    """A folder, or a bucket: `s3://bucket?endpoint_url=https://…&region_name=…`; its keys come from the environment."""
    if not address:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    parts = urlsplit(address)
    if parts.scheme != "s3" or not parts.hostname:
        raise ImproperlyConfigured(f"UPLOADS_URL is {address!r}; verwacht: leeg, of s3://naam-van-de-bucket?…")
    options = {"bucket_name": unquote(parts.netloc), **dict(parse_qsl(parts.query))}
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
