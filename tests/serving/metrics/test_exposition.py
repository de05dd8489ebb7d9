"""What is written can be read back by whoever knows the form, whatever words or numbers it holds."""

from math import inf, isnan, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.serving.metrics.exposition import Gauge, by, exposition, single
from tests.serving.metrics.parsing import read

pytestmark = pytest.mark.once
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def test_it_is_written_as_documented():
    gauges = [
        single("generation", "Rises.", 12.0),
        by("reason", "rejections", 'A "quote" and a \\.', {"bot": 2.5, 'a"b\\c\nd': -1}),
    ]

    assert exposition(gauges) == (
        "# HELP weerbaar_generation Rises.\n"
        "# TYPE weerbaar_generation gauge\n"
        "weerbaar_generation 12\n"
        '# HELP weerbaar_rejections A "quote" and a \\\\.\n'
        "# TYPE weerbaar_rejections gauge\n"
        'weerbaar_rejections{reason="bot"} 2.5\n'
        'weerbaar_rejections{reason="a\\"b\\\\c\\nd"} -1\n'
    )


def test_what_is_not_known_is_not_told():
    assert exposition([single("age_seconds", "How old.", None), Gauge("none", "Nothing.", {})]) == ""


@given(TEXT, st.dictionaries(TEXT, st.floats(allow_nan=False), min_size=1))
def test_words_and_numbers_come_back(explanation, values):
    told = read(exposition([by("name", "gauge", explanation, values)]))

    assert told == {"weerbaar_gauge": {(("name", text),): value for text, value in values.items()}}


@pytest.mark.parametrize("value", [inf, -inf, 1e300, -1e-300, 2.0**70])
def test_large_and_small_numbers_come_back(value):
    assert read(exposition([single("gauge", "", value)])) == {"weerbaar_gauge": {(): value}}


def test_no_number_is_no_number():
    assert isnan(read(exposition([single("gauge", "", nan)]))["weerbaar_gauge"][()])
