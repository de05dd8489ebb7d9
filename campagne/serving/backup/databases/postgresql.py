"""PostgreSQL: a copy is what its own `pg_dump` writes of one snapshot, in which the rows are counted too."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, LiteralString
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from campagne.serving.backup.databases.copied import Copied, different
from campagne.serving.backup.disk import with_advice
from campagne.serving.backup.refused import Refused

PASSED_ON = ("sslmode", "sslrootcert", "sslcert", "sslkey")
SEND_AWAY: LiteralString = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()
"""
IS_READ_ONLY: LiteralString = """
    SELECT 1 FROM pg_db_role_setting JOIN pg_database ON pg_database.oid = setdatabase
    WHERE datname = current_database() AND 'default_transaction_read_only=on' = ANY (setconfig)
"""
ALSO_WHILE_READ_ONLY = "-c default_transaction_read_only=off"
ONLY_READING = "-c default_transaction_read_only=on"
# While a copy is loaded: half of that time goes to indexes, which are sorted in memory if they fit.
FOR_INDEXES = "-c maintenance_work_mem=512MB"
# The owner of what comes back is whoever puts it back; extensions and their comments may be another's.
AS_OURS = ("--no-owner", "--no-privileges", "--no-comments")
APPLIED: LiteralString = "SELECT app || '.' || name FROM django_migrations"
TABLES: LiteralString = """
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND n.nspname = current_schema() ORDER BY 1
"""


def copy(address: dict[str, Any], into: Path) -> Copied:
    """Dump the database as it stands at this moment, and read all of what was dumped."""
    copied = dump(address, into)
    check(into)
    return copied


