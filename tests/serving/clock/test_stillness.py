"""Standing still is judged by whoever looks."""

import pytest

from campagne.serving.clock.stillness import Stillness

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("looks", "seconds"),
    [
        pytest.param([("a", 5)], 0, id="the first look says nothing"),
        pytest.param([("a", 5), ("a", 9), ("a", 20)], 15, id="the same at every look"),
        pytest.param([("a", 5), ("b", 9), ("b", 20)], 11, id="changed in between"),
        pytest.param([("a", 5), ("b", 9), ("a", 20)], 0, id="back to what it was is a change too"),
        pytest.param([(None, 5), (None, 8)], 3, id="nothing stands still as well"),
    ],
)
def test_how_long_it_stood_still(looks, seconds):
    stillness = Stillness()

    assert [stillness.seconds(value, now) for value, now in looks][-1] == seconds
