"""A database that is older than the code is recognised by one query."""

from django.db.migrations.recorder import MigrationRecorder

from campagne.serving.database.migrated import missing_migrations


def test_a_database_with_every_change_misses_nothing(db, django_assert_max_num_queries):
    missing_migrations()

    # On SQLite and PostgreSQL alike: does the table exist, and what stands in it?
    with django_assert_max_num_queries(2):
        assert missing_migrations() == []


def test_a_change_that_was_not_applied_is_named(db):
    last = MigrationRecorder.Migration.objects.filter(app="serving").order_by("name").last()
    last.delete()

    assert missing_migrations() == [f"serving.{last.name}"]
