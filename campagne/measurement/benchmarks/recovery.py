"""How long do backup, restore, upgrade and the way back take with a million attempts, and what is lost at most?"""

import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from django.db import connection
from django.utils import timezone

from campagne.measurement.benchmarks import Outcome
from campagne.measurement.benchmarks.attempts import tidy, write_attempts
from campagne.measurement.benchmarks.finding import Finding
from campagne.measurement.benchmarks.server import empty_database
from campagne.measurement.benchmarks.survival.database_away import is_calm
from campagne.measurement.benchmarks.survival.finding import found
from campagne.measurement.benchmarks.survival.installation import Installation, seconds_until
from campagne.measurement.benchmarks.survival.visiting import Readers
from campagne.serving.backup.databases.postgresql import beside
from campagne.serving.backup.nightly import pause_when_it_takes
from campagne.serving.backup.restoring import address_of
from campagne.serving.clock.jobs import JOBS

ATTEMPTS = 1_000_000
MOST_TO_RESTORE = {"sqlite": timedelta(minutes=10), "postgresql": timedelta(minutes=15)}
MOST_TO_LOSE = {"sqlite": timedelta(minutes=5), "postgresql": timedelta(minutes=1)}
MOST_WITHOUT_WRITING, MOST_TO_RETURN = timedelta(seconds=60), timedelta(minutes=2)
REFUSED_FOR, RETURNED_IN = re.compile(r"Schrijven was (\d+) s geweigerd"), re.compile(r"als daarvoor \((\d+) s\)")
PATHS, SECONDS_TO_BE_CALM = ("/", "/melden/"), 120
# The code of before, for an upgrade that has something to change.
EARLIER = ("serving", "0005")
# What makes the upgrade fail: changes that were made already, and are made again.
FORGET = "DELETE FROM django_migrations WHERE app = 'serving' AND name >= '0004'"
Tell = Callable[[str], object]


def run(tell: Tell, attempts: int = ATTEMPTS) -> Outcome:
    """Measure on an installation of its own; every line says what was asked."""
    with TemporaryDirectory(prefix="benchmark-") as folder, empty_database() as address:
        site = Installation(Path(folder), address)
        tell(f"De voorbeeldregio met {attempts:,} pogingen klaarzetten …")
        site.found()
        with site.database():
            write_attempts(attempts, timezone.now(), tell)
            tidy()
        good = True
        try:
            for finding in measured(site, tell):
                tell(f"  {finding}")
                good = good and finding.is_good is not False
        finally:
            site.stop()
    return Outcome(lines=("Alles zoals gevraagd." if good else "Niet alles zoals gevraagd.",), is_reached=good)


def measured(site: Installation, tell: Tell) -> Iterator[Finding]:
    kind = "postgresql" if site.address.startswith("postgres") else "sqlite"
    shelf = site.folder / "backups"
    site.serve()
    tell("Backup …")
    yield Finding(f"backup, terwijl de site draait: {took(lambda: site.manage('backup', '--to', str(shelf))):.0f} s")
    recent = took(lambda: site.manage("backup", "--recent", "--to", str(shelf)))
    yield from lost_at_most(site, kind, recent)
    tell("Terugzetten …")
    yield restored(site, kind, shelf)
    tell("Upgrade, en daarna een die mislukt …")
    yield from upgraded(site, shelf)


def took(act: Callable[[], object]) -> float:
    began = monotonic()
    act()
    return monotonic() - began


