from datetime import date

import pytest

from campagne.figures.notation import day_label, month_label, number, of_hundred, percentage

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        pytest.param(0, 0, "0", id="nothing"),
        pytest.param(1234, 0, "1.234", id="thousands"),
        pytest.param(1234567.25, 1, "1.234.567,3", id="a decimal comma"),
        pytest.param(62.5, 0, "63", id="halves go up"),
        pytest.param(-1234, 0, "−1.234", id="below zero"),
        pytest.param(-0.2, 0, "0", id="no minus before nothing"),
    ],
)
def test_numbers_are_written_the_dutch_way(value, decimals, written):
    assert number(value, decimals) == written


@pytest.mark.parametrize(
    ("share", "words"),
    [
        pytest.param(0, "0", id="nobody"),
        pytest.param(0.001, "minder dan 1", id="hardly anybody is not nobody"),
        pytest.param(0.62, "62", id="most"),
        pytest.param(0.999, "meer dan 99", id="nearly everybody is not everybody"),
        pytest.param(1, "100", id="everybody"),
    ],
)
def test_a_share_is_so_many_of_a_hundred(share, words):
    assert of_hundred(share) == words
    assert percentage(share) == f"{words}%"


def test_days_are_short_and_carry_a_year_where_asked():
    assert day_label(date(2025, 11, 3)) == "3 nov"
    assert day_label(date(2025, 3, 31), with_year=True) == "31 mrt 2025"
    assert month_label(date(2025, 3, 1)) == "mrt 2025"
