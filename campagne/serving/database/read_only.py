"""Whether an upgrade keeps everybody from writing now, or was killed while it did."""

from django.db import connection


def is_read_only() -> bool:
    """Asked of PostgreSQL; on SQLite nobody is kept from writing by what a killed process left."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SHOW default_transaction_read_only")
        return cursor.fetchone() == ("on",)
