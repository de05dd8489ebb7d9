"""The running site takes what scanners and broken machines send: never a fault of ours, and it goes on."""

import urllib.request
from collections import Counter
from itertools import islice
from urllib.parse import urlsplit

import pytest

from campagne.measurement.benchmarks.bad_requests import KINDS, bad_requests
from campagne.measurement.benchmarks.barrage import fire

pytestmark = pytest.mark.once
SEED, REQUESTS = 20_261_125, 1_500


def test_broken_requests_are_answered_without_a_fault_of_ours(site):
    where = urlsplit(site.url)

    tally = fire("127.0.0.1", where.port, islice(bad_requests(SEED, where.netloc), REQUESTS))

    assert [(status, request.kind, request.raw[:200]) for status, request in tally.faults] == []
    assert sum(tally.statuses.values()) == REQUESTS
    assert tally.statuses[0] < REQUESTS / 20, "too many lines were closed without an answer"
    assert urllib.request.urlopen(f"{site.url}/-/live", timeout=20).status == 200


def test_a_seed_gives_the_same_requests_of_every_kind():
    once, again = (list(islice(bad_requests(SEED), REQUESTS)) for _ in range(2))

    assert once == again
    assert len(Counter(request.kind for request in once)) == len(KINDS)
