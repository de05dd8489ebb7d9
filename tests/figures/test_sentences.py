from datetime import date, timedelta

import pytest

from campagne.figures.disclosure import Audience, Figure, Kind, Reason, Suppressed, publishable
from campagne.figures.estimates import Estimate, share_of
from campagne.figures.sentences import (
    briefly,
    counted,
    counted_per_day,
    in_words,
    natural_frequency,
    points_in_words,
)

pytestmark = pytest.mark.once

MONDAY = date(2025, 11, 3)


def days(number: int) -> list[date]:
    return [MONDAY + timedelta(days=passed) for passed in range(number)]


@pytest.mark.parametrize(
    ("figure", "audience", "sentence"),
    [
        pytest.param(Figure(1234, Kind.VIEWS), Audience.STAFF, "1.234 weergaven", id="a count"),
        pytest.param(Figure(1, Kind.VISITS), Audience.STAFF, "1 bezoek", id="a count of one"),
        pytest.param(Figure(0, Kind.CLICKS), Audience.STAFF, "0 klikken", id="a count of none"),
        pytest.param(
            Figure(104, Kind.ANSWERS, 168),
            Audience.PUBLIC,
            "62 van de 100, waarschijnlijk tussen 54 en 69 (168 antwoorden)",
            id="a share of many",
        ),
        pytest.param(
            Figure(4, Kind.ANSWERS, 5),
            Audience.STAFF,
            "4 van de 5 antwoorden, waarschijnlijk tussen 38 en 96 van de 100",
            id="a share of few, for staff",
        ),
        pytest.param(Figure(4, Kind.ANSWERS, 12), Audience.PUBLIC, "4 van de 12 antwoorden", id="of few, for all"),
        pytest.param(Figure(4, Kind.ANSWERS, 4), Audience.STAFF, "te weinig antwoorden", id="withheld"),
        pytest.param(Figure(0, Kind.VIEWS, 0), Audience.STAFF, "0 van de 0 weergaven", id="nothing shown yet"),
        pytest.param(
            Figure(1, Kind.VIEWS, 1000),
            Audience.STAFF,
            "minder dan 1 van de 100, waarschijnlijk tussen 0 en 1 (1.000 weergaven)",
            id="hardly any is not none",
        ),
    ],
)
def test_a_figure_is_said_with_its_number_and_its_range(figure, audience, sentence):
    assert in_words(publishable(figure, audience=audience)) == sentence


def test_a_withheld_figure_says_why():
    assert in_words(Suppressed(Reason.RECOGNISABLE)) == "niet getoond: te herkenbaar"


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        pytest.param(Figure(1234, Kind.VIEWS), "1.234", id="a count"),
        pytest.param(Figure(104, Kind.ANSWERS, 168), "62 van de 100 (54 tot 69)", id="a share of many"),
        pytest.param(Figure(4, Kind.ANSWERS, 5), "4 van de 5", id="a share of few"),
        pytest.param(Figure(620_000, Kind.VIEWS, 1_000_000), "62 van de 100 (61,9 tot 62,1)", id="a narrow range"),
        pytest.param(Figure(4, Kind.ANSWERS, 4), "te weinig antwoorden", id="withheld"),
    ],
)
def test_in_a_list_a_figure_is_said_briefly_and_with_its_range(figure, words):
    assert briefly(publishable(figure, audience=Audience.STAFF)) == words


def test_a_narrow_range_gets_a_decimal_instead_of_twice_the_same_number():
    sentence = natural_frequency(share_of(620_000, 1_000_000), Kind.VIEWS)

    assert sentence == "62 van de 100, waarschijnlijk tussen 61,9 en 62,1 (1.000.000 weergaven)"


@pytest.mark.parametrize(("count", "words"), [(1, "1 antwoord"), (2, "2 antwoorden")], ids=["one", "more"])
def test_the_unit_follows_the_number(count, words):
    assert counted(count, Kind.ANSWERS) == words


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        pytest.param([3, 12, 5], "Van 3 nov tot en met 5 nov: 20 bezoeken. De meeste op 4 nov: 12.", id="three days"),
        pytest.param([7], "Op 3 nov: 7 bezoeken.", id="one day"),
        pytest.param([0, 0], "Van 3 nov tot en met 4 nov: 0 bezoeken.", id="nobody came"),
        pytest.param([None, None], "Er zijn nog geen bezoeken bekend.", id="nothing known"),
        pytest.param([], "Er zijn nog geen bezoeken bekend.", id="no days"),
        pytest.param(
            [None, 4, 6],
            "Van 3 nov tot en met 5 nov: 10 bezoeken. De meeste op 5 nov: 6. Van 1 dag is het aantal onbekend.",
            id="an unknown day is named",
        ),
    ],
)
def test_a_chart_of_days_is_told_in_plain_words(counts, sentence):
    assert counted_per_day(days(len(counts)), counts, Kind.VISITS) == sentence


def test_a_period_over_new_year_names_the_years():
    sentence = counted_per_day([date(2025, 12, 31), date(2026, 1, 1)], [2, 1], Kind.VISITS)

    assert sentence == "Van 31 dec 2025 tot en met 1 jan 2026: 3 bezoeken. De meeste op 31 dec 2025: 2."


@pytest.mark.parametrize(
    ("low", "value", "high", "words"),
    [
        pytest.param(0.06, 0.18, 0.29, "18 procentpunt meer, waarschijnlijk tussen 6 en 29 meer", id="learned"),
        pytest.param(
            -0.29, -0.18, -0.06, "18 procentpunt minder, waarschijnlijk tussen 6 en 29 minder", id="unlearned"
        ),
        pytest.param(-0.04, 0.05, 0.12, "5 procentpunt meer, waarschijnlijk tussen 4 minder en 12 meer", id="unknown"),
        pytest.param(-0.1, 0, 0.1, "geen verschil, waarschijnlijk tussen 10 minder en 10 meer", id="none"),
        pytest.param(
            0.001, 0.1, 0.2, "10 procentpunt meer, waarschijnlijk tussen minder dan 1 en 20 meer", id="hardly"
        ),
        pytest.param(0, 0.1, 0.2, "10 procentpunt meer, waarschijnlijk tussen 0 en 20 meer", id="just not"),
    ],
)
def test_a_change_is_said_in_points_with_its_range(low, value, high, words):
    assert points_in_words(Estimate(low, value, high, 100)) == words
