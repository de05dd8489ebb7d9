"""A migration goes back and forth while people read."""

from collections.abc import Iterator

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from campagne.measurement.benchmarks.finding import Finding
from campagne.measurement.benchmarks.survival.database_away import stored_pages
from campagne.measurement.benchmarks.survival.finding import found
from campagne.measurement.benchmarks.survival.installation import Installation
from campagne.measurement.benchmarks.survival.visiting import Readers

APP = "serving"


def migrate(site: Installation) -> Iterator[Finding]:
    """Undo the newest migration of the serving layer and do it again."""
    site.serve()
    paths, (before, newest) = stored_pages(site), newest_two(site)
    with Readers(site.port, paths) as readers:
        site.manage("migrate", APP, before, "--verbosity", "0")
        site.manage("migrate", "--verbosity", "0")
    seen = f"{APP} van {newest} naar {before} en terug: {readers}"
    wrong = f"; niet goed: {readers.bad}" if readers.bad else ""
    yield found(seen + wrong, "100 %", readers.are_all_served and readers.asked > 0)


def newest_two(site: Installation) -> tuple[str, str]:
    """The names of the last migration but one, and of the last."""
    with site.database():
        done = (
            MigrationRecorder(connection).migration_qs.filter(app=APP).order_by("name").values_list("name", flat=True)
        )
        before, newest = list(done)[-2:]
    return before, newest
