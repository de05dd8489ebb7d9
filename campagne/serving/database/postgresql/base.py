"""The connection to PostgreSQL that Django asks for by the name of this package."""

import select
from typing import Any

from django.db.backends.postgresql import base
from django.db.utils import OperationalError
from psycopg.pq import ExecStatus, TransactionStatus

from campagne.serving.disturbances.slowness import timed
from campagne.serving.reach import Away, Reach

SECONDS_TO_ANSWER = 0.5
_reach = Reach(base.Database.Error)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that must give a sign of life in time; in an outage one caller at a time makes a new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(timed)

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        try:
            return _reach.attempt(lambda: base.DatabaseWrapper.get_new_connection(self, conn_params))
        except Away as away:
            raise OperationalError("PostgreSQL did not answer a moment ago and is being tried already") from away

    def is_usable(self) -> bool:
        """Django asks this at the first query of each request; False makes it connect again."""
        if self.connection is None or self.connection.info.transaction_status != TransactionStatus.IDLE:
            return super().is_usable()
        return answers_in_time(self.connection.pgconn)


def answers_in_time(server: Any) -> bool:
    """Ask a psycopg `PGconn` for a sign of life, and wait for it no longer than half a second."""
    try:
        server.send_query(b"SELECT 1")
        ready = select.poll()
        ready.register(server.socket, select.POLLIN)
        if not ready.poll(SECONDS_TO_ANSWER * 1000):
            return False
        server.consume_input()
        results = []
        while (result := server.get_result()) is not None:
            results.append(result.status)
    except (base.Database.Error, OSError):
        return False
    return results == [ExecStatus.TUPLES_OK]
