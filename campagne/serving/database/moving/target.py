"""The PostgreSQL that an installation is moved to: opened, migrated, and found to be empty."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from campagne.backing import database
from campagne.serving.database.moving.refusal import CannotMove
from campagne.serving.database.moving.tables import Table, count_rows

# Tables that hold rows as soon as the migrations have run; `empty` clears them. A test keeps this list true.
FILLED_BY_MIGRATIONS = {
    "auth_group",
    "auth_group_permissions",
    "auth_permission",
    "django_content_type",
    "django_migrations",
    "language_hardword",
    "measurement_goal",
    "measurement_indicator",
    "measurement_region",
    "serving_generation",
    "wagtailcore_collection",
    "wagtailcore_groupapprovaltask",
    "wagtailcore_groupapprovaltask_groups",
    "wagtailcore_groupcollectionpermission",
    "wagtailcore_grouppagepermission",
    "wagtailcore_locale",
    "wagtailcore_page",
    "wagtailcore_site",
    "wagtailcore_task",
    "wagtailcore_workflow",
    "wagtailcore_workflowpage",
    "wagtailcore_workflowtask",
}
ALIAS = "target_of_moving"
# Tables that a refusal names: enough to see whose they are, and the advice behind them stays in sight.
MOST_NAMED = 5


@contextmanager
def opened_target(address: str) -> Iterator[BaseDatabaseWrapper]:
    """Connect to it. Raises CannotMove when it is no PostgreSQL or does not answer."""
    expected = "Verwacht: postgres://gebruiker:wachtwoord@machine:5432/naam."
    try:
        connections.settings[ALIAS] = connections.configure_settings({"default": database(address)})["default"]
    except (ImproperlyConfigured, ValueError) as error:
        raise CannotMove(f"Het doel is geen adres van een database: {error} {expected}") from error
    target = connections[ALIAS]
    try:
        if target.vendor != "postgresql":
            raise CannotMove(f"Het doel is {target.vendor}. {expected}")
        reach(target)
        yield target
    finally:
        target.close()
        del connections[ALIAS]


def reach(target: BaseDatabaseWrapper) -> None:
    try:
        target.ensure_connection()
    except DatabaseError as error:
        raise CannotMove(f"PostgreSQL is niet te bereiken: {error} Start die of verbeter het adres.") from error


def refuse_foreign_tables(target: BaseDatabaseWrapper) -> None:
    """A database with tables but without our migrations belongs to something else."""
    names = sorted(target.introspection.table_names())
    if names and "django_migrations" not in names:
        raise CannotMove(
            f"Het doel bevat al tabellen van iets anders: {', '.join(names[:MOST_NAMED])}. "
            "Maak een nieuwe, lege database."
        )


def refuse_data(target: BaseDatabaseWrapper, tables: list[Table]) -> None:
    """Raises CannotMove when any table holds more than the migrations put there."""
    there = set(target.introspection.table_names())
    counted = {table.name: count_rows(target, table.name) for table in tables if table.name in there}
    held = [f"{name}: {rows}" for name, rows in counted.items() if rows and name not in FILLED_BY_MIGRATIONS]
    if held:
        more = f", en nog {len(held) - MOST_NAMED} tabellen" if len(held) > MOST_NAMED else ""
        raise CannotMove(
            f"Het doel is niet leeg (rijen per tabel: {', '.join(held[:MOST_NAMED])}{more}). "
            "Er wordt niets overschreven: maak een nieuwe, lege database en noem die."
        )


def run_there(address: str, *command: str) -> None:
    """Run a management command in a process of its own whose database is the target. Raises CannotMove if it fails."""
    environment = {**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE}
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "django", *command],
        cwd=settings.BASE_DIR,
        env={**environment, "PYTHONPATH": str(settings.BASE_DIR)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["geen melding"])[-1]
        raise CannotMove(f"`{' '.join(command)}` mislukte op het doel: {last}")
