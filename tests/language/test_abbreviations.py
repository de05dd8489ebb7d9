import pytest

from campagne.language.abbreviations import explained_in, shortened_in, unexplained_in
from campagne.language.sentences import sentences_in

pytestmark = pytest.mark.once


def shortened(text: str) -> list[tuple[str, str]]:
    return [(short.word.text, short.in_full) for one in sentences_in(text) for short in shortened_in(text, one)]


def unexplained(text: str, *explained: str) -> list[str]:
    known = explained_in(text) | frozenset(explained)
    return [short.word.text for one in sentences_in(text) for short in unexplained_in(one, known)]


def test_an_abbreviation_with_points_is_given_in_full():
    assert shortened("Bijv. m.b.t. geld, o.a. de huur.") == [
        ("Bijv.", "bijvoorbeeld"),
        ("m.b.t.", "over"),
        ("o.a.", "onder andere"),
    ]


def test_a_word_that_ends_a_sentence_is_no_abbreviation():
    assert shortened("Twintig euro is het max. Dat is nl. weinig. Ik tel.") == [("nl.", "namelijk")]
    assert shortened("Kijk op politie.nl. Of niet.") == []


def test_capitals_that_nobody_explains_are_found():
    assert unexplained("Het NCSC en de GGD helpen.") == ["NCSC"]


@pytest.mark.parametrize(
    "text",
    ["Het Nationaal Cyber Security Centrum (NCSC) helpt. Bel het NCSC.", "Het NCSC (voor bedrijven) helpt."],
)
def test_capitals_that_the_text_explains_are_not(text):
    assert unexplained(text) == []


def test_a_word_that_the_page_explains_is_not():
    assert unexplained("Het NCSC helpt.", "ncsc") == []


def test_shouting_is_no_row_of_abbreviations():
    assert unexplained("DIT IS EEN OEFENING VAN DE GEMEENTE") == []
