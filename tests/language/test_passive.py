"""A hint about who acts: found where worden has a participle, and not where it only looks so."""

import pytest

from campagne.language.passive import passive_in
from campagne.language.sentences import sentences_in

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("sentence", "participle"),
    [
        ("U wordt gebeld door iemand.", "gebeld"),
        ("Er is geld gestolen en het wordt niet vergoed.", "gestolen"),
        ("De rekening kan worden geblokkeerd.", "geblokkeerd"),
        ("Veel mensen worden opgelicht.", "opgelicht"),
        ("De site werd gesloten.", "gesloten"),
        ("Uw melding wordt doorgegeven.", "doorgegeven"),
        ("Gecontroleerd wordt of het klopt.", "Gecontroleerd"),
    ],
)
def test_a_passive_is_found(sentence, participle):
    assert passive_in(sentences_in(sentence)[0]).text == participle


@pytest.mark.parametrize(
    "sentence",
    [
        "Het wordt laat.",
        "Hij wordt boos en vraagt geld.",
        "Wordt u bang van dat bericht?",
        "Als het koud wordt, geeft u hem geld.",
        "U bent gebeld.",
        "Zij wordt gezond.",
        "Mensen worden bekend met geweld.",
        "Wat gebeurt er als het erger wordt?",
        "De bank heeft u gebeld.",
    ],
)
def test_what_only_looks_like_one_is_not(sentence):
    assert passive_in(sentences_in(sentence)[0]) is None
