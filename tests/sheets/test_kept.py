import os
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from campagne.sheets.kept import MOST_WAITING, Busy, Kept, key_of

pytestmark = pytest.mark.once


def test_what_was_made_is_not_made_again(tmp_path):
    kept, made = Kept(tmp_path / "printed"), []

    def make() -> bytes:
        made.append(1)
        return b"%PDF"

    assert [kept.get("a", make), kept.get("a", make), Kept(tmp_path / "printed").get("a", make)] == [b"%PDF"] * 3
    assert len(made) == 1


def test_two_who_ask_at_once_wait_for_the_same(tmp_path):
    kept, made, began = Kept(tmp_path), [], Event()

    def make() -> bytes:
        made.append(1)
        began.set()
        return b"%PDF"

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda _: kept.get("a", make), range(2)))

    assert (answers, len(made)) == ([b"%PDF"] * 2, 1)


def test_who_waits_too_long_hears_that_it_is_busy(tmp_path):
    first, second = Kept(tmp_path), Kept(tmp_path, seconds_to_wait=0)

    def make() -> bytes:
        with pytest.raises(Busy):
            second.get("b", bytes)
        return b"%PDF"

    assert first.get("a", make) == b"%PDF"
    assert second.get("b", lambda: b"later") == b"later"


def test_few_wait_at_a_time(tmp_path):
    kept = Kept(tmp_path)
    for _ in range(MOST_WAITING):
        kept._waiting.acquire()

    with pytest.raises(Busy):
        kept.get("a", bytes)


def test_a_failure_keeps_nothing_and_lets_the_next_try(tmp_path):
    kept = Kept(tmp_path)

    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: bytes(1 // 0))

    assert kept.find("a") is None
    assert kept.get("a", lambda: b"made") == b"made"


def test_what_nobody_asked_for_longest_makes_room(tmp_path):
    kept = Kept(tmp_path, most_bytes=100)
    for age, key in enumerate("abc"):
        kept.get(key, lambda: b"x" * 30)
        os.utime(tmp_path / key, (1000 + age, 1000 + age))
    kept.find("a")

    kept.get("d", lambda: b"x" * 30)

    assert [key for key in "abcd" if kept.find(key)] == ["a", "d"]


def test_a_key_differs_as_soon_as_one_text_does():
    keys = {key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("ab", "d")}

    assert len(keys) == 4
    assert key_of("ab", "c") in keys
