from datetime import timedelta

import pytest

from campagne.incidents.durations import in_words, left_in_words

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(seconds=1), "1 seconde"),
        (timedelta(seconds=-5), "0 seconden"),
        (timedelta(seconds=61), "1 minuut en 1 seconde"),
        (timedelta(minutes=42, seconds=10), "42 minuten"),
        (timedelta(hours=2, minutes=5), "2 uur en 5 minuten"),
        (timedelta(days=1, hours=3), "1 dag en 3 uur"),
        (timedelta(days=2), "2 dagen"),
    ],
)
def test_a_length_is_told_in_its_two_largest_parts(length, words):
    assert in_words(length) == words


def test_what_is_left_is_told_to_the_minute():
    assert left_in_words(timedelta(minutes=5, seconds=40)) == "5 minuten"
    assert left_in_words(timedelta(seconds=40)) == "minder dan een minuut"
