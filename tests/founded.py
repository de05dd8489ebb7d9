"""A founded region kept beside the tables, so that a test gets it by copying rows instead of founding again.

Founding takes about a second, copying a few hundredths. Works inside a test's own transaction, because every
foreign key is checked at its end; and after a transactional test, which empties all tables.
"""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model
from wagtail.models import Locale, Site

NAME, MUNICIPALITIES = "Teststreek", ["Stein", "Beek"]
AS_MIGRATED, AS_FOUNDED = "as_migrated", "as_founded"


def keep_a_founded_region() -> None:
    """Found a region once, put its rows aside, and leave the tables as migrations made them."""
    from home.region import found_region

    with transaction.atomic():
        _put_aside(AS_MIGRATED)
        found_region(NAME, MUNICIPALITIES)
        _put_aside(AS_FOUNDED)
        _put_back(AS_MIGRATED)


def bring_the_founded_region() -> None:
    """Fill the tables with the region that was put aside."""
    with transaction.atomic():
        _put_back(AS_FOUNDED)


def _put_aside(state: str) -> None:
    with connection.cursor() as cursor:
        for table in _tables():
            cursor.execute(f'DROP TABLE IF EXISTS "{state}_{table}"')
            cursor.execute(f'CREATE TABLE "{state}_{table}" AS SELECT * FROM "{table}"')


def _put_back(state: str) -> None:
    with connection.cursor() as cursor:
        for table in _tables():
            cursor.execute(f'DELETE FROM "{table}"')
            cursor.execute(f'INSERT INTO "{table}" SELECT * FROM "{state}_{table}"')
        for statement in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(statement)
    for manager in (ContentType.objects, Site, Locale):
        getattr(manager, "clear_cache", lambda: None)()
    Site.clear_site_root_paths_cache()


def _models() -> list[type[Model]]:
    return [
        model for model in apps.get_models(include_auto_created=True) if model._meta.managed and not model._meta.proxy
    ]


def _tables() -> list[str]:
    return [model._meta.db_table for model in _models()]
