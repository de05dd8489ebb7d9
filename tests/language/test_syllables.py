"""Words whose syllables a dictionary gives: each stands for a rule of Dutch spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.language.syllables import syllables_of

pytestmark = pytest.mark.once

KNOWN = {
    "long vowels and diphthongs": "zee:1 uur:1 reis:1 hij:1 lui:1 vrouw:1 blauw:1 neus:1 fiets:1 doen:1 hoi:1 één:1",
    "followed by another vowel": "boeien:2 mooie:2 buien:2 eieren:3 waaien:2 koeien:2 bloeiend:2 zoiets:2 bijeen:2",
    "with a w": "eeuw:1 leeuw:1 nieuw:1 nieuwe:2 nieuws:1 duwen:2 uw:1",
    "two vowels, two syllables": "radio:3 theater:3 situatie:4 video:3 duo:2 duel:2 actueel:3 coalitie:4 geopend:3",
    "i before a long vowel": "officieel:4 financieel:4 serieus:3 milieu:3 idioot:3 biologisch:4",
    "a trema": "coördinator:5 reünie:3 patiënt:3 ruïne:3 zeeën:2 australië:4 geïnd:2 beëindigen:4 naïef:2 mozaïek:3",
    "e before another beginning": "beantwoorden:4 beoordelen:4 reactie:3 reageren:4 geijkt:2 geuit:2 geautoriseerd:5",
    "of Latin": "museum:3 petroleum:4 stadium:3 aluminium:5 procedure:4 audio:3",
    "loan words": "online:2 website:2 websites:2 update:2 team:1 wijkteam:2 smartphone:2 ransomware:3 site:1 quiz:1",
    "loan words as they are spelled": "phishing:2 cookie:2 code:2 e-mail:2 cadeau:2 niveau:2 systeem:2 yoghurt:2",
    "of this site": "cyber:2 politie:3 aangifte:3 gemeente:3 bankhelpdeskfraude:5 laaggeletterden:5 ondermijning:4",
    "no site in it": "universiteit:5 deposito:4",
    "no vowels": "NCSC:1 sst:1 2026:1 0900-8844:1 politie.nl:1 redactie@stein.nl:1",
}


@pytest.mark.parametrize("words", KNOWN.values(), ids=KNOWN.keys())
def test_words_have_the_syllables_of_a_dictionary(words):
    wanted = {word: int(number) for word, number in (pair.rsplit(":", 1) for pair in words.split())}

    assert {word: syllables_of(word) for word in wanted} == wanted


@given(st.text(max_size=40))
def test_every_word_has_at_least_one_and_no_more_than_it_has_letters(word):
    assert 1 <= syllables_of(word) <= max(1, len(word.casefold()) + 1)
