import pytest

from campagne.language.links import is_bare, says_nothing

pytestmark = pytest.mark.once


@pytest.mark.parametrize("text", ["klik hier", "Klik hier!", " Lees  meer › ", "HIER", "meer informatie"])
def test_a_link_that_says_nothing(text):
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["de site van de politie", "Meer over phishing", "politie.nl", ""])
def test_a_link_that_says_where_it_leads(text):
    assert not says_nothing(text)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("https://www.politie.nl/", True),
        ("www.politie.nl", True),
        ("politie.nl/aangifte-of-melding", True),
        ("politie.nl", False),
        ("aangifte en/of melding", False),
    ],
)
def test_a_bare_address_is_as_a_browser_shows_it(text, bare):
    assert is_bare(text) is bare
