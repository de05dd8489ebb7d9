"""What was used last is kept, and no more than fits."""

import pytest

from campagne.content.coaching.remembered import Remembered

pytestmark = pytest.mark.once


def test_what_was_used_longest_ago_goes_first():
    kept: Remembered[str] = Remembered(2)
    kept.put("a", "A")
    kept.put("b", "B")
    kept.get("a")
    kept.put("c", "C")

    assert [kept.get(key) for key in "abc"] == ["A", None, "C"]


def test_what_was_never_put_is_not_there():
    assert Remembered(2).get("a") is None
