"""Holding rows until a transaction ends: an attempt, so that answers come one by one, and the key of a question.

Always in this order, or two would wait for each other: attempts, then keys (by version), then answers.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import F, QuerySet

from campagne.quiz.answers.attempts import Attempt, Response
from campagne.quiz.questions.versions import OptionVersion, QuestionVersion
from campagne.quiz.taking.ticket import Ticket
from campagne.serving.database.upsert import prepared

COLUMNS = ("id", "quiz_version", "page", "cluster", "started_at", "open_until")
OF_QUESTION = ("id", "kind", "construct", "vignette", "easy_stem", "easy_vignette")


def hold_or_make(ticket: Ticket, at: datetime) -> Attempt:
    """Find or make the attempt of a ticket and hold it, in one statement.

    A page that is gone is left out. Where the row is there nothing in it changes.
    """
    quote = connection.ops.quote_name
    fields = [Attempt._meta.get_field(name) for name in COLUMNS]
    table, page = quote(Attempt._meta.db_table), fields[2].related_model._meta
    known_page = f"(SELECT {quote(page.pk.column)} FROM {quote(page.db_table)} WHERE {quote(page.pk.column)} = %s)"  # noqa: S608 (only names of our models)
    into = f"{table} ({', '.join(quote(field.column) for field in fields)})"
    same = f"{quote('cluster')} = {table}.{quote('cluster')}"
    values = f"%s, %s, {known_page}, %s, %s, %s"
    sql = f"INSERT INTO {into} VALUES ({values}) ON CONFLICT ({quote('id')}) DO UPDATE SET {same}"  # noqa: S608 (only names of our models)
    cluster, open_until = (ticket.led.cluster, ticket.led.open_until) if ticket.led else ("", None)
    row = (ticket.attempt, ticket.quiz_version_id, ticket.page_id, cluster, at, open_until)
    [attempt] = Attempt.objects.raw(f"{sql} RETURNING *", prepared(Attempt, COLUMNS, [row])[0])
    return attempt


def hold(ticket: Ticket) -> Attempt | None:
    """Hold the attempt of a ticket; None when nothing was ever sent in."""
    return Attempt.objects.select_for_update(of=("self",)).filter(pk=ticket.attempt).first()


def held_question(version_id: int) -> QuestionVersion:
    """A question with its options, whose key cannot be corrected before this transaction ends, in one query.

    It has what an answer is read, marked and described by; the rest is looked up when it is asked for.
    """
    of_question = {f"question_{name}": F(f"version__{name}") for name in OF_QUESTION}
    options = _shared(OptionVersion.objects.filter(version=version_id).annotate(**of_question))
    names = [field.attname for field in QuestionVersion._meta.concrete_fields if field.attname in OF_QUESTION]
    told = [getattr(options[0], f"question_{name}") for name in names]
    question = QuestionVersion.from_db(connection.alias, names, told)
    question._prefetched_objects_cache = {"options": options}
    return question


def hold_keys(attempts: Iterable[UUID]) -> None:
    """Let no key of what these attempts answered be corrected before this transaction ends.

    For who changes or deletes several answers: a correction holds the keys first, and then changes answers as well.
    """
    whose = list(attempts)
    if not whose:
        return
    answered = Response.objects.filter(attempt__in=whose).values("question_version")
    _shared(OptionVersion.objects.filter(version__in=answered).order_by("version", "order"))


def _shared(options: QuerySet[OptionVersion]) -> list[OptionVersion]:
    sql, values = options.query.sql_with_params()
    if connection.vendor == "postgresql":
        # On SQLite a transaction that writes is alone.
        sql = f"{sql} FOR SHARE OF {connection.ops.quote_name(OptionVersion._meta.db_table)}"
    return list(OptionVersion.objects.raw(sql, values))
