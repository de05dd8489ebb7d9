"""A benchmark cleans up behind it, whatever it did to the server meanwhile."""

import psycopg
import pytest

from campagne.measurement.benchmarks.server import empty_database
from tests.postgresql import cluster

pytestmark = pytest.mark.once


def test_a_database_is_gone_afterwards_also_when_the_server_was_stopped_meanwhile(settings):
    with cluster() as server:
        settings.DATABASE_URL = server.address
        with empty_database() as address:
            with psycopg.connect(address) as connection:
                assert connection.execute("SELECT 1").fetchone() == (1,)
            server.stop()
            server.start()

        with psycopg.connect(server.address) as connection:
            assert connection.execute("SELECT 1 FROM pg_database WHERE datname LIKE 'benchmark%'").fetchone() is None
