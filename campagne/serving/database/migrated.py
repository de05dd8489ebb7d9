"""Does the database have every change that the code expects?"""

from functools import cache

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

MOST_NAMED = 3


def missing_migrations() -> list[str]:
    """The last migration of each app that was not applied yet, as `app.name`. One query."""
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in _expected() if (app, name) not in applied)


def are_taken_back_together() -> bool:
    """Tell whether all that is missing can be done in one transaction: PostgreSQL, and no migration that forbids it."""
    if connection.vendor != "postgresql":
        return False
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return all(migration.atomic for migration, _ in plan)


def what_is_missing() -> str:
    """That the database is empty or older than the code, and what to do; empty when it is neither."""
    missing = missing_migrations()
    if not missing:
        return ""
    if len(missing) == len(_expected()):
        return "In deze database staat nog niets. Maak eerst de tabellen: manage.py migrate"
    named = ", ".join(missing[:MOST_NAMED]) + (" en meer" if len(missing) > MOST_NAMED else "")
    return f"De database is ouder dan de code: er ontbreekt {named}. Voer eerst uit: manage.py upgrade"


@cache
def _expected() -> tuple[tuple[str, str], ...]:
    """Of each app its last migration; the earlier ones come before it."""
    return tuple(MigrationLoader(None).graph.leaf_nodes())
