"""What others published is a threat only when the difference is larger than its margins, and goes the wrong way."""

import pytest

from campagne.figures.verdicts import OUTCOME, check_words
from campagne.measurement.attention.signal import Proposal
from campagne.measurement.attention.subject import Subject
from campagne.measurement.attention.threat import threats
from campagne.measurement.official.series import Indicator
from doelgroepen.models import Theme
from tests.measurement.official.conftest import entered
from tests.measurement.official.tables import NOISE, REPORTED, VICTIMS

__all__ = ["entered"]
pytestmark = pytest.mark.django_db
OURS, COUNTRY = "Westelijke Mijnstreek", "Nederland"


@pytest.fixture
def theme(home):
    theme = Theme.objects.create(name="Cybercrime", slug="cybercrime")
    Indicator.objects.filter(slug__in=[VICTIMS, REPORTED]).update(theme=theme)
    return theme


def test_an_empty_region_is_not_entered_and_no_threat(home):
    signals, unknown = threats()

    assert signals == []
    assert unknown
    assert {one.why.split(": ")[1] for one in unknown} == {"nog niet ingevoerd"}


def test_more_victims_than_before_is_a_threat_told_with_its_margins(theme, entered):
    entered(VICTIMS, OURS, "2021", 12, 10, 14)
    entered(VICTIMS, OURS, "2023", 20, 18, 22)

    (signal,), _ = threats()

    assert (signal.about, signal.proposal) == (Subject(theme.pk), Proposal.SEE_OFFER)
    assert (
        "Westelijke Mijnstreek 20 procent (tussen 18 en 22) in 2023, 12 procent (tussen 10 en 14) in 2021."
        in signal.sentence
    )
    assert "hoger dan in 2021" in signal.sentence
    assert (signal.numbers["change"], signal.numbers["source"]) == (8, "CBS, tabel 85472NED, uitgave 1")
    check_words(signal.sentence, rung=OUTCOME)


@pytest.mark.parametrize(
    ("slug", "before", "now"),
    [
        pytest.param(VICTIMS, (20, 18, 22), (12, 10, 14), id="fewer victims"),
        pytest.param(VICTIMS, (12, 10, 14), (13, 11, 15), id="within the margin"),
        pytest.param(VICTIMS, (12, None, None), (20, None, None), id="without margins"),
        pytest.param(REPORTED, (12, 10, 14), (20, 18, 22), id="more is better"),
    ],
)
def test_what_is_better_equal_or_not_known_is_no_threat(theme, entered, slug, before, now):
    entered(slug, OURS, "2021", *before)
    entered(slug, OURS, "2023", *now)

    assert threats()[0] == []


def test_fewer_who_report_is_a_threat_where_more_is_better(theme, entered):
    entered(REPORTED, OURS, "2021", 30, 28, 32)
    entered(REPORTED, OURS, "2023", 20, 18, 22)

    assert len(threats()[0]) == 1


def test_the_newest_two_years_count_and_not_the_first(theme, entered):
    for year, value in (("2021", 12), ("2023", 20), ("2025", 20)):
        entered(VICTIMS, OURS, year, value, value - 2, value + 2)

    assert threats()[0] == []


def test_of_counts_a_month_stands_beside_the_same_month_of_a_year_before(home, entered):
    entered(NOISE, OURS, "2025-04", 100)
    entered(NOISE, OURS, "2026-03", 10)
    entered(NOISE, OURS, "2026-04", 190)

    (signal,), _ = threats()

    assert (signal.numbers["before"], signal.numbers["now"]) == ("2025-04", "2026-04")


def test_the_country_is_no_threat_to_the_region(theme, entered):
    entered(VICTIMS, COUNTRY, "2021", 12, 11, 13)
    entered(VICTIMS, COUNTRY, "2023", 20, 19, 21)

    assert threats()[0] == []
