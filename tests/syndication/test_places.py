"""Whatever feeds lead to is there: made at each change, and exported with them."""

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.utils import timezone

from campagne.incidents.course import Kind
from campagne.incidents.raising import Wanted, end, update
from campagne.incidents.showing.export import export
from campagne.incidents.telling import PATHS, of_messages, tell_everybody
from campagne.serving.models import Generation
from campagne.serving.store import running
from campagne.serving.store.front import Store
from campagne.serving.store.making import Maker

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def store(tmp_path, monkeypatch, settings):
    """The store of this process, in the transaction of the test."""
    for each in (request_started, request_finished):
        each.disconnect(close_old_connections)
    made = Store(Maker(get_wsgi_application(), "http"), tmp_path / "pages")
    monkeypatch.setattr(running, "_store", made)
    yield made
    for each in (request_started, request_finished):
        each.connect(close_old_connections)


def tell(store) -> set[str]:
    """Tell everybody, and say what is stored then."""
    store.watch.learn(Generation.objects.moment())
    tell_everybody()
    return {page.address.path for page in store.shelf.on_disk()}


def test_all_that_feeds_lead_to_is_made_with_them(store, officers):
    one, other = officers.raised(), officers.raised()

    stored = tell(store)

    assert stored == {*PATHS, *(f"/nu/cap/{incident.pk.hex}-1.xml" for incident in (one, other))}


def test_what_was_superseded_is_exported_no_more(store, officers, tmp_path):
    incident = officers.raised()
    tell(store)
    export(store, tmp_path / "srv")
    update(incident.pk, 1, Wanted("Elsloo", incident.ends_at), officers.first, timezone.now())
    tell(store)
    for page in [*store.shelf.on_disk()]:
        if page.address.path.endswith("-1.xml"):
            store.shelf.forget(page.address)

    export(store, tmp_path / "srv")

    messages = [file.name for file in (tmp_path / "srv/nu/cap").iterdir() if file.suffix == ".xml"]
    assert messages == [f"{incident.pk.hex}-2.xml"]


def test_of_what_is_over_nothing_more_is_made_in_advance(officers):
    incident = officers.raised()
    end(incident.pk, 1, Kind.ALL_CLEAR, officers.first, timezone.now())

    assert of_messages() == []
