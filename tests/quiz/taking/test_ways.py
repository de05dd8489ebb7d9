"""The ways back, to the overview and out lead where somebody expects, on every screen."""

import re

import pytest

from tests.quiz.conftest import MAYBE, NO

pytestmark = pytest.mark.django_db


def ways(taker, screen: str) -> dict[str, str]:
    """The ways on a screen, by what they are called, with where they lead within the quiz."""
    [nav] = re.findall(r'<nav class="quiz__ways".*?</nav>', taker.text(screen), re.DOTALL)
    return {label: url.removeprefix(taker.address) for url, label in re.findall(r'href="([^"]+)"[^>]*>(\w+)<', nav)}


@pytest.mark.parametrize(
    ("screen", "expected"),
    [
        pytest.param("1/", {"Overzicht": "overzicht/", "Stoppen": "stoppen/"}, id="first question"),
        pytest.param("2/", {"Terug": "1/", "Overzicht": "overzicht/", "Stoppen": "stoppen/"}, id="question"),
        pytest.param("1/uitleg/", {"Terug": "1/", "Overzicht": "overzicht/", "Stoppen": "stoppen/"}, id="explanation"),
        pytest.param("overzicht/", {"Terug": "2/", "Stoppen": "stoppen/"}, id="overview, halfway"),
        pytest.param("klaar/", {"Terug": "overzicht/", "Overzicht": "overzicht/", "Stoppen": "stoppen/"}, id="result"),
        pytest.param("stoppen/", {"Terug": "2/", "Overzicht": "overzicht/"}, id="the way out"),
    ],
)
def test_back_leads_to_where_somebody_was(taker, screen, expected):
    taker.answer(1, NO)
    taker.client.post(taker.address + "klaar/")

    assert ways(taker, screen) == expected


def test_back_from_the_overview_at_the_end_leads_to_the_last_question(taker):
    for number, chosen in enumerate((NO, MAYBE, NO), 1):
        taker.answer(number, chosen)

    assert ways(taker, "overzicht/")["Terug"] == "3/"


def test_back_from_the_overview_at_the_start_leads_to_the_first_question(taker):
    assert ways(taker, "overzicht/")["Terug"] == "1/"
