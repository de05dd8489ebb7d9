"""Whatever breaks under the site: people read on, nothing that was taken is lost, and it works again by itself."""

import subprocess
from contextlib import closing, contextmanager
from datetime import timedelta
from time import sleep

import pysqlite3
import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from campagne.content.models import InstructionPage
from campagne.incidents import course
from campagne.incidents.course import Way
from campagne.incidents.models import Incident
from campagne.incidents.raising import Wanted, confirm, put_ready, update
from campagne.measurement.benchmarks.survival.changing import change
from campagne.measurement.benchmarks.survival.clock_back import set_clock_back
from campagne.measurement.benchmarks.survival.database_away import start_without_database, take_database_away
from campagne.measurement.benchmarks.survival.full_disk import fill_disk
from campagne.measurement.benchmarks.survival.installation import Installation, seconds_until
from campagne.measurement.benchmarks.survival.killing import kill_each
from campagne.measurement.benchmarks.survival.migrating import migrate
from campagne.measurement.benchmarks.survival.outages import outages_of
from campagne.measurement.benchmarks.survival.redis_gone import lose_redis
from campagne.measurement.benchmarks.survival.visiting import ask
from tests.postgresql import binaries, cluster

# On a machine that tests keep busy a change takes longer than the second that the benchmark asks for.
SLOWLY = {"watched": 4, "within": 4}


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
        pytest.param(set_clock_back, {**SLOWLY, "counts": False}, id="clock an hour back", marks=pytest.mark.once),
        pytest.param(lose_redis, {"times": 2, "watched": 2}, id="redis gone", marks=pytest.mark.once),
        pytest.param(kill_each, {"times": 1}, id="any process killed", marks=pytest.mark.once),
        pytest.param(take_database_away, {"seconds": 2}, id="database stopped or replaced"),
        pytest.param(change, {**SLOWLY, "times": 2}, id="published, withdrawn, moved, ended", marks=pytest.mark.once),
        pytest.param(fill_disk, {"seconds": 2}, id="disk full", marks=pytest.mark.once),
        pytest.param(migrate, {}, id="tables changed", marks=pytest.mark.once),
        pytest.param(start_without_database, {"seconds": 1}, id="started without a database"),
    ],
)
def test_the_site_survives(installation, fault, small):
    findings = list(fault(installation, **small))

    assert findings
    assert [str(finding) for finding in findings if not finding.is_good] == []


NOW = ["/nu/", "/nu/en/", "/nu/de/"]
BANNER = 'class="incident"'
# A change is seen within a second; asking each web process all pages takes the rest on a busy machine.
SECONDS_TO_TELL, SECONDS_TO_END = 12.0, 40


def test_what_to_do_now_is_told_everywhere_at_once_and_stands_and_ends_without_a_database(installation, monkeypatch):
    monkeypatch.setattr(course, "SHORTEST", timedelta(seconds=1))
    installation.serve()
    with installation.database():
        incident = raised("Proefwijk Een", timezone.now() + timedelta(hours=1))
        took = seconds_until(lambda: everybody_reads(installation, "Proefwijk Een", *NOW), SECONDS_TO_TELL)
        assert took is not None

        ends_at = timezone.now() + timedelta(seconds=SECONDS_TO_END)
        update(incident.pk, 1, Wanted("Proefwijk Twee", ends_at), incident.raised_by, timezone.now())
        took = seconds_until(lambda: everybody_reads(installation, "Proefwijk Twee", *NOW), SECONDS_TO_TELL)
        assert took is not None
        assert took < SECONDS_TO_TELL
        assert everybody_reads(installation, BANNER, "/", "/melden/")
        assert not anybody_reads(installation, "Proefwijk Een", *NOW, "/", "/melden/")

    with outages_of(installation.address)["onzin"]():
        assert everybody_reads(installation, "Proefwijk Twee", *NOW, "/", "/melden/")
        sleep(max(0, (ends_at - timezone.now()).total_seconds()) + 0.1)
        assert everybody_reads(installation, 'data-is="calm"', *NOW)
        assert not anybody_reads(installation, "Proefwijk Twee", "/", "/melden/")
        assert {ask(installation.port, path).status for path in [*NOW, "/", "/melden/"]} == {200}

    with installation.database():
        assert seconds_until(lambda: Incident.objects.get(pk=incident.pk).state == "expired", 60) is not None


def raised(area: str, ends_at) -> Incident:
    """An incident that two people of the demo raised, of an instruction that lies ready."""
    first, second = get_user_model().objects.order_by("pk")[:2]
    page = InstructionPage.objects.live().exclude(acts=[]).exclude(scenario="").first()
    ready = put_ready(page, Wanted(area, ends_at), first, timezone.now(), is_exercise=False)
    return confirm(ready.pk, second, timezone.now(), Way.SECOND_PERSON)


def everybody_reads(installation, words: str, *paths: str) -> bool:
    """Ask each path so often that each web process was asked."""
    return all(words in ask(installation.port, path).text for path in paths for _ in range(8))


def anybody_reads(installation, words: str, *paths: str) -> bool:
    return any(words in ask(installation.port, path).text for path in paths for _ in range(8))
