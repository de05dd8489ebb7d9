"""Which page answers best: all words before some, the word itself before its kin, high on the page before low."""

import pytest

from home.search.question import understand
from home.search.ranking import Standing, rank
from tests.home.search.lexicons import lexicon_of

pytestmark = pytest.mark.once
LEXICON = lexicon_of("bank", "fraude", "bankfraude", "pas", "sirene", synonyms=[("alarm", "sirene")], owner=7)


def order(query: str, *standings: Standing) -> list[int]:
    return [found.page for found in rank(understand(query, LEXICON), standings, LEXICON)]


def test_the_word_itself_goes_before_a_compound_with_it():
    assert order("fraude", Standing(1, {"bankfraude": 10}), Standing(2, {"fraude": 10})) == [2, 1]


def test_a_word_in_the_title_goes_before_one_in_the_text():
    assert order("bank", Standing(1, {"bank": 1}), Standing(2, {"bank": 12})) == [2, 1]


def test_a_page_with_all_words_leaves_out_pages_with_some():
    assert order("bank pas", Standing(1, {"bank": 99}), Standing(2, {"bank": 1, "pas": 1})) == [2]


def test_when_no_page_has_all_words_half_of_them_will_do():
    assert order("bank pas", Standing(1, {"bank": 1}), Standing(2, {"fraude": 1})) == [1]
    assert order("bank zzzq yyyq", Standing(1, {"bank": 1})) == []


def test_a_municipality_s_synonym_counts_on_its_own_pages_alone():
    assert order("alarm", Standing(1, {"siren": 1}, municipality=7), Standing(2, {"siren": 9})) == [1]


def test_equals_stand_in_the_order_of_their_keys():
    assert order("bank", Standing(5, {"bank": 1}), Standing(3, {"bank": 1})) == [3, 5]
