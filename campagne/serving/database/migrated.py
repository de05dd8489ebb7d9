"""Does the database have every change that the code expects?"""

from functools import cache

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def missing_migrations() -> list[str]:
    """The last migration of each app that was not applied yet, as `app.name`. One query."""
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in _expected() if (app, name) not in applied)


@cache
def _expected() -> tuple[tuple[str, str], ...]:
    """Of each app its last migration; the earlier ones come before it."""
    return tuple(MigrationLoader(None).graph.leaf_nodes())
