import pytest
from django.db import DatabaseError
from django.utils import timezone

from campagne.serving.database import upsert
from campagne.serving.models import GivenOut
from campagne.serving.store import given_out
from campagne.serving.store.given_out import NO_PAGE, note, write_given_out

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_waits(db):
    write_given_out()
    GivenOut.objects.all().delete()


def counted() -> dict:
    return {row.path: (row.page_id, row.count) for row in GivenOut.objects.filter(day=timezone.localdate())}


def test_what_was_given_out_is_added_to_today():
    for _ in range(3):
        note("/melden/", 7)
    write_given_out()
    note("/melden/", 7)
    note("/privacy/", None)
    write_given_out()

    assert counted() == {"/melden/": (7, 4), "/privacy/": (NO_PAGE, 1)}


def test_a_page_counts_when_it_is_read_and_not_when_a_browser_only_prepares(reader, small_site):
    tag = reader.get("/").headers["etag"]
    reader.get("/", HTTP_IF_NONE_MATCH=tag)
    reader.get("/", REQUEST_METHOD="HEAD")
    reader.get("/", HTTP_SEC_PURPOSE="prefetch")
    reader.get("/", HTTP_PURPOSE="prefetch")
    write_given_out()

    assert counted() == {"/": (NO_PAGE, 2)}


def test_counts_that_cannot_be_written_wait_whole_and_are_not_doubled(monkeypatch):
    monkeypatch.setattr(upsert, "ROWS_PER_STATEMENT", 1)
    note("/a/", 7)
    given_out._waiting["/b/", 8] = -1  # No count is below zero, so the database refuses it.

    with pytest.raises(DatabaseError):
        write_given_out()
    given_out._waiting["/b/", 8] = 1
    write_given_out()

    assert counted() == {"/a/": (7, 1), "/b/": (8, 1)}


def test_files_for_robots_are_no_pages(reader, small_site):
    small_site.headers = [("Content-Type", "text/plain")]

    reader.get("/robots.txt")
    write_given_out()

    assert counted() == {}
