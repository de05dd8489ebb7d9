"""An installation on SQLite with values that are easily spoiled, and the PostgreSQL it was moved to."""

from datetime import UTC, datetime
from io import StringIO

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection

from tests.founded import bring_the_founded_region
from tests.serving.conftest import instead

ODD = "één ‘twee’ 🐟 \\N \\t \t tab\nregel, \"aanhaling\" 'en' \u00ad\u200b 漢字 " + "lang " * 5000
BEFORE_SUMMER_TIME = datetime(2027, 3, 28, 0, 59, 59, 123456, tzinfo=UTC)


@pytest.fixture(scope="session")
def target_url(own_postgresql):
    with psycopg.connect(own_postgresql.address, autocommit=True) as server:
        server.execute("CREATE DATABASE moved")
    return own_postgresql.address.replace("/postgres", "/moved")


@pytest.fixture(scope="session")
def source_url(tmp_path_factory, django_db_setup, django_db_blocker):
    """A founded region on an SQLite file of its own."""
    file = tmp_path_factory.mktemp("moving") / "source.sqlite3"
    with django_db_blocker.unblock():
        connection.cursor().execute("VACUUM INTO %s", [str(file)])
        connection.close()
        with instead(f"sqlite:///{file}"):
            bring_the_founded_region()
            fill_with_odd_values()
    return f"sqlite:///{file}"


def fill_with_odd_values():
    from django.contrib.auth import get_user_model
    from wagtail.models import ModelLogEntry, Page, Revision

    user = get_user_model().objects.create_user("odd", password="x" * 20, first_name="Zoë", last_login=None)
    page = Page.objects.order_by("-pk").first()
    Page.objects.filter(pk=page.pk).update(search_description=ODD, go_live_at=BEFORE_SUMMER_TIME)
    content = {"b": [1, 1.50, 1e2, None, True, ODD], "a": {"ë": ""}}
    Revision.objects.create(
        content_object=page, object_str=ODD, content=content, created_at=datetime.now(UTC), user=user
    )
    ModelLogEntry.objects.log_action(user, "wagtail.edit", data={"fields": [ODD]})


@pytest.fixture(scope="session")
def moved(source_url, target_url, django_db_blocker):
    """Move it; give what the command said."""
    said = StringIO()
    with django_db_blocker.unblock(), instead(source_url):
        call_command("move_to_postgresql", target_url, stdout=said)
    return said.getvalue()


@pytest.fixture
def source(source_url, django_db_blocker):
    with django_db_blocker.unblock(), instead(source_url) as opened:
        yield opened
