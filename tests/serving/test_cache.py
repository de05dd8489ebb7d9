"""A shared cache that is away answers like an empty one, quickly, and says so once."""

import logging
import signal
import time

import pytest
from django.core.cache.backends.base import BaseCache

from campagne import backing
from campagne.serving import cache as spareable
from tests.redis_server import redis_server

pytestmark = pytest.mark.once
# Without a limit of our own it would be for ever; a busy machine takes its time for the rest.
MOST_SECONDS = 5


def open_cache(address: str) -> BaseCache:
    settings = backing.cache(address)
    return spareable.SpareableCache(settings["LOCATION"], {"OPTIONS": settings["OPTIONS"]})


@pytest.fixture
def server():
    with redis_server() as running:
        yield running


def assert_empty(cache):
    began = time.monotonic()
    assert cache.get("page", "nothing") == "nothing"
    assert cache.get_many(["page"]) == {}
    assert cache.add("page", 1) is True
    assert cache.set("page", 1) is None
    assert "page" not in cache
    assert cache.delete("page") is False
    assert cache.touch("page") is False
    assert cache.get_or_set("page", 7) == 7
    with pytest.raises(ValueError, match="page"):
        cache.incr("page")
    cache.set_many({"page": 1})
    cache.delete_many(["page"])
    cache.clear()
    return time.monotonic() - began


def test_what_one_process_sets_another_reads(server):
    one, other = open_cache(server.address), open_cache(server.address)

    one.set_many({"page": {"ë": 1}, "number": 1})
    one.incr("number")

    assert (other.get("page"), other.get("number"), other.incr("number")) == ({"ë": 1}, 2, 3)
    assert one.add("page", 2) is False
    assert one.get_many(["page", "none"]) == {"page": {"ë": 1}}
    with pytest.raises(ValueError, match="none"):
        one.incr("none")


def test_a_cache_that_was_stopped_is_empty_and_works_again_when_it_is_back(server):
    cache = open_cache(server.address)
    cache.set("page", 1)

    server.process.kill()
    server.process.wait(timeout=10)
    seconds = assert_empty(cache)

    assert seconds < MOST_SECONDS
    with redis_server(port=int(server.address.split(":")[2].split("/")[0])):
        cache.set("page", 2)
        assert cache.get("page") == 2


def test_a_silent_cache_is_given_up_in_time(server):
    cache = open_cache(server.address)
    cache.set("page", 1)

    server.process.send_signal(signal.SIGSTOP)
    began = time.monotonic()
    found = cache.get("page", "nothing")
    seconds = time.monotonic() - began
    server.process.send_signal(signal.SIGCONT)

    assert (found, seconds < MOST_SECONDS) == ("nothing", True)


def test_an_outage_of_the_cache_is_one_line_in_the_log(server, caplog, monkeypatch):
    cache = open_cache(server.address)
    server.process.kill()
    server.process.wait(timeout=10)
    fresh = spareable.SometimesLogged(logging.getLogger("campagne.serving.cache"), "the cache fails", 60)
    monkeypatch.setattr(spareable, "_log", fresh)

    with caplog.at_level(logging.WARNING):
        for _ in range(20):
            cache.get("page")

    assert [record.name for record in caplog.records] == ["campagne.serving.cache"]
