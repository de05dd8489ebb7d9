"""Everything that is told can be read, tells nobody apart, and is told as far as it is known."""

from datetime import timedelta
from inspect import signature

import pytest
from django.utils import timezone
from django.utils.module_loading import import_string

from campagne.serving.clock.jobs import JOBS
from campagne.serving.clock.runs import write_down
from campagne.serving.metrics.exposition import exposition
from campagne.serving.metrics.sources import SOURCES, Source, gathered
from campagne.serving.readiness import SILENT, Examination, Readiness
from tests.serving.metrics.parsing import read

LABELS = {"version", "source", "kind", "task", "reason"}
WELL = Examination(lambda at: Readiness(warnings=("De klok staat stil.",)))


def told(at, sources=SOURCES, examined=WELL):
    return read(exposition(gathered(at, sources, examined)))


@pytest.mark.once
@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_a_source_is_asked_with_the_moment(source):
    signature(import_string(source.path)).bind("at")


def test_all_is_told_without_telling_anybody_apart(home, settings, tmp_path):
    settings.BACKUP_DIR = tmp_path
    (tmp_path / "backup-20270309T013000Z.tar.gz").touch()

    found = told(timezone.now())

    assert set(found["weerbaar_source_up"].values()) == {1}
    assert {name for values in found.values() for labels in values for name, _ in labels} <= LABELS
    assert found["weerbaar_generation"][()] >= 1
    assert 0 < found["weerbaar_data_free_bytes"][()] < found["weerbaar_data_size_bytes"][()]
    assert found["weerbaar_warnings"] == {(): 1}
    assert list(found["weerbaar_version_info"].values()) == [1]
    assert found["weerbaar_backup_newest_timestamp_seconds"] == {(("kind", "backup"),): 1804555800}


def test_each_job_is_told_with_when_it_went_well(db):
    at = timezone.now()
    well, badly = JOBS[0], JOBS[1]
    write_down(well, at, timedelta(seconds=1.5), "")
    write_down(badly, at, timedelta(seconds=2), "ValueError")

    found = told(at)

    def of(name, job):
        return found[f"weerbaar_task_{name}"].get((("task", job.path),))

    assert of("succeeded_timestamp_seconds", well) == pytest.approx(at.timestamp() + 1.5)
    assert of("succeeded_timestamp_seconds", badly) is None
    assert (of("failing", well), of("failing", badly)) == (0, 1)
    assert of("duration_seconds", badly) == 2
    assert len(found["weerbaar_task_late_after_seconds"]) == len(JOBS)


@pytest.mark.once
def test_a_database_that_is_away_is_asked_no_more_and_the_rest_is_told():
    found = told(timezone.now(), examined=Examination(lambda at: SILENT))

    assert found["weerbaar_database_up"] == {(): 0}
    assert found["weerbaar_ready"] == {(): 0}
    up = {name for ((_, name),), value in found["weerbaar_source_up"].items() if value}
    assert up == {source.name for source in SOURCES if not source.asks_database}
    assert "weerbaar_data_free_bytes" in found


@pytest.mark.once
def test_a_source_that_fails_takes_no_other_away():
    broken = Source("broken", "tests.serving.metrics.test_sources.fail", asks_database=False)

    found = told(timezone.now(), [broken, *SOURCES[:1]])

    assert found["weerbaar_source_up"] == {(("source", "broken"),): 0, (("source", "site"),): 1}
    assert "weerbaar_data_free_bytes" in found


def fail(at):
    raise ValueError(at)
