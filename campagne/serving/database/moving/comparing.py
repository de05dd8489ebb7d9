"""Do two databases hold the same? Each table has a fingerprint that does not depend on the order of its rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from campagne.serving.database.moving.tables import Table
from campagne.serving.database.moving.values import canonical

ROWS_AT_ONCE = 500
BITS = 128


@dataclass(frozen=True)
class Fingerprint:
    """How many rows, and the sum of what they hold."""

    rows: int
    content: int


@dataclass(frozen=True)
class Comparison:
    """One table in both databases."""

    table: str
    source: Fingerprint
    target: Fingerprint

    @property
    def is_equal(self) -> bool:
        return self.source == self.target


def compare(source: BaseDatabaseWrapper, target: BaseDatabaseWrapper, table: Table) -> Comparison:
    return Comparison(table.name, fingerprint(source, table), fingerprint(target, table))


def fingerprint(connection: BaseDatabaseWrapper, table: Table) -> Fingerprint:
    rows, content = 0, 0
    for row in rows_of(connection, table):
        rows += 1
        content = (content + _digest(table, row)) % (1 << BITS)
    return Fingerprint(rows, content)


def rows_of(connection: BaseDatabaseWrapper, table: Table) -> Iterator[tuple[Any, ...]]:
    """All rows, as the database gives them, a few hundred at a time."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(table.select(connection))
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            yield from rows


def _digest(table: Table, row: tuple[Any, ...]) -> int:
    """A number for one row; the length of each value goes along, so that no two rows can be read as one."""
    read = blake2b(digest_size=BITS // 8)
    for column, value in zip(table.columns, row, strict=True):
        said = canonical(column.kind, value).encode(errors="surrogatepass")
        read.update(len(said).to_bytes(8) + said)
    return int.from_bytes(read.digest())
