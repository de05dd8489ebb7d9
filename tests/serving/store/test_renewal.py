import pytest

from campagne.serving.store.address import Address
from campagne.serving.store.front import Store
from campagne.serving.store.generation import Moment
from campagne.serving.store.renewal import (
    SECONDS_AFTER_A_FAILURE,
    SECONDS_OF_PATIENCE,
    SECONDS_OF_PATIENCE_WITH_WORK,
    Renewal,
)
from tests.serving.store.conftest import HOST

pytestmark = pytest.mark.once
FRONT, MELDEN = Address(HOST, "/"), Address(HOST, "/melden/")
NOW = 1000.0


@pytest.fixture
def renewal(store):
    return Renewal(store, now=lambda: NOW)


def change(store):
    store.watch.learn(Moment(store.watch.moment.number + 1, 0))


def test_what_the_clock_of_the_machine_made_meanwhile_is_taken_over(store, small_site, tmp_path, renewal):
    store.make(FRONT)
    change(store)
    renewal.ask(FRONT)
    beside = Store(store.maker, tmp_path)
    beside.make(FRONT)

    assert renewal.renew_what_was_asked(NOW)

    assert small_site.asked == 2
    assert store.shelf.pages[FRONT].as_plain[1].startswith(b"nummer 2")
    assert renewal.waiting == []


def test_what_stays_old_is_made_here_the_popular_ones_first(store, small_site, renewal):
    for address in (FRONT, MELDEN):
        store.make(address)
        renewal.ask(address)
    store.shelf.pages[MELDEN].asked = 9
    change(store)

    renewal.renew_what_was_asked(NOW + SECONDS_OF_PATIENCE / 2)
    assert small_site.asked == 2
    renewal.renew_what_was_asked(NOW + SECONDS_OF_PATIENCE)

    assert store.shelf.pages[MELDEN].as_plain[1].startswith(b"nummer 3")
    assert store.shelf.pages[FRONT].as_plain[1].startswith(b"nummer 4")


def test_while_the_site_fails_the_old_page_stays_and_is_tried_again(store, small_site, renewal):
    store.make(FRONT)
    change(store)
    renewal.ask(FRONT)
    small_site.fails = True

    assert not renewal.renew_what_was_asked(NOW + SECONDS_OF_PATIENCE)

    assert store.shelf.pages[FRONT].as_plain[1].startswith(b"nummer 1")
    assert renewal.waiting == [FRONT]


def test_one_page_that_breaks_does_not_keep_the_others_old(store, small_site, renewal):
    for address in (FRONT, MELDEN):
        store.make(address)
        renewal.ask(address)
    store.shelf.pages[FRONT].asked = 9
    change(store)
    small_site.broken_path = FRONT.path
    now = NOW + SECONDS_OF_PATIENCE

    assert not renewal.renew_what_was_asked(now)
    assert renewal.renew_what_was_asked(now + SECONDS_AFTER_A_FAILURE)

    assert store.shelf.pages[MELDEN].generation == store.watch.moment.number
    assert renewal.waiting == [FRONT]


def test_an_editor_goes_on_when_the_page_is_made(store, small_site, renewal):
    store.make(FRONT)
    change(store)

    renewal.make_now([FRONT])

    assert store.shelf.pages[FRONT].as_plain[1].startswith(b"nummer 2")


def test_as_long_as_the_clock_is_at_work_it_is_left_to_it(store, small_site, tmp_path, renewal):
    store.make(FRONT)
    change(store)
    renewal.ask(FRONT)
    Store(store.maker, tmp_path).make(FRONT)
    change(store)

    for seconds in (0, SECONDS_OF_PATIENCE, SECONDS_OF_PATIENCE_WITH_WORK - 1):
        renewal.renew_what_was_asked(NOW + seconds)
    assert small_site.asked == 2
    assert store.shelf.pages[FRONT].as_plain[1].startswith(b"nummer 2")

    renewal.renew_what_was_asked(NOW + SECONDS_OF_PATIENCE_WITH_WORK)
    assert small_site.asked == 3
    assert renewal.waiting == []
