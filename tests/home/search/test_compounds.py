"""A compound is taken apart into the fewest words that the site knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.search.compounds import LINKS, MOST_PARTS, SHORTEST_PART, parts_of

pytestmark = pytest.mark.once
KNOWN = {"bank", "helpdesk", "fraude", "nep", "medewerker", "verkeer", "bord", "helpdeskfraude"}


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        pytest.param("bankhelpdeskfraude", ("bank", "helpdeskfraude"), id="the fewest"),
        pytest.param("nepbankmedewerker", ("nep", "bank", "medewerker"), id="three"),
        pytest.param("verkeersbord", ("verkeer", "bord"), id="a letter that links"),
        pytest.param("bank", (), id="a word by itself"),
        pytest.param("bankzitter", (), id="half unknown"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_a_word_falls_apart(word, parts):
    assert parts_of(word, KNOWN) == parts


words = st.text("abcde", min_size=SHORTEST_PART, max_size=6)


@given(st.lists(words, min_size=2, max_size=MOST_PARTS), st.sampled_from(LINKS))
def test_what_was_put_together_can_be_taken_apart(parts, link):
    found = parts_of(link.join(parts), set(parts))

    assert link.join(parts) in parts or 2 <= len(found) <= len(parts)
    assert set(found) <= set(parts)


@given(st.text("ab", max_size=40))
def test_the_worst_word_ends(word):
    parts_of(word, {"aaa", "aab", "aba", "bab", "bbb"})
