"""A small region in a database of its own, in this process, to look at with a client; gone afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import override_settings, setup_databases, teardown_databases
from wagtail.models import Page

from campagne.content.models import ArticleIndexPage, ArticlePage


@contextmanager
def founded_region() -> Iterator[Client]:
    """Found a region and give a client that is logged in as its administrator."""
    call_command("collectstatic", interactive=False, verbosity=0)
    # Whoever measures has a password and no second factor.
    with TemporaryDirectory(prefix="benchmark-") as folder, override_settings(SECOND_FACTOR="offered"):
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = str(Path(folder) / "benchmark.sqlite3")
        made = setup_databases(verbosity=0, interactive=False)
        try:
            options = {"name": "Meetstreek", "municipality": ["Meetdorp"], "email": "beheer@meetdorp.example"}
            call_command("new_region", administrator="beheerder", stdout=StringIO(), **options)
            client = Client(headers={"host": "localhost"})
            client.force_login(get_user_model().objects.get(username="beheerder"))
            yield client
        finally:
            teardown_databases(made, verbosity=0)


def write_articles(count: int, *, reviewed_on: date) -> list[int]:
    """Add so many live articles of the region; return their ids."""
    index = ArticleIndexPage.objects.get(municipality=None)
    first = index.numchild
    for number in range(first, first + count):
        title = f"Artikel {number}"
        index.add_child(instance=ArticlePage(title=title, summary="Kort.", reviewed_on=reviewed_on))
    return list(Page.objects.child_of(index).order_by("-path").values_list("pk", flat=True)[:count])
