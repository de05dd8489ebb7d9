"""The connection to SQLite that Django asks for by the name of this package."""

from collections.abc import Callable, Iterable
from functools import partial
from time import monotonic
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

from campagne.serving.database.sqlite.fence import is_fenced
from campagne.serving.database.sqlite.file import DatabaseFile, Identity
from campagne.serving.database.sqlite.turns import TooLate, Turn
from campagne.serving.disturbances.slowness import timed

# How long SQLite itself waits before we look whether there is still time. Short, so that we come soon after another.
MILLISECONDS_PER_LOOK = 10
WRITES = ("BEGIN", "INSERT", "UPDATE", "DELETE", "REPLACE", "CREATE", "ALTER", "DROP", "VACUUM", "REINDEX", "ANALYZE")
BUSY = 5


class NotTheDatabase(OperationalError):
    """At the address of the database stands something else, or nothing."""


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that writes in its turn, and is usable as long as the file it opened stands at its address.

    A statement outside a transaction, and the start of one, wait for other writers no longer than the
    option `timeout`; then OperationalError says that the database is locked.
    """

    opened: Identity | None = None
    turn: Turn | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(timed)

    @property
    def file(self) -> DatabaseFile:
        return DatabaseFile.at(self.settings_dict["NAME"])

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        self.refuse_trouble()
        connection = super().get_new_connection(conn_params)
        connection.execute(f"PRAGMA busy_timeout = {MILLISECONDS_PER_LOOK}")
        self.opened = self.file.identity()
        return connection

    def is_usable(self) -> bool:
        """Django asks this at the first query of each request; False makes it connect again."""
        return self.is_in_memory_db() or self.file.identity() == self.opened

    def close_if_unusable_or_obsolete(self) -> None:
        """Keep a connection to a file that was overwritten: closing it would move its journal into the garbage."""
        if self.is_in_memory_db() or self.file.trouble() is None:
            super().close_if_unusable_or_obsolete()

    def refuse_trouble(self) -> None:
        """Raises NotTheDatabase instead of writing where nobody will ever look."""
        if not self.is_in_memory_db() and (trouble := self.file.trouble()):
            raise NotTheDatabase(trouble)

    def _cursor(self, name: str | None = None) -> Any:
        self.refuse_trouble()
        return super()._cursor(name)

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=partial(Cursor, wrapper=self))

    def patiently(self, query: str, execute: Callable[[], Any]) -> Any:
        """Do one statement, in its turn if it writes; a turn that begins a transaction ends with that."""
        if self.in_atomic_block or self.turn:
            return execute()
        until = monotonic() + self.settings_dict["OPTIONS"].get("timeout", 5)
        verb = query.lstrip()[:8].upper()
        if not verb.startswith(WRITES):
            return again_while_locked(execute, until)
        if is_fenced(str(self.settings_dict["NAME"])):
            raise OperationalError("an upgrade is changing the database; nobody else may write now")
        self.turn = self.take_turn(until)
        done = False
        try:
            result = again_while_locked(execute, until)
            done = True
        finally:
            if not (done and verb.startswith("BEGIN")):
                self.end_turn()
        return result

    def take_turn(self, until: float) -> Turn:
        try:
            return self.file.turns.take(until - monotonic())
        except TooLate as error:
            raise OperationalError("database is locked: other writers of this process did not finish") from error

    def end_turn(self) -> None:
        turn, self.turn = self.turn, None
        if turn:
            turn.end()

    def _commit(self) -> None:
        super()._commit()
        self.end_turn()

    def _rollback(self) -> None:
        try:
            super()._rollback()
        finally:
            self.end_turn()

    def _close(self) -> None:
        try:
            super()._close()
        finally:
            self.end_turn()


class Cursor(base.SQLiteCursorWrapper):
    """Django's cursor, which leaves the waiting to its connection."""

    def __init__(self, connection: Any, *, wrapper: DatabaseWrapper) -> None:
        super().__init__(connection)
        self.wrapper = wrapper

    def execute(self, query: str, params: Any = None) -> Any:
        return self.wrapper.patiently(query, partial(super().execute, query, params))

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        return self.wrapper.patiently(query, partial(super().executemany, query, list(param_list)))


def again_while_locked(execute: Callable[[], Any], until: float) -> Any:
    """Do it, and again while another process writes; raises what SQLite raised when the time is over."""
    while True:
        try:
            return execute()
        except base.Database.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != BUSY or monotonic() >= until:
                raise
