"""Publishing keeps its pace, and stops in time when it cannot."""

import time

import pytest

from campagne.measurement.benchmarks.publishing import PAGES_A_SECOND, publish_for

pytestmark = pytest.mark.once


def test_no_page_is_published_before_its_moment():
    moments, began = [], time.monotonic()

    assert publish_for(0.5, lambda: moments.append(time.monotonic())) == len(moments)
    assert all(moment - began >= number / PAGES_A_SECOND for number, moment in enumerate(moments))


def test_who_is_too_slow_stops_when_the_time_is_over():
    assert publish_for(0.2, lambda: time.sleep(0.3)) == 1
