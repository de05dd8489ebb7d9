"""A lexicon travels as JSON and comes back the same."""

import json

import pytest

from home.search.lexicon import Lexicon, Place, joined, stems_of
from tests.home.search.lexicons import lexicon_of

pytestmark = pytest.mark.once


def test_a_lexicon_comes_back_from_json_as_it_was():
    lexicon = lexicon_of("bank", "fraude", "bankfraude", "melding", synonyms=[("bank", "hoi mam")], owner=3)
    lexicon.places.append(Place(("bank",), "Eigen bank", "/melden/", "Bel eerst.", "melden"))

    assert Lexicon.from_json(json.loads(json.dumps(lexicon.as_json()))) == lexicon


def test_words_beside_each_other_make_a_compound():
    forms = {"verkeersbord": "verkeersbord"}

    assert joined(["een", "verkeer", "bord"], forms) == {1: {"verkeersbord"}, 2: {"verkeersbord"}}


def test_stems_leave_out_what_says_nothing():
    assert stems_of("De banken") == ("bank",)
    assert stems_of("de het") == ("de", "het")
