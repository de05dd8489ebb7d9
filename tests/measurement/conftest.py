"""A published page, a place to report, and a browser that tells what every browser tells."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.db import connection
from django.utils.timezone import localdate
from wagtail.models import Page

from campagne.contacts.models import ReportChannel
from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.measurement.models import Entrance
from campagne.measurement.promise import TABLES
from campagne.measurement.stamp import stamp_for
from campagne.measurement.writer import Arrival, insert

NOON = datetime(2027, 3, 10, 11, tzinfo=UTC)
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
BROWSER = {"user-agent": FIREFOX, "accept-language": "nl-NL,nl;q=0.8", "origin": "http://testserver"}


@pytest.fixture
def page(home, publish):
    index = ArticleIndexPage.objects.child_of(home).get()
    return publish(index, ArticlePage(title="Hoi mam", summary="Een appje van een onbekend nummer."))


def an_entrance(code="bieb-stein", page=None, municipality=None, **more):
    """A way in: `an_entrance("markt", page, stein, placed_until=day)`; without a page it leads to one that is there."""
    told = {"place": f"plek {code}", "placed_from": date(2027, 1, 1), "municipality": municipality, **more}
    entrance = Entrance(code=code, page=page or Page.objects.order_by("depth").last(), **told)
    entrance.full_clean()
    entrance.save()
    return entrance


@pytest.fixture
def bank(db):
    return ReportChannel.objects.create(name="Uw bank", slug="bank", code="bank", phone="0900-1", purpose="Bellen.")


def told_about(page, kind="view", nonce="k3v9k3v9k3v9", step=0, **more):
    """What the tracker of this page sends."""
    revision = page.live_revision_id or 0
    return {
        "kind": kind,
        "page": page.pk,
        "revision": revision,
        "step": step,
        "stamp": stamp_for(page.pk, revision, step),
        "nonce": nonce,
        "entry": True,
        "after": 0,
        **more,
    }


@pytest.fixture
def send(client):
    """Send a beacon as a browser does: `send(told_about(page))`."""

    def post(message, **headers):
        body = message if isinstance(message, bytes) else json.dumps(message).encode()
        return client.post("/m", body, content_type="text/plain", headers={**BROWSER, **headers})

    return post


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """Real transactions, which other threads see. Only the tables of counting are written, and emptied afterwards."""
    with django_db_blocker.unblock():
        yield
        for label in TABLES:
            if label.startswith("measurement."):
                apps.get_model(label).objects.all().delete()
        connection.close()


def arrival(number=0, kind="view", at=NOON, page_id=7, revision_id=1, **more):
    """One event in the inbox; each `number` is a view of its own."""
    fields = {"is_entry": kind == "view", "day": localdate(at), "step": 0, "act": "", "subject": "", **more}
    once = "|".join(part for part in (f"view{number}", kind, fields["act"], fields["subject"]) if part)
    return Arrival(once=once, kind=kind, page_id=page_id, revision_id=revision_id, received_at=at, **fields)


def put(*arrivals):
    """Store them as the writer does; return how many were new."""
    return len(insert(arrivals))


def in_threads(*works):
    """Run each in a thread of its own, with a connection of its own; raise what one of them raised."""

    def run(work):
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return [done.result() for done in [pool.submit(run, work) for work in works]]
