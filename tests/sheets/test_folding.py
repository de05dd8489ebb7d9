"""What a form carries from one screen to the next comes out as it went in, and nothing unfolds without end."""

import zlib
from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.sheets.folding import fold, unfold
from campagne.sheets.unreadable import Unreadable

pytestmark = pytest.mark.once


@given(st.binary())
def test_what_is_folded_unfolds_to_the_same(content):
    assert unfold(fold(content, 10_000), 10_000) == content


def test_what_is_too_large_for_a_form_is_not_folded():
    assert fold(bytes(range(256)) * 4, 10) == ""


def test_a_bomb_unfolds_no_further_than_one_byte_too_many():
    bomb = b64encode(zlib.compress(b"0" * 10_000_000)).decode()

    assert len(unfold(bomb, 1000)) == 1001


@pytest.mark.parametrize("text", ["AAAA", "geen base64", "é"])
def test_anything_else_is_refused_in_dutch(text):
    with pytest.raises(Unreadable, match="kwam niet heel over"):
        unfold(text, 1000)
