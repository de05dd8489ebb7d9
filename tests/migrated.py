"""The tables as migrations made them, shared by the lanes of one `make test`, because migrating takes half a minute.

The first lane of each kind of database leaves them in the folder that MIGRATED_DIR names; the next begins with them.
Without that folder, as when one test is run by hand, nothing is shared.
"""

import os
import shutil
import subprocess
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pysqlite3
from django.db import connection

from tests.postgresql import binaries

SHARED = Path(os.environ["MIGRATED_DIR"]) if os.environ.get("MIGRATED_DIR") else None


def bring_what_another_lane_migrated() -> bool:
    """Make the test database from what was left; tell whether there was anything."""
    left = SHARED / connection.vendor if SHARED else None
    if not left or not left.exists():
        return False
    name = connection.creation._get_test_db_name()
    if connection.vendor == "sqlite":
        shutil.copyfile(left, name)
    else:
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as administrator:
            administrator.execute(f'CREATE DATABASE "{name}"')
        _run("psql", "--quiet", "--set", "ON_ERROR_STOP=1", "--output", os.devnull, "--file", left, _address(name))
    return True


def leave_for_other_lanes() -> None:
    """Leave the tables of the test database, whole or not at all: another lane may look at any moment."""
    if not SHARED:
        return
    name, left = str(connection.settings_dict["NAME"]), SHARED / connection.vendor
    unfinished = left.with_suffix(f".{os.getpid()}")
    if connection.vendor == "sqlite":
        with closing(pysqlite3.connect(name)) as ours:
            ours.execute("VACUUM INTO ?", [str(unfinished)])
    else:
        _run("pg_dump", "--file", unfinished, _address(name))
    unfinished.replace(left)


def _address(name: str) -> str:
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


def _run(program: str, *arguments: str | Path) -> None:
    subprocess.run([binaries() / program, *arguments], check=True)