def lost_at_most(site: Installation, kind: str, recent: float) -> Iterator[Finding]:
    """By the clock: the time between two, until the clock looks, and what making one takes. PostgreSQL: its journal."""
    looks = next(job.period for job in JOBS if job.path.endswith("keep_backups"))
    took = timedelta(seconds=recent)
    by_clock = pause_when_it_takes(took) + looks + took
    most = MOST_TO_LOSE["sqlite"]
    yield found(
        f"tussenstand in {recent:.0f} s, dus hooguit {by_clock.total_seconds():.0f} s kwijt",
        f"{most.total_seconds():.0f} s",
        by_clock <= most,
    )
    if kind == "postgresql":
        late = seconds_behind(site)
        seen = "niet ontvangen" if late is None else f"na {late:.1f} s op de andere plaats"
        yield found(f"journaal van PostgreSQL (pg_receivewal): {seen}", "60 s", late is not None and late <= 60)


def seconds_behind(site: Installation) -> float | None:
    """How long after a write the receiver of the journal has it safely; None when it never had."""
    with TemporaryDirectory() as folder, site.database(), connection.cursor() as cursor:
        told = connection.get_connection_params()
        place = ["-h", told["host"], "-p", str(told["port"]), "-U", told["user"], "-D", folder, "--synchronous"]
        receiver = subprocess.Popen(["pg_receivewal", *place])  # noqa: S603, S607 (as README says)
        try:
            cursor.execute("CREATE TABLE written (number integer)")
            cursor.execute("SELECT pg_current_wal_lsn()")
            written = cursor.fetchone()[0]

            def has_arrived() -> bool:
                cursor.execute("SELECT bool_or(flush_lsn >= %s) FROM pg_stat_replication", [written])
                return bool(cursor.fetchone()[0])

            return seconds_until(has_arrived, 60)
        finally:
            receiver.terminate()
            receiver.wait()
            cursor.execute("DROP TABLE written")


def restored(site: Installation, kind: str, shelf: Path) -> Finding:
    backup = sorted(shelf.glob("backup-*"))[-1]
    with another_database(site) as address:
        place = ["--database", address] if address else []
        seconds = took(lambda: site.manage("restore", str(backup), "--into", str(site.folder / "back"), *place))
    size, most = backup.stat().st_size / 1e6, MOST_TO_RESTORE[kind].total_seconds()
    return found(f"teruggezet uit {size:,.0f} MB en bewezen in {seconds:.0f} s", f"{most:.0f} s", seconds <= most)


@contextmanager
def another_database(site: Installation) -> Iterator[str]:
    if not site.address.startswith("postgres"):
        yield ""
        return
    with beside(address_of(site.address, site.folder), site.address) as address:
        yield address


def upgraded(site: Installation, shelf: Path) -> Iterator[Finding]:
    with site.database():
        seconds_until(lambda: is_calm(site, PATHS), SECONDS_TO_BE_CALM)
    site.manage("migrate", *EARLIER, "--verbosity", "0")
    with Readers(site.port, PATHS) as readers:
        said = site.manage("upgrade", "--to", str(shelf))
        yield refused(said)
        with site.database(), connection.cursor() as cursor:
            cursor.execute(FORGET)
        yield returned(site, shelf)
    yield found(f"lezen tijdens beide: {readers}", "100 %", readers.are_all_served and readers.asked > 0)


def refused(said: str) -> Finding:
    told = REFUSED_FOR.search(said)
    seconds, most = int(told[1]) if told else None, MOST_WITHOUT_WRITING.total_seconds()
    return found(f"upgrade: {seconds} s niet schrijven", f"{most:.0f} s", seconds is not None and seconds <= most)


def returned(site: Installation, shelf: Path) -> Finding:
    """SQLite was never changed, so there it takes no time."""
    try:
        site.manage("upgrade", "--to", str(shelf))
    except RuntimeError as error:
        told, is_unchanged = RETURNED_IN.search(str(error)), "is niet veranderd" in str(error)
        seconds, most = int(told[1]) if told else 0, MOST_TO_RETURN.total_seconds()
        is_back = (told is not None or is_unchanged) and seconds <= most
        return found(f"mislukte upgrade: na {seconds} s terug", f"{most:.0f} s", is_back)
    return found("mislukte upgrade: lukte toch", "terug", False)