def dump(address: dict[str, Any], into: Path) -> Copied:
    """The same without reading it back, for who stands waiting."""
    with connected(address) as server:
        server.execute("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        snapshot = _one(server, "SELECT pg_export_snapshot()")
        copied = contents(server)
        told = ["--format=custom", "--compress=0", "--lock-wait-timeout=30s", f"--snapshot={snapshot}"]
        run(address, "pg_dump", *told, *AS_OURS, f"--file={into}")
    return copied


def check(file: Path) -> None:
    """Raises Refused when `pg_restore` cannot read it to the end."""
    _tool_run(["pg_restore", "--file=/dev/null", str(file)], dict(os.environ))


def contents(server: psycopg.Connection[Any]) -> Copied:
    names = tables(server)
    count = sql.SQL("SELECT count(*) FROM {}")
    rows = {name: _one(server, count.format(sql.Identifier(name))) for name in names}
    applied = server.execute(APPLIED) if "django_migrations" in rows else []
    return Copied(rows, tuple(sorted(name for (name,) in applied)))


def tables(server: psycopg.Connection[Any]) -> list[str]:
    return [name for (name,) in server.execute(TABLES)]


def refuse_filled(address: dict[str, Any]) -> None:
    """Raises Refused unless there are no tables at all."""
    with connected(address) as server:
        if found := tables(server):
            raise Refused(
                f"In deze database staan al {len(found)} tabellen ({', '.join(found[:3])}). Er wordt niets "
                "overschreven: maak een nieuwe, lege database en noem die."
            )


def load(file: Path, address: dict[str, Any], rows: Mapping[str, int], *, instead: bool = False) -> None:
    """Put the copy there in one transaction: all of it or nothing; `instead` of all tables that stand there.

    Raises Refused when PostgreSQL refuses it or when it does not hold what it must.
    """
    script = file.with_suffix(".sql")
    try:
        _tool_run(["pg_restore", *AS_OURS, f"--file={script}", str(file)], dict(os.environ))
        first: list[str] = []
        if instead:
            with connected(address) as server:
                first = ["--command", _drop(server).as_string(server)]
        whole = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
        run(address, "psql", *whole, *first, f"--file={script}", options=FOR_INDEXES)
    finally:
        script.unlink(missing_ok=True)
    with connected(address) as server:
        if wrong := different(rows, contents(server).rows):
            raise Refused(f"In PostgreSQL staat niet wat in de backup hoort ({wrong}). Kies een andere backup.")
        server.execute("ANALYZE")


def empty(address: dict[str, Any]) -> None:
    """Take every table away; for a database that a broken restore filled."""
    with connected(address) as server:
        if tables(server):
            server.execute(_drop(server))


@contextmanager
def beside(address: dict[str, Any], url: str) -> Iterator[str]:
    """An empty database on the same server, as a DATABASE_URL, dropped afterwards. Raises Refused when it may not."""
    name = f"{address['NAME']}_proef"
    with connected(address) as server:
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        try:
            server.execute(drop)
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        except psycopg.errors.InsufficientPrivilege as error:
            raise Refused(
                f"De proef heeft een lege database nodig, en {address['USER']} mag die niet maken. "
                f"Geef dat recht als beheerder van PostgreSQL: ALTER ROLE {address['USER']} CREATEDB"
            ) from error
        try:
            yield urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        finally:
            server.execute(drop)


def let_write_again(address: dict[str, Any]) -> bool:
    """Undo what an upgrade that was killed left behind; false when nobody was kept from writing."""
    with connected(address) as server:
        if _one(server, IS_READ_ONLY) is None:
            return False
        _release(server, str(address["NAME"]))
    return True


@contextmanager
def read_only(address: dict[str, Any]) -> Iterator[None]:
    """Let nobody write, on whichever machine: who is connected is sent away, and comes back reading only."""
    with connected(address) as server:
        name = sql.Identifier(str(address["NAME"]))
        try:
            server.execute(sql.SQL("ALTER DATABASE {} SET default_transaction_read_only = on").format(name))
        except psycopg.errors.InsufficientPrivilege as error:
            raise Refused(f"Alleen de eigenaar van de database kan upgraden: {error}") from error
        try:
            server.execute(SEND_AWAY)
            yield
        finally:
            _release(server, str(address["NAME"]))


def _release(server: psycopg.Connection[Any], name: str) -> None:
    server.execute("SET default_transaction_read_only = off")
    server.execute(sql.SQL("ALTER DATABASE {} RESET default_transaction_read_only").format(sql.Identifier(name)))
    server.execute(SEND_AWAY)


def _drop(server: psycopg.Connection[Any]) -> sql.Composed:
    names = sql.SQL(", ").join(map(sql.Identifier, tables(server)))
    return sql.SQL("DROP TABLE IF EXISTS {} CASCADE").format(names)


@contextmanager
def connected(address: dict[str, Any]) -> Iterator[psycopg.Connection[Any]]:
    """Raises Refused when it cannot be reached."""
    try:
        server = psycopg.connect(_conninfo(address), password=address["PASSWORD"] or None, autocommit=True)
    except psycopg.OperationalError as error:
        raise Refused(f"PostgreSQL is niet te bereiken: {error} Start die of verbeter het adres.") from error
    with server:
        yield server


def _conninfo(address: dict[str, Any], more: str = "") -> str:
    """Without the password, which would stand in the list of processes."""
    options = {name: value for name, value in address.get("OPTIONS", {}).items() if name in PASSED_ON}
    places = {"dbname": address["NAME"], "user": address["USER"], "host": address["HOST"], "port": address["PORT"]}
    told = {name: str(value) for name, value in {**places, **options}.items() if value}
    return make_conninfo(**told, options=f"{ALSO_WHILE_READ_ONLY} {more}")


def _one(server: psycopg.Connection[Any], question: LiteralString | sql.Composed) -> Any:
    row = server.execute(question).fetchone()
    return row[0] if row else None


def run(address: dict[str, Any], tool: str, *arguments: str, options: str = "") -> None:
    password = {"PGPASSWORD": str(address["PASSWORD"])} if address["PASSWORD"] else {}
    _tool_run([tool, f"--dbname={_conninfo(address, options)}", *arguments], {**os.environ, **password})


def _tool_run(command: Sequence[str], environment: dict[str, str]) -> None:
    """Raises Refused when the tool is not there or fails, with its own words."""
    if shutil.which(command[0]) is None:
        raise Refused(f"{command[0]} ontbreekt op deze machine. Installeer het: apt-get install postgresql-client")
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["geen melding"])[-1]
        raise Refused(f"{command[0]} mislukte: {with_advice(last)}")
