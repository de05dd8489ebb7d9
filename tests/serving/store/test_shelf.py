import os
import time

import pytest

from campagne.serving.store.address import Address
from campagne.serving.store.page import Answer
from campagne.serving.store.shelf import Shelf

pytestmark = pytest.mark.once


def page(path="/", generation=1, body=b"inhoud", query="", made_at=0.0):
    answer = Answer("200 OK", [("Content-Type", "text/html")], body)
    return answer.stored_as(Address("h", path, query), generation, made_at)


def test_another_process_finds_what_was_put(tmp_path):
    Shelf(tmp_path).put(page("/melden/"))

    assert Shelf(tmp_path).fetch(Address("h", "/melden/")) == page("/melden/")


@pytest.mark.parametrize(
    "newer",
    [
        pytest.param({"generation": 2}, id="after a change"),
        pytest.param({"made_at": 900.0}, id="made again because it grew old"),
    ],
)
def test_the_newest_copy_wins(tmp_path, newer):
    mine, other = Shelf(tmp_path), Shelf(tmp_path)
    mine.put(page())
    other.put(page(body=b"nieuw", **newer))

    assert mine.fetch(Address("h", "/")).as_plain[1] == b"nieuw"
    assert other.fetch(Address("h", "/")).as_plain[1] == b"nieuw"


def test_an_older_copy_that_was_ready_later_replaces_nothing(tmp_path):
    mine, other = Shelf(tmp_path), Shelf(tmp_path)
    mine.put(page(generation=2, body=b"nieuw"))
    other.put(page(generation=1))

    assert Shelf(tmp_path).fetch(Address("h", "/")).as_plain[1] == b"nieuw"


def test_what_was_forgotten_is_gone_from_disk_too(tmp_path):
    shelf = Shelf(tmp_path)
    shelf.put(page())

    shelf.forget(Address("h", "/"))

    assert shelf.pages == {}
    assert Shelf(tmp_path).fetch(Address("h", "/")) is None


def test_memory_is_bounded_and_keeps_what_is_asked_for(tmp_path):
    shelf = Shelf(tmp_path, most_bytes=50_000)
    popular = page("/veel/")
    shelf.put(popular)
    for number in range(100):
        popular.last_asked = number + 1
        shelf.put(page(f"/{number}/"))

    assert sum(kept.size for kept in shelf.pages.values()) <= 50_000
    assert Address("h", "/veel/") in shelf.pages
    assert Address("h", "/0/") not in shelf.pages


def test_screens_of_a_list_take_no_disk(tmp_path):
    Shelf(tmp_path).put(page(query="pagina=2"))

    assert list(tmp_path.glob("*/*")) == []


def test_garbage_on_disk_is_no_page(tmp_path):
    shelf = Shelf(tmp_path)
    shelf.put(page())
    [file] = tmp_path.glob("*/*.page")
    file.write_bytes(b"garbage" * 1000)

    assert Shelf(tmp_path).fetch(Address("h", "/")) is None


def test_a_disk_that_refuses_costs_only_the_copy(tmp_path):
    folder = tmp_path / "pages"
    shelf = Shelf(folder)
    folder.write_text("a file stands where the folder should be")

    shelf.put(page())

    assert shelf.pages[Address("h", "/")] == page()


def test_what_was_left_half_written_is_cleared_away_and_what_is_being_written_is_not(tmp_path):
    shelf = Shelf(tmp_path)
    shelf.put(page())
    [file] = tmp_path.glob("*/*.page")
    left, busy = file.with_suffix(".1.new"), file.with_suffix(".2.new")
    for half in (left, busy):
        half.write_bytes(b"half")
    os.utime(left, (0, 0))

    shelf.tidy(time.time())

    assert sorted(tmp_path.glob("*/*")) == sorted([file, busy])
