"""A whole installation moves to PostgreSQL, is compared value by value, and is never written over."""

from datetime import timedelta

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from campagne.serving.clock.jobs import JOBS
from campagne.serving.clock.runs import JobRun, write_down
from campagne.serving.database.moving.comparing import compare
from campagne.serving.database.moving.tables import moved_tables
from campagne.serving.database.moving.target import opened_target
from campagne.serving.management.commands.move_to_postgresql import in_one_transaction
from tests.serving.conftest import instead
from tests.serving.database.moving.conftest import BEFORE_SUMMER_TIME, ODD

pytestmark = pytest.mark.once


@pytest.fixture
def target(target_url, django_db_blocker):
    with opened_target(target_url) as opened:
        yield opened


def test_every_table_arrives_as_it_was(source, moved, target):
    lines = moved.splitlines()
    assert lines[-1].startswith("DATABASE_URL=postgres://")
    assert "VERSCHILT" not in moved
    assert moved.count(" gelijk") == len(moved_tables(target))

    with target.cursor() as cursor:
        cursor.execute("SELECT search_description, go_live_at FROM wagtailcore_page WHERE search_description <> ''")
        assert cursor.fetchall() == [(ODD, BEFORE_SUMMER_TIME)]
        cursor.execute("SELECT count(*) FROM wagtailsearch_indexentry")
        assert cursor.fetchone()[0] > 0


def test_new_rows_get_numbers_after_those_that_were_copied(source, moved, target):
    with source.cursor() as there, target.cursor() as cursor:
        there.execute("SELECT max(id) FROM wagtailcore_revision")
        cursor.execute("SELECT nextval(pg_get_serial_sequence('wagtailcore_revision', 'id'))")

        assert cursor.fetchone()[0] == there.fetchone()[0] + 1


@pytest.mark.parametrize(
    "tamper",
    [
        "UPDATE wagtailcore_page SET go_live_at = go_live_at + interval '1 microsecond' WHERE go_live_at IS NOT NULL",
        "UPDATE wagtailcore_page SET search_description = search_description || ' ' WHERE go_live_at IS NOT NULL",
        "UPDATE wagtailcore_page SET expire_at = now() WHERE go_live_at IS NOT NULL",
        "UPDATE wagtailcore_page SET live = NOT live WHERE go_live_at IS NOT NULL",
        "UPDATE wagtailcore_page SET url_path = '' WHERE go_live_at IS NOT NULL",
    ],
    ids=["a microsecond", "a space", "not null", "a boolean", "an empty text"],
)
def test_a_row_that_was_tampered_with_is_found(source, moved, target, tamper):
    pages = next(table for table in moved_tables(target) if table.name == "wagtailcore_page")
    assert compare(source, target, pages).is_equal

    target.set_autocommit(False)
    target.cursor().execute(tamper)

    assert not compare(source, target, pages).is_equal
    target.rollback()


def test_a_changed_word_in_json_is_found(source, moved, target):
    revisions = next(table for table in moved_tables(target) if table.name == "wagtailcore_revision")
    target.set_autocommit(False)
    target.cursor().execute(
        "UPDATE wagtailcore_revision SET content = jsonb_set(content, '{b,0}', '2') WHERE content ? 'b'"
    )

    assert not compare(source, target, revisions).is_equal
    target.rollback()


def test_a_target_that_holds_data_is_refused(source, moved, target_url):
    with pytest.raises(CommandError, match=r"niet leeg \(rijen per tabel: (\w+: \d+(, )?){5}, en nog \d+ tabellen"):
        call_command("move_to_postgresql", target_url)


def test_a_move_that_is_broken_off_leaves_nothing(source, moved, target):
    def break_off():
        target.cursor().execute("DELETE FROM wagtailcore_revision")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        in_one_transaction(target, break_off)

    with target.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM wagtailcore_revision")
        assert cursor.fetchone()[0] > 0


@pytest.mark.parametrize(
    ("address", "words"),
    [
        pytest.param("sqlite:///elsewhere.sqlite3", "Het doel is sqlite", id="no PostgreSQL"),
        pytest.param("http://127.0.0.1/", "geen adres van een database", id="no database"),
        pytest.param("postgres://campagne@127.0.0.1:1/none", "niet te bereiken", id="nobody there"),
    ],
)
def test_what_is_no_reachable_postgresql_is_refused(source, address, words):
    with pytest.raises(CommandError, match=words):
        call_command("move_to_postgresql", address)


def test_a_database_of_something_else_is_refused(source, own_postgresql):
    with psycopg.connect(own_postgresql.address, autocommit=True) as server:
        server.execute("CREATE TABLE IF NOT EXISTS note (text varchar(20))")

    with pytest.raises(CommandError, match="van iets anders: note"):
        call_command("move_to_postgresql", own_postgresql.address)


def test_only_sqlite_is_moved(own_postgresql, django_db_blocker):
    with (
        django_db_blocker.unblock(),
        instead(own_postgresql.address),
        pytest.raises(CommandError, match="Alleen SQLite"),
    ):
        call_command("move_to_postgresql", own_postgresql.address)


def test_a_site_that_still_runs_is_refused(source, target_url):
    write_down(JOBS[0], timezone.now(), timedelta(0), "")

    with pytest.raises(CommandError, match="De site draait nog"):
        call_command("move_to_postgresql", target_url)

    JobRun.objects.all().delete()
