"""Copy all rows of a table, and let the target count on from where the source was."""

from django.core.management.color import no_style
from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper

from campagne.serving.database.moving.comparing import rows_of
from campagne.serving.database.moving.refusal import CannotMove
from campagne.serving.database.moving.tables import SEARCH_INDEX, Table, moved_models
from campagne.serving.database.moving.values import for_postgresql


def empty(target: BaseDatabaseWrapper, tables: list[Table]) -> None:
    """Take out what the migrations put in; the rows of the source take their place."""
    names = ", ".join(target.ops.quote_name(name) for name in [*(table.name for table in tables), SEARCH_INDEX])
    with target.cursor() as cursor:
        cursor.execute(f"TRUNCATE {names}")


def copy_table(source: BaseDatabaseWrapper, target: BaseDatabaseWrapper, table: Table) -> int:
    """Copy a table and return its number of rows. Raises CannotMove, with the words of PostgreSQL, when it refuses."""
    quote = target.ops.quote_name
    into = f"COPY {quote(table.name)} ({', '.join(quote(column.name) for column in table.columns)}) FROM STDIN"
    rows = 0
    try:
        with target.cursor() as cursor, target.wrap_database_errors, cursor.cursor.copy(into) as copy:
            for row in rows_of(source, table):
                pairs = zip(table.columns, row, strict=True)
                copy.write_row([for_postgresql(column.kind, value) for column, value in pairs])
                rows += 1
    except DatabaseError as error:
        raise CannotMove(
            f"PostgreSQL neemt een rij van {table.name} niet aan: {error} "
            "Verbeter die rij in de SQLite-installatie en begin opnieuw; in PostgreSQL is niets veranderd."
        ) from error
    return rows


def settle(target: BaseDatabaseWrapper) -> None:
    """Check every foreign key now, and let new rows get numbers after those that were copied."""
    target.check_constraints()
    with target.cursor() as cursor:
        for statement in target.ops.sequence_reset_sql(no_style(), moved_models()):
            cursor.execute(statement)
