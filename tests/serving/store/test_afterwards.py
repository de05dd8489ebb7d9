"""A page that ends and has something to say afterwards: both stand in one file, so it ends without the site too."""

from datetime import UTC, datetime

import pytest
from django.test import RequestFactory

from campagne.serving.store.address import Address
from campagne.serving.store.as_of import holds_until, moment_of
from campagne.serving.store.front import PagesFirst, Store
from campagne.serving.store.generation import Moment
from campagne.serving.store.making import Maker
from campagne.serving.store.page import AS_OF, HAS_AFTERWARDS, VALID_UNTIL, Unreadable, from_bytes
from tests.serving.store.conftest import HOST, Reader

pytestmark = pytest.mark.once
FRONT = Address(HOST, "/")
LONG_AGO, FAR_AWAY = 1_000_000_000, 5_000_000_000


class EndingSite:
    """A site that says until when it holds: of ends that follow one upon another it tells the first still to come."""

    def __init__(self, *ends: float) -> None:
        self.ends, self.has_afterwards = list(ends), True
        self.fails = self.fails_afterwards = False

    def __call__(self, environ, start):
        if self.fails or (self.fails_afterwards and AS_OF in environ):
            start("503 Service Unavailable", [("Content-Type", "text/html")])
            return [b"kapot"]
        at = environ.get(AS_OF, 0)
        if left := [end for end in self.ends if end > at]:
            environ[VALID_UNTIL], environ[HAS_AFTERWARDS] = left[0], self.has_afterwards
        start("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [f"nog {len(left)}".encode()]


def reader_of(site, folder) -> Reader:
    store = Store(Maker(site, "http"), folder)
    reader = Reader(PagesFirst(site, store, lambda address: reader.asked_again.append(address), {HOST}))
    reader.store, reader.asked_again = store, []
    return reader


@pytest.mark.parametrize(
    ("ends", "text"),
    [
        pytest.param([FAR_AWAY], "nog 1", id="still to come"),
        pytest.param([LONG_AGO], "nog 0", id="ended"),
        pytest.param([LONG_AGO, LONG_AGO + 1, FAR_AWAY], "nog 1", id="two of three ended"),
    ],
)
def test_what_comes_afterwards_takes_its_place_while_the_site_fails(tmp_path, ends, text):
    site = EndingSite(*ends)
    reader_of(site, tmp_path).get("/")
    site.fails = True

    after_a_new_start = reader_of(site, tmp_path)

    assert (after_a_new_start.get("/").text, after_a_new_start.get("/").status) == (text, 200)
    assert (after_a_new_start.asked_again != []) == (ends[0] == LONG_AGO)


def test_a_site_that_fails_halfway_leaves_the_page_that_can_end(tmp_path):
    site = EndingSite(FAR_AWAY)
    reader = reader_of(site, tmp_path)
    whole = reader.store.make(FRONT)
    reader.store.watch.learn(Moment(2, 0))
    site.fails_afterwards = True

    assert reader.store.make(FRONT) is whole


def test_a_page_that_simply_ends_has_nothing_afterwards(tmp_path):
    site = EndingSite(LONG_AGO)
    site.has_afterwards = False
    reader = reader_of(site, tmp_path)
    reader.get("/")
    site.fails = True

    assert reader.get("/").status == 503


def test_what_was_withdrawn_has_no_afterwards_either(tmp_path):
    site = EndingSite(LONG_AGO)
    reader = reader_of(site, tmp_path)
    reader.get("/")
    reader.store.watch.learn(Moment(2, 2))
    site.fails = True

    assert reader.get("/").status == 503


def test_both_come_back_from_disk_and_half_a_file_is_none(tmp_path):
    made = reader_of(EndingSite(LONG_AGO, FAR_AWAY), tmp_path).store.make(FRONT)

    again = from_bytes(made.to_bytes())

    assert (again, again.afterwards.valid_until) == (made, FAR_AWAY)
    assert again.standing(LONG_AGO - 1) == made
    assert again.standing(FAR_AWAY).as_plain[1] == b"nog 0"
    with pytest.raises(Unreadable):
        from_bytes(made.to_bytes()[:-5])


def test_a_page_is_asked_as_of_its_end_and_the_earliest_end_counts():
    request = RequestFactory().get("/")
    request.environ[AS_OF] = float(LONG_AGO)

    for seconds in (FAR_AWAY, LONG_AGO, FAR_AWAY):
        holds_until(request, datetime.fromtimestamp(seconds, UTC))

    assert moment_of(request) == datetime.fromtimestamp(LONG_AGO, UTC)
    assert request.environ[VALID_UNTIL] == LONG_AGO


def test_a_page_that_is_gone_before_has_nothing_to_say_afterwards():
    request = RequestFactory().get("/")
    request.environ[VALID_UNTIL] = LONG_AGO

    holds_until(request, datetime.fromtimestamp(FAR_AWAY, UTC))

    assert request.environ.get(HAS_AFTERWARDS) is None
