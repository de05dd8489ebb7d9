from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.action_plan.letter import LONGEST, MORE, Request, letter

pytestmark = pytest.mark.once
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300)
LINK = "https://example.nl/actieplan/mijn/winkel/abc/"


def body_of(address: str) -> str:
    return parse_qs(urlsplit(address).query, keep_blank_values=True)["body"][0].replace("\r\n", "\n")


@given(st.lists(st.builds(Request, words, words), max_size=5))
def test_a_letter_always_fits_and_always_ends_with_the_link(requests):
    address = letter("Hulp", "Hallo,", requests, LINK)

    assert len(address) <= LONGEST
    assert address.isascii()
    assert body_of(address).startswith("Hallo,")
    assert body_of(address).endswith(LINK)


def test_what_fits_is_said_in_full():
    body = body_of(letter("Hulp", "Hallo,", [Request("1. Back-up", "- Maak hem")], LINK))

    assert body == f"Hallo,\n\n1. Back-up\n- Maak hem\n\n{LINK}"


def test_what_does_not_fit_loses_how_to_do_it_before_what_to_do():
    requests = [Request(f"{number}. Iets", f"{number}" + "é" * 200) for number in range(1, 5)]

    body = body_of(letter("Hulp", "Hallo,", requests, LINK))

    assert all(request.title in body for request in requests)
    assert MORE in body
    assert requests[0].detail in body
    assert requests[3].detail not in body


def test_a_greeting_that_does_not_fit_is_an_error():
    with pytest.raises(ValueError, match="at most 1800"):
        letter("Hulp", "x" * LONGEST, [], LINK)
