"""Whatever breaks under the site: people read on, nothing that was taken is lost, and it works again by itself."""

import subprocess
from contextlib import closing, contextmanager

import pysqlite3
import pytest

from campagne.measurement.benchmarks.survival.changing import change
from campagne.measurement.benchmarks.survival.clock_back import set_clock_back
from campagne.measurement.benchmarks.survival.database_away import start_without_database, take_database_away
from campagne.measurement.benchmarks.survival.full_disk import fill_disk
from campagne.measurement.benchmarks.survival.installation import Installation
from campagne.measurement.benchmarks.survival.killing import kill_each
from campagne.measurement.benchmarks.survival.migrating import migrate
from campagne.measurement.benchmarks.survival.redis_gone import lose_redis
from tests.postgresql import binaries, cluster


@pytest.fixture(scope="module")
def installation(site, tmp_path_factory, django_db_blocker):
    """The demo region on a database of its own kind that may be broken, with the files of the site of all tests."""
    folder = tmp_path_factory.mktemp("survival")
    for name in ("static", "media"):
        (folder / name).symlink_to(f"{site.environment['DATA_DIR']}/{name}")
    copy = copied_server if site.environment["DATABASE_URL"] else copied_file
    with django_db_blocker.unblock(), copy(site, folder) as address:
        made = Installation(folder, address)
        made.passwords = site.passwords
        yield made
        made.stop()


@contextmanager
def copied_file(site, folder):
    with closing(pysqlite3.connect(f"{site.environment['DATA_DIR']}/database.sqlite3")) as ours:
        ours.execute("VACUUM INTO ?", [str(folder / "database.sqlite3")])
    yield ""


@contextmanager
def copied_server(site, folder):
    """A cluster of its own: stopping the one of the tests would end them all."""
    with cluster() as own, pytest.MonkeyPatch.context() as patch:
        for name, value in own.environment.items():
            patch.setenv(name, value)
        dump = subprocess.run(
            [binaries() / "pg_dump", site.environment["DATABASE_URL"]], check=True, capture_output=True
        )
        subprocess.run([binaries() / "psql", "-q", own.address], input=dump.stdout, check=True, capture_output=True)
        yield own.address


@pytest.mark.parametrize(
    ("fault", "small"),
    [
        pytest.param(set_clock_back, {"watched": 2, "counts": False}, id="clock an hour back", marks=pytest.mark.once),
        pytest.param(lose_redis, {"times": 2, "watched": 2}, id="redis gone", marks=pytest.mark.once),
        pytest.param(kill_each, {"times": 1}, id="any process killed"),
        pytest.param(take_database_away, {"seconds": 2}, id="database stopped or replaced"),
        pytest.param(change, {"times": 2, "watched": 2}, id="published, withdrawn, moved, ended"),
        pytest.param(fill_disk, {"seconds": 2}, id="disk full", marks=pytest.mark.once),
        pytest.param(migrate, {}, id="tables changed", marks=pytest.mark.once),
        pytest.param(start_without_database, {"seconds": 1}, id="started without a database"),
    ],
)
def test_the_site_survives(installation, fault, small):
    findings = list(fault(installation, **small))

    assert findings
    assert [str(finding) for finding in findings if not finding.is_good] == []
