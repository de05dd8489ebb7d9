"""New code gets its database, or everything is as it was; nobody writes meanwhile."""

from pathlib import Path
from threading import Event, Thread

import pytest
from django.conf import settings
from django.db import Error, connection
from django.utils import timezone

from campagne.serving.backup.databases import postgresql, sqlite
from campagne.serving.backup.refused import Refused
from campagne.serving.backup.upgrading import taken_back, upgrade, upgrade_postgresql, upgrade_sqlite
from campagne.serving.database.outage import is_outage
from campagne.serving.database.sqlite.fence import fenced
from campagne.serving.readiness import examined
from tests.running_site import RunningSite
from tests.serving.backup.test_making import AT, silent
from tests.serving.conftest import instead

WAYS = {"sqlite": upgrade_sqlite, "postgresql": upgrade_postgresql}
LAST_TWO = "app = 'serving' AND name >= '0004'"
DONE = f"SELECT count(*) FROM django_migrations WHERE {LAST_TWO}"


def one(question: str):
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def write() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE serving_generation SET number = number + 1")


def test_an_upgrade_ends_well_and_says_what_it_did(inside, installation, tmp_path):
    site = RunningSite("", installation.environment)
    site.manage("migrate", "serving", "0005", "--verbosity", "0")

    said = site.manage("upgrade", "--to", str(tmp_path / "backups"))

    assert "Proef geslaagd" in said
    assert "s geweigerd; lezen ging door." in said
    assert "Klaar: de database is bij en de site werkt." in said
    assert list((tmp_path / "backups").glob("backup-*.tar.gz"))
    assert one("SELECT count(*) FROM serving_disturbance") == 0
    write()


def test_where_nothing_changes_everybody_writes_on(inside, installation, tmp_path):
    said = RunningSite("", installation.environment).manage("upgrade", "--to", str(tmp_path / "backups"))

    assert "Proef geslaagd" in said
    assert "geweigerd" not in said


def test_after_an_upgrade_that_was_killed_running_it_again_lets_everybody_write(inside, installation, tmp_path):
    if inside.vendor != "postgresql":
        pytest.skip("on SQLite the fence goes with its process")
    with inside.cursor() as cursor:
        cursor.execute(f'ALTER DATABASE "{inside.settings_dict["NAME"]}" SET default_transaction_read_only = on')
    inside.close()
    assert "alleen lezen" in " ".join(examined(timezone.now()).warnings)
    inside.close()

    said = RunningSite("", installation.environment).manage("upgrade", "--to", str(tmp_path / "backups"))

    assert "afgebroken" in said
    inside.close()
    write()
    assert "alleen lezen" not in " ".join(examined(timezone.now()).warnings)


@pytest.fixture
def undone(inside):
    """A database in which changes were made and not written down: making them again fails."""
    with inside.cursor() as cursor:
        cursor.execute(f"CREATE TABLE kept_aside AS SELECT * FROM django_migrations WHERE {LAST_TWO}")
        cursor.execute(f"DELETE FROM django_migrations WHERE {LAST_TWO}")
    yield
    with inside.cursor() as cursor:
        cursor.execute("INSERT INTO django_migrations SELECT * FROM kept_aside")
        cursor.execute("DROP TABLE kept_aside")


def test_a_migration_that_fails_leaves_the_database_as_it_was(inside, undone, tmp_path):
    number, pages = one("SELECT number FROM serving_generation"), one("SELECT count(*) FROM wagtailcore_page")
    address = dict(inside.settings_dict)
    inside.close()

    with pytest.raises(Refused, match=r"migrate.*mislukte.*Zet de vorige code terug"):
        WAYS[inside.vendor](address, tmp_path, silent)

    assert one("SELECT count(*) FROM wagtailcore_page") == pages
    assert one("SELECT number FROM serving_generation") == number
    assert one(DONE) == 0
    write()
    assert one("SELECT number FROM serving_generation") == number + 1


