"""A published page, a place to report, and a browser that tells what every browser tells."""

import json
from datetime import UTC, datetime

import pytest

from campagne.contacts.models import ReportChannel
from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.measurement.stamp import stamp_for

NOON = datetime(2027, 3, 10, 11, tzinfo=UTC)
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
BROWSER = {"user-agent": FIREFOX, "accept-language": "nl-NL,nl;q=0.8", "origin": "http://testserver"}


@pytest.fixture
def page(home, publish):
    index = ArticleIndexPage.objects.child_of(home).get()
    return publish(index, ArticlePage(title="Hoi mam", summary="Een appje van een onbekend nummer."))


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
