"""What is kept of a page, and how large it is said to be."""

import pytest

from campagne.offline.listing import Kept, Listing, in_words

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("size", "words"),
    [
        pytest.param(0, "0 kB", id="nothing"),
        pytest.param(1, "10 kB", id="never less than it takes"),
        pytest.param(640_000, "640 kB", id="to the kilobyte"),
        pytest.param(640_001, "650 kB", id="rounded up"),
        pytest.param(999_999, "1000 kB", id="just below a megabyte"),
        pytest.param(1_000_000, "1,0 MB", id="a megabyte"),
        pytest.param(1_210_000, "1,3 MB", id="in tenths, with a comma"),
    ],
)
def test_a_size_is_told_in_words_and_never_too_small(size, words):
    assert in_words(size) == words


def test_the_size_is_that_of_all_there_is_and_the_contents_are_told_by_kind():
    listing = Listing(
        (
            *(Kept("/modules/a/", 1000), Kept("/nu/", 2000), Kept("/static/css/main.css", 3000)),
            *(Kept("/media/images/a.webp", 4000), Kept("/media/sounds/b.mp3", 5000)),
        )
    )

    assert listing.size == 15_000
    assert listing.contents == [(2, "schermen om te lezen"), (1, "beeld"), (1, "geluid")]


def test_of_what_there_is_none_nothing_is_said():
    assert Listing(()).contents == []