@pytest.mark.skipif("sqlite" in settings.DATABASES["default"]["ENGINE"], reason="SQLite works before it is changed")
def test_what_fails_after_the_change_brings_back_what_was_there(inside, tmp_path):
    address, before = dict(inside.settings_dict), tmp_path / "before.dump"
    pages, rows = one("SELECT count(*) FROM wagtailcore_page"), postgresql.dump(address, before).rows

    def spoil():
        with taken_back(before, address, rows, silent):
            with inside.cursor() as cursor:
                cursor.execute("DROP TABLE wagtailcore_page CASCADE")
            inside.close()
            raise Refused("stuk")

    with pytest.raises(Refused, match=r"stuk De database is weer als daarvoor"):
        spoil()
    assert one("SELECT count(*) FROM wagtailcore_page") == pages


def test_who_writes_meanwhile_is_refused_and_who_reads_is_not(inside, installation, django_db_blocker):
    kinds = {"sqlite": lambda: fenced(inside.settings_dict["NAME"]), "postgresql": read_only_for(inside)}
    refused, asked = [], Event()

    def try_it():
        with django_db_blocker.unblock(), instead(installation.address):
            assert one("SELECT count(*) FROM wagtailcore_page") > 0
            try:
                write()
            except Error as error:
                refused.append(error)
            asked.set()

    with kinds[inside.vendor]():
        Thread(target=try_it).start()
        assert asked.wait(10)

    assert len(refused) == 1
    assert is_outage(refused[0])
    inside.close()
    write()


def read_only_for(inside):
    address = dict(inside.settings_dict)
    return lambda: postgresql.read_only(address)


@pytest.mark.once
def test_a_fence_of_a_process_that_was_killed_stops_nobody(inside):
    fence = f"{inside.settings_dict['NAME']}-upgrade"
    with open(fence, "w"):
        write()


@pytest.mark.once
def test_two_upgrades_at_a_time_is_one_too_many(inside, shelf):
    class Second:
        """Begins as soon as the first says something."""

        def tell(self, words):
            with pytest.raises(Refused, match="loopt al een upgrade"):
                upgrade(shelf, AT, silent)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        upgrade(shelf, AT, Second().tell)

    assert shelf.backups() == []


@pytest.mark.once
def test_what_is_in_the_journal_goes_into_the_file(inside):
    write()
    live = Path(inside.settings_dict["NAME"])

    sqlite.settle(live)

    assert Path(f"{live}-wal").stat().st_size == 0
    assert one("SELECT count(*) FROM serving_generation") == 1


@pytest.mark.once
def test_a_copy_takes_the_place_of_what_others_read(inside, tmp_path, installation):
    live, copy = Path(inside.settings_dict["NAME"]), tmp_path / "copy.sqlite3"
    sqlite.duplicate(live, copy)
    with sqlite.opened(copy, is_read_only=False) as changed:
        changed.execute("CREATE TABLE came_with_it (number integer)")

    with sqlite.opened(live, is_read_only=False) as held:
        held.execute("BEGIN IMMEDIATE")
        sqlite.replace(held, live, copy, 20)

    assert one("SELECT count(*) FROM came_with_it") == 0
    with inside.cursor() as cursor:
        cursor.execute("DROP TABLE came_with_it")


@pytest.mark.once
def test_a_copy_does_not_take_the_place_of_what_somebody_changed(inside, tmp_path):
    live, copy = Path(inside.settings_dict["NAME"]), tmp_path / "copy.sqlite3"
    number = one("SELECT number FROM serving_generation")
    sqlite.duplicate(live, copy)

    class Hasty:
        """Lets somebody else write at the worst moment."""

        def execute(self, statement):
            write()

    with pytest.raises(Refused, match="laatste moment"):
        sqlite.replace(Hasty(), live, copy, 20)

    assert one("SELECT number FROM serving_generation") == number + 1
