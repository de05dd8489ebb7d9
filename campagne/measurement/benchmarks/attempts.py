"""Attempts by the million: a thousand people answer, and the database copies what they did."""

from collections.abc import Callable
from datetime import datetime

from django.core.management.color import no_style
from django.db import connection, models, transaction

from campagne.measurement.benchmarks import results
from campagne.quiz.answers.attempts import Attempt, Response, ResponseChoice

# Of the sixteen quizzes of the demo most ask five questions, and none more than seven.
QUESTIONS, ANSWERED = 5, 1_000
# Younger than what the clock turns into counts, so that they stay.
DAYS = 28
COPIED = (Attempt, Response, ResponseChoice)
COPIES_AT_ONCE = 50
# Another random number: the old one but for its last digits, so that the new ones are as scattered in an index.
RENUMBERED = {
    "sqlite": "substr({0}, 1, 24) || %(digits)s",
    "postgresql": "(substr(replace({0}::text, '-', ''), 1, 24) || %(digits)s)::uuid",
}
# While it is filled; SQLite would write each page of an index many times with the few megabytes it has by itself.
ROOM = "PRAGMA cache_size = -2000000"
Tell = Callable[[str], object]


def write_attempts(number: int, at: datetime, tell: Tell) -> None:
    """Write finished attempts, counted already, in a database that has none: `number`, in whole thousands."""
    quiz = results.write_quiz(1, questions=QUESTIONS)
    results.fill(quiz, ANSWERED * QUESTIONS, at, tell, days=DAYS)
    Attempt.objects.update(counted_at=at)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(ROOM)
        _copy(cursor, number // ANSWERED - 1, tell)
        for reset in connection.ops.sequence_reset_sql(no_style(), COPIED):
            cursor.execute(reset)


def tidy() -> None:
    """Let the database know what it holds; PostgreSQL would otherwise clean up while something is timed."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def _copy(cursor, times: int, tell: Tell) -> None:
    """Write all of it again so many times, each time as others."""
    for model in COPIED:
        cursor.execute(f"CREATE TEMPORARY TABLE first_{model._meta.db_table} AS SELECT * FROM {model._meta.db_table}")  # noqa: S608
    statements = [_statement(model) for model in COPIED]
    for first in range(1, times + 1, COPIES_AT_ONCE):
        with transaction.atomic():
            for copy in range(first, min(first + COPIES_AT_ONCE, times + 1)):
                for statement in statements:
                    cursor.execute(statement, {"copy": copy, "digits": f"{copy:08x}"})
        tell(f"  pogingen: {min(first + COPIES_AT_ONCE, times + 1) * ANSWERED:,}")


def _statement(model: type[models.Model]) -> str:
    fields = model._meta.concrete_fields
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    table, values = model._meta.db_table, ", ".join(map(_value, fields))
    return f"INSERT INTO {table} ({names}) SELECT {values} FROM first_{table}"  # noqa: S608


def _value(field: models.Field) -> str:
    """The value in a copy: a number that says which row it is, or to which it belongs, is another one."""
    name, target = connection.ops.quote_name(field.column), field.target_field if field.remote_field else field
    if target.model not in COPIED or not target.unique:
        return name
    if isinstance(target, models.UUIDField):
        return RENUMBERED[connection.vendor].format(name)
    return f"{name} + %(copy)s * {target.model.objects.count()}"
