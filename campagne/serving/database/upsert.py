"""Add to counters in the database itself, so that nothing is read here and written back."""

from collections.abc import Callable, Mapping, Sequence

from django.db import DEFAULT_DB_ALIAS, connection, connections, models

ROWS_PER_STATEMENT = 400


Whole = Callable[[Sequence[int]], bool]


def add_to(
    model: type[models.Model],
    key: Sequence[str],
    counts: Sequence[str],
    added: Mapping[tuple, Sequence[int]],
    is_whole: Whole = lambda numbers: False,
) -> None:
    """Add `added` (values of `key` → numbers for `counts`) to the rows of `model`; make the rows that are missing.

    First the missing rows are made with nothing in them, then all are raised. In one statement a row
    that only adds a read would break "no read without view" before it met the row it belongs to.
    Numbers that `is_whole` says could be a row by themselves do go in one statement, which costs half;
    `key` must then be what makes a row unique.
    Rows are touched in the order of their key, so two writers never wait for each other in a circle:
    all of a table's writers must call the same numbers whole.
    """
    rows = sorted(added, key=lambda values: (not is_whole(added[values]), values))
    for start in range(0, len(rows), ROWS_PER_STATEMENT):
        some = rows[start : start + ROWS_PER_STATEMENT]
        whole = [(*values, *added[values]) for values in some if is_whole(added[values])]
        parts = some[len(whole) :]
        if whole:
            _make_or_raise(model, key, counts, whole)
        if parts:
            _insert(model, (*key, *counts), [(*values, *[0] * len(counts)) for values in parts], "NOTHING")
            _raise(model, key, counts, [(*added[values], *values) for values in parts])


def _make_or_raise(model: type[models.Model], key: Sequence[str], counts: Sequence[str], rows: Sequence[tuple]) -> None:
    table, columns = _columns(model, (*key, *counts))
    raised = ", ".join(f"{column} = {table}.{column} + excluded.{column}" for column in columns[len(key) :])
    _insert(model, (*key, *counts), rows, f"UPDATE SET {raised}", f"({', '.join(columns[: len(key)])})")


def _insert(
    model: type[models.Model], names: Sequence[str], rows: Sequence[tuple], otherwise: str, conflict: str = ""
) -> None:
    table, columns = _columns(model, names)
    into, values = f"{table} ({', '.join(columns)})", placeholders(len(names), len(rows))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {into} VALUES {values} ON CONFLICT {conflict} DO {otherwise}",  # noqa: S608 (only names of our models)
            [value for row in prepared(model, names, rows) for value in row],
        )


def _raise(model: type[models.Model], key: Sequence[str], counts: Sequence[str], rows: Sequence[tuple]) -> None:
    table, columns = _columns(model, (*counts, *key))
    raised = ", ".join(f"{column} = {column} + %s" for column in columns[: len(counts)])
    found = " AND ".join(f"{column} = %s" for column in columns[len(counts) :])
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {table} SET {raised} WHERE {found}",  # noqa: S608 (only names of our models)
            prepared(model, (*counts, *key), rows),
        )


def _columns(model: type[models.Model], names: Sequence[str]) -> tuple[str, list[str]]:
    quote = connection.ops.quote_name
    return quote(model._meta.db_table), [quote(model._meta.get_field(name).column) for name in names]


def prepared(model: type[models.Model], names: Sequence[str], rows: Sequence[Sequence]) -> list[list]:
    """The values of rows as the database takes them."""
    fields, database = [model._meta.get_field(name) for name in names], connections[DEFAULT_DB_ALIAS]
    return [[field.get_db_prep_save(value, database) for field, value in zip(fields, row, strict=True)] for row in rows]


def placeholders(columns: int, rows: int) -> str:
    return ", ".join([f"({', '.join(['%s'] * columns)})"] * rows)
