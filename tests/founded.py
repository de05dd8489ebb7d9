"""A founded region kept beside the tables, so that tests get it by copying rows instead of founding again.

What many tests add to it can be kept as well, under the name of the fixture that adds it. What the next test asks for
is made to stand before its transaction begins, so that one copy serves all tests in a row that ask the same; a test
that asks later copies inside its own transaction, because every foreign key is checked at its end.
"""

import os
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pysqlite3
from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model
from wagtail.models import Locale, Site

from tests.afterwards import done_once_afterwards

BY_MIGRATIONS = tuple(model._meta.db_table for model in (ContentType, Permission))
NAME, MUNICIPALITIES = "Teststreek", ["Stein", "Beek"]
AS_MIGRATED, AS_FOUNDED = "as_migrated", "home"
_rows_of: dict[str, dict[str, int]] = {}
_standing: str | None = AS_MIGRATED


def keep_a_founded_region() -> None:
    """Found a region once, put its rows aside, and leave the tables as migrations made them."""
    from home.region import found_region

    with transaction.atomic():
        _put_aside(AS_MIGRATED)
        found_region(NAME, MUNICIPALITIES)
        _put_aside(AS_FOUNDED)
        _put_back(AS_MIGRATED)


def keep_with(state: str, add: Callable[[], object], to: str = AS_FOUNDED) -> None:
    """Add something to what was kept, once, and put it aside under a name; never in the transaction of a test."""
    global _standing
    with transaction.atomic():
        _put_back(to)
        with done_once_afterwards():
            add()
        _put_aside(state)
    _standing = state


def state_for(fixtures: Iterable[str]) -> str:
    """What stands for a test with these fixtures: the state that one of them keeps, else what migrations made."""
    asked = [name for name in fixtures if name in _rows_of]
    return next((name for name in asked if name != AS_FOUNDED), asked[0] if asked else AS_MIGRATED)


def stand(state: str) -> None:
    """Let the tables hold this state for every test that follows; nothing happens when they do."""
    global _standing
    if state == _standing or connection.in_atomic_block:
        return
    with transaction.atomic():
        _put_back(state)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    _standing = state


def stand_until_emptied() -> None:
    """Let the tables be as migrations made them for a test that empties them at its end; then nothing stands."""
    global _standing
    if _standing is not None:
        stand(AS_MIGRATED)
    _standing = None


def bring_the_founded_region(state: str = AS_FOUNDED) -> None:
    """Fill the tables with the region that was put aside, as it is or with what was added to it."""
    if state == _standing:
        _forget_what_was_read()
        return
    with transaction.atomic():
        _put_back(state)


def copy_as_migrated(folder: Path) -> str:
    """Give another installation the tables as migrations made them, without what is kept; its DATABASE_URL.

    On SQLite that is a file in its folder, which an empty address means; on PostgreSQL a database on the same server.
    """
    stand(AS_MIGRATED)
    kept = [f'"{state}_{table}"' for state, rows in _rows_of.items() for table, number in rows.items() if number]
    ours = str(connection.settings_dict["NAME"])
    connection.close()
    if connection.vendor == "sqlite":
        _copy_file(ours, folder / "database.sqlite3", kept)
        return ""
    return _copy_on_server(ours, f"{folder.name}_{os.getpid()}", kept)


def _copy_file(ours: str, theirs: Path, without: list[str]) -> None:
    with closing(pysqlite3.connect(ours)) as source:
        source.execute("VACUUM INTO ?", [str(theirs)])
    with closing(pysqlite3.connect(theirs)) as copy:
        for table in without:
            copy.execute(f"DROP TABLE {table}")


def _copy_on_server(ours: str, name: str, without: list[str]) -> str:
    server = urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(server.geturl(), autocommit=True) as administrator:
        administrator.execute(f'CREATE DATABASE "{name}" TEMPLATE "{ours}"')
    address = urlunsplit(server._replace(path=f"/{name}"))
    with psycopg.connect(address, autocommit=True) as copy:
        copy.execute(f"DROP TABLE {', '.join(without)}")
    return address


def _put_aside(state: str) -> None:
    rows = _rows_in(_tables())
    with connection.cursor() as cursor:
        for table, number in rows.items():
            cursor.execute(f'DROP TABLE IF EXISTS "{state}_{table}"')
            if number:
                cursor.execute(f'CREATE TABLE "{state}_{table}" AS SELECT * FROM "{table}"')
    _rows_of[state] = rows


def _put_back(state: str) -> None:
    """Empty the tables that have rows and fill those that had; what only migrations fill stays when it is all there."""
    kept, now = _rows_of[state], _rows_in(_tables())
    same = {table for table in BY_MIGRATIONS if now[table] == kept[table] > 0 and _is_in(table, state)}
    with connection.cursor() as cursor:
        for table in _tables():
            if table in same:
                continue
            if now[table] or kept[table]:  # What stands in one table may by itself have filled another.
                cursor.execute(f'DELETE FROM "{table}"')
            if kept[table]:
                cursor.execute(f'INSERT INTO "{table}" SELECT * FROM "{state}_{table}"')
        models = [model for model in _models() if kept[model._meta.db_table]]
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
    _forget_what_was_read()


def _forget_what_was_read() -> None:
    for manager in (ContentType.objects, Site, Locale):
        getattr(manager, "clear_cache", lambda: None)()
    Site.clear_site_root_paths_cache()


def _is_in(table: str, state: str) -> bool:
    """Tell whether every row of a table was kept; a transactional test makes what migrations fill with other keys."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" EXCEPT SELECT * FROM "{state}_{table}"')
        return cursor.fetchone() is None


def _rows_in(tables: list[str]) -> dict[str, int]:
    """How many rows each table has, in one question."""
    counts = " UNION ALL ".join(f"SELECT '{table}', count(*) FROM \"{table}\"" for table in tables)
    with connection.cursor() as cursor:
        cursor.execute(counts)
        return dict(cursor.fetchall())


def _models() -> list[type[Model]]:
    """Those with rows of their own; what SQLite searches in is filled from another table by that table's triggers."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    return [model for model in models if not model._meta.proxy and not model._meta.db_table.endswith("_fts")]


def _tables() -> list[str]:
    return [model._meta.db_table for model in _models()]
