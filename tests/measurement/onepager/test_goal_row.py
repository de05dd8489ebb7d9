"""A goal on a sheet shows the figures that its verdict is about."""

import pytest

from campagne.measurement.official.standing import standings
from campagne.measurement.onepager.goal_row import GoalRow, goal_rows, sources_of
from tests.measurement.official.tables import COMPLAINED, REPORTED

pytestmark = pytest.mark.django_db
OURS, LIMBURG = "Westelijke Mijnstreek", "Limburg"


def row_of(slug: str) -> GoalRow:
    (row,) = goal_rows([each for each in standings() if each.goal.indicator.slug == slug])
    return row


def shown(row: GoalRow) -> list[tuple[str, str]]:
    return [(level.amount, level.rest[:4]) for level in row.levels]


def test_the_pair_that_is_judged_is_shown_and_not_a_later_figure(entered):
    entered(COMPLAINED, OURS, "2025", 22, 20, 24)
    entered(COMPLAINED, LIMBURG, "2025", 15.2, 14, 16)
    entered(COMPLAINED, OURS, "2026", 12.5, 11, 14)

    row = row_of(COMPLAINED)

    assert shown(row)[:2] == [("22 procent", "2025"), ("15,2 procent", "2025")]
    assert "6,8 procentpunt meer" in row.judgement
    assert "hoger dan Limburg" in row.judgement


def test_the_source_is_that_of_the_figure_that_is_shown(entered):
    entered(COMPLAINED, OURS, "2025", 21, 20, 24)
    entered(COMPLAINED, OURS, "2025", 22, 20, 24)
    entered(COMPLAINED, LIMBURG, "2025", 15.2, 14, 16)
    entered(COMPLAINED, OURS, "2026", 12.5, 11, 14)

    assert sources_of([each for each in standings() if each.goal.indicator.slug == COMPLAINED]) == (
        "CBS, tabel 85472NED, uitgave 2",
        "CBS, tabel 85472NED, uitgave 1",
    )


def test_without_a_pair_the_newest_is_shown(entered):
    entered(COMPLAINED, OURS, "2025", 22, 20, 24)
    entered(COMPLAINED, LIMBURG, "2023", 15.2, 14, 16)

    assert shown(row_of(COMPLAINED))[:2] == [("22 procent", "2025"), ("15,2 procent", "2023")]


def test_against_the_first_year_ours_is_shown_and_the_verdict_names_the_other(entered):
    entered(REPORTED, OURS, "2021", 40, 38, 42)
    entered(REPORTED, OURS, "2025", 50, 48, 52)

    row = row_of(REPORTED)

    assert shown(row)[0] == ("50 procent", "2025")
    assert "hoger dan in 2021" in row.judgement
