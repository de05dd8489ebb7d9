"""The list of difficult words: one of each, and a municipality's own counts over the region's."""

import pytest
from django.core.exceptions import ValidationError

from campagne.language.models import HardWord
from campagne.language.sentences import sentences_in

pytestmark = pytest.mark.django_db


def simpler_for(text: str, municipality=None) -> list[str]:
    words = HardWord.objects.offered_in(municipality.pk if municipality else None).as_list()
    return [hard.entry.simpler for sentence in sentences_in(text) for hard in words.hard_in(sentence)]


def test_an_empty_region_has_about_a_hundred_words(home):
    assert 90 <= HardWord.objects.filter(municipality=None).count() <= 150
    assert simpler_for("Wij verstrekken dit met betrekking tot geld.") == ["geven", "over"]


def test_a_word_of_a_municipality_counts_there_and_over_that_of_the_region(stein, beek):
    HardWord.objects.create(word="Verstrekken", simpler="afgeven", municipality=stein)

    assert simpler_for("Verstrekt.", stein) == ["afgeven"]
    assert simpler_for("Verstrekt.", beek) == simpler_for("Verstrekt.") == ["geven"]


@pytest.mark.parametrize("word", ["teneinde", " Teneinde "])
def test_the_region_has_a_word_once(home, word):
    with pytest.raises(ValidationError, match="staat al in de lijst"):
        HardWord(word=word, simpler="om").full_clean()


def test_a_municipality_may_repeat_a_word_of_the_region_once(stein):
    own = HardWord(word="Teneinde", simpler="om te", municipality=stein)
    own.full_clean()
    own.save()

    with pytest.raises(ValidationError, match="staat al in de lijst"):
        HardWord(word="teneinde", simpler="om", municipality=stein).full_clean()


def test_the_simpler_word_is_another_word():
    with pytest.raises(ValidationError, match="hetzelfde woord"):
        HardWord(word="Huis", simpler="huis ").full_clean()
