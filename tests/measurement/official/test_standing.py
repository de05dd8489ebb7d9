"""Where a goal stands is said from the figures alone, and never more than their margins allow."""

import pytest

from campagne.figures.verdicts import Verdict
from campagne.measurement.official.reading.numbers import Mark
from campagne.measurement.official.standing import Standing, standings
from tests.measurement.official.tables import COMPLAINED, NOISE, REPORTED, VICTIMS

pytestmark = pytest.mark.django_db
OURS, LIMBURG, COUNTRY = "Westelijke Mijnstreek", "Limburg", "Nederland"


def standing_of(slug: str) -> Standing:
    (found,) = [each for each in standings() if each.goal.indicator.slug == slug]
    return found


def test_an_empty_region_says_so_for_every_goal(home):
    found = standings()

    assert len(found) == 7
    assert {each.verdict for each in found} == {Verdict.NOT_ENTERED}
    assert all(f"het cijfer van {OURS} is nog niet ingevoerd." in each.sentence for each in found)
    assert {level.words for each in found for level in each.levels} == {"nog niet ingevoerd"}


def test_the_three_levels_stand_in_order(home):
    assert [str(level.region) for level in standing_of(VICTIMS).levels] == [OURS, LIMBURG, COUNTRY]


def test_without_ours_the_country_is_still_told(entered):
    entered(VICTIMS, COUNTRY, "2023", 15.6, 15.4, 15.9)

    assert standing_of(VICTIMS).sentence == (
        "Slachtoffers van online criminaliteit: het cijfer van Westelijke Mijnstreek is nog niet ingevoerd. "
        "Nederland in 2023: 15,6 procent (tussen 15,4 en 15,9)."
    )


@pytest.mark.parametrize(
    ("ours", "verdict", "said"),
    [
        pytest.param((16, 12, 21), Verdict.NO_DIFFERENCE, "Westelijke Mijnstreek: geen verschil aangetoond.", id="300"),
        pytest.param((9, 7, 11), Verdict.LOWER, "lager dan Nederland. Minder is beter.", id="far below"),
        pytest.param((25, 22, 28), Verdict.HIGHER, "hoger dan Nederland. Minder is beter.", id="far above"),
        pytest.param((9, None, None), Verdict.NOT_YET_KNOWN, "we weten het nog niet.", id="without bounds"),
    ],
)
def test_a_goal_against_another_area(entered, ours, verdict, said):
    entered(VICTIMS, COUNTRY, "2023", 15.6, 15.4, 15.9)
    entered(VICTIMS, OURS, "2023", *ours)
    standing = standing_of(VICTIMS)

    assert standing.verdict is verdict
    assert standing.sentence.endswith(said)


def test_the_gap_is_told_with_its_range(entered):
    entered(COMPLAINED, LIMBURG, "2023", 17, 15, 19)
    entered(COMPLAINED, OURS, "2023", 19, 11, 32)

    assert standing_of(COMPLAINED).sentence == (
        "Aangifte van online criminaliteit (2023): Westelijke Mijnstreek 19 procent (tussen 11 en 32), "
        "Limburg 17 procent (tussen 15 en 19). Het verschil is 2,0 procentpunt meer (tussen 6,2 minder en "
        "15,2 meer). Westelijke Mijnstreek: geen verschil aangetoond."
    )


def test_years_that_are_not_the_same_are_not_compared(entered):
    entered(COMPLAINED, LIMBURG, "2021", 17, 15, 19)
    entered(COMPLAINED, OURS, "2023", 30, 28, 32)
    standing = standing_of(COMPLAINED)

    assert standing.verdict is Verdict.NOT_ENTERED
    assert "het cijfer van Limburg over 2023 is nog niet ingevoerd" in standing.sentence


def test_a_figure_that_is_withheld_is_not_missing_and_not_0(entered):
    entered(VICTIMS, COUNTRY, "2023", 15.6, 15.4, 15.9)
    entered(VICTIMS, OURS, "2023", mark=Mark.UNRELIABLE)
    standing = standing_of(VICTIMS)

    assert standing.verdict is Verdict.NOT_YET_KNOWN
    assert "niet betrouwbaar genoeg, onbekend of geheim" in standing.sentence


def test_a_goal_in_time_compares_with_the_year_it_began(entered):
    entered(REPORTED, OURS, "2021", 40, 38, 42)
    entered(REPORTED, OURS, "2023", 50, 48, 52)

    assert standing_of(REPORTED).sentence.endswith("Westelijke Mijnstreek: hoger dan in 2021. Meer is beter.")


def test_a_goal_in_time_with_only_its_first_year_waits(entered):
    entered(REPORTED, OURS, "2021", 40, 38, 42)
    standing = standing_of(REPORTED)

    assert standing.verdict is Verdict.NOT_ENTERED
    assert "van na 2021 is nog niet ingevoerd" in standing.sentence


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        pytest.param(400, 300, "lager dan in 2021. Minder is beter.", id="far fewer"),
        pytest.param(400, 395, "geen verschil aangetoond.", id="as chance would"),
        pytest.param(12, 3, "te weinig gegevens.", id="a handful"),
    ],
)
def test_counts_are_held_against_chance(entered, before, after, said):
    entered(NOISE, OURS, "2021", before)
    entered(NOISE, OURS, "2025", after)
    sentence = standing_of(NOISE).sentence

    assert sentence.endswith(said)
    assert f"Westelijke Mijnstreek {after} in 2025, {before} in 2021." in sentence
    assert "procent" in sentence


def test_a_month_is_compared_with_the_same_month_and_a_year_goes_before_months(entered):
    entered(NOISE, OURS, "2021-04", 400)
    entered(NOISE, OURS, "2025-04", 300)
    assert "lager dan in april 2021" in standing_of(NOISE).sentence

    entered(NOISE, OURS, "2021", 4000)
    entered(NOISE, OURS, "2024", 4010)
    assert "geen verschil aangetoond" in standing_of(NOISE).sentence


def test_the_edition_that_counts_is_the_newest(entered):
    entered(VICTIMS, COUNTRY, "2023", 15.6, 15.4, 15.9)
    entered(VICTIMS, OURS, "2023", 25, 22, 28)
    entered(VICTIMS, OURS, "2023", 15, 12, 18)

    assert standing_of(VICTIMS).verdict is Verdict.NO_DIFFERENCE


def test_however_many_figures_there_are_it_asks_three_things(entered, django_assert_max_num_queries):
    for year in range(2021, 2031):
        entered(VICTIMS, OURS, str(year), 15)

    with django_assert_max_num_queries(3):
        assert [each.sentence for each in standings()]


def test_a_first_year_of_nothing_gives_no_percentage(entered):
    entered(NOISE, OURS, "2021", 0)
    entered(NOISE, OURS, "2025", 40)

    assert standing_of(NOISE).verdict is Verdict.NOT_YET_KNOWN
