"""One value, as SQLite keeps it, as PostgreSQL reads it, and as both are compared."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID


def for_postgresql(kind: str, value: Any) -> Any:
    """What to send for a value of SQLite; most of it PostgreSQL reads as it stands. None stays None."""
    if value is None:
        return None
    match kind:
        case "timestamp with time zone":
            return f"{value}+00"
        case "interval":
            return timedelta(microseconds=value)
        case "boolean":
            return bool(value)
    return value


def canonical(kind: str, value: Any) -> str:
    """The same text for the same value, whichever database it came from."""
    if value is None:
        return "NULL"
    return f"={CANONICAL.get(kind, str)(value)}"


def moment(value: Any) -> str:
    """A moment in UTC; SQLite keeps it as text without a zone."""
    at = datetime.fromisoformat(value) if isinstance(value, str) else value
    return (at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)).isoformat()


def document(value: Any) -> str:
    """JSON with sorted keys, where 1e2 and 100 are the same number, as they are in PostgreSQL."""
    read = json.loads(value, parse_float=Decimal, parse_int=Decimal) if isinstance(value, str) else value
    return json.dumps(read, sort_keys=True, default=lambda number: [f"{Decimal(number).normalize():f}"])


def number(value: Any) -> str:
    return f"{Decimal(str(value)).normalize():f}"


def duration(value: Any) -> str:
    return str(value // timedelta(microseconds=1) if isinstance(value, timedelta) else value)


CANONICAL: dict[str, Callable[[Any], str]] = {
    "boolean": lambda value: str(bool(value)),
    "bytea": lambda value: bytes(value).hex(),
    "double precision": lambda value: repr(float(value)),
    "interval": duration,
    "jsonb": document,
    "numeric": number,
    "timestamp with time zone": moment,
    "uuid": lambda value: UUID(str(value)).hex,
}
