"""The tables that are moved: those of our models, in the order of the apps."""

from dataclasses import dataclass

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

# Made again by `update_index`, because each database searches in its own way; SQLite keeps a second table for it.
SEARCH_INDEX = "wagtailsearch_indexentry"


@dataclass(frozen=True)
class Column:
    """A column and its type in PostgreSQL, without length."""

    name: str
    kind: str


@dataclass(frozen=True)
class Table:
    """A table and its columns."""

    name: str
    columns: tuple[Column, ...]

    def select(self, connection: BaseDatabaseWrapper) -> str:
        quote = connection.ops.quote_name
        return f"SELECT {', '.join(quote(column.name) for column in self.columns)} FROM {quote(self.name)}"  # noqa: S608


def moved_models() -> list[type[Model]]:
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and not model._meta.db_table.startswith(SEARCH_INDEX)
    ]


def moved_tables(target: BaseDatabaseWrapper) -> list[Table]:
    return [
        Table(
            model._meta.db_table,
            tuple(
                Column(field.column, field.db_type(target).partition("(")[0])
                for field in model._meta.local_concrete_fields
            ),
        )
        for model in moved_models()
    ]


def count_rows(connection: BaseDatabaseWrapper, table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608
        return cursor.fetchone()[0]
