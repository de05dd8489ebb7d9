import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.language.inflection import forms_of

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("verstrekken", "verstrek verstrekt verstrekte verstrekten verstrekkend"),
        ("realiseren", "realiseer realiseert realiseerde gerealiseerd gerealiseerde"),
        ("vorderen", "vordert gevorderd"),
        ("verifiëren", "verifieert geverifieerd"),
        ("hanteren", "hanteert hanteerde gehanteerd"),
        ("adequaat", "adequate"),
        ("potentieel", "potentiële"),
        ("additioneel", "additionele"),
        ("preventief", "preventieve"),
        ("mogelijkheid", "mogelijkheden"),
        ("plan", "plannen"),
        ("handelwijze", "handelwijzen"),
        ("instantie", "instanties"),
        ("Verordening", "verordening verordeningen"),
    ],
)
def test_a_word_is_known_in_the_forms_that_it_has(word, forms):
    assert set(forms.split()) <= forms_of(word)


def test_a_few_words_together_have_no_forms():
    assert forms_of(" Met  betrekking tot ") == {"met betrekking tot"}
    assert forms_of("  ") == frozenset()


@given(st.text(max_size=30))
def test_no_word_breaks_it(word):
    plain = " ".join(word.casefold().split())
    assert not plain or plain in forms_of(word)
