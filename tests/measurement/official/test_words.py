"""Amounts, periods and sources as they are said."""

import pytest

from campagne.measurement.official.reading.numbers import Mark
from campagne.measurement.official.words import amount_of, period_in_words, source_of
from tests.measurement.official.tables import NOISE, VICTIMS


def test_nothing_is_said_to_be_not_entered():
    assert amount_of(None) == "nog niet ingevoerd"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("slug", "figure", "words"),
    [
        pytest.param(VICTIMS, (15.6, 15.4, 15.9), "15,6 procent (tussen 15,4 en 15,9)", id="a share"),
        pytest.param(VICTIMS, (17, None, None), "17 procent (marge onbekend)", id="in whole numbers, as published"),
        pytest.param(NOISE, (1234, None, None), "1.234", id="a count has no margin"),
        pytest.param(NOISE, (0, None, None), "0", id="zero is a figure"),
    ],
)
def test_an_amount_is_said_as_published(entered, slug, figure, words):
    assert amount_of(entered(slug, "Nederland", "2023", *figure)) == words


@pytest.mark.django_db
def test_what_may_still_change_says_so_and_what_is_withheld_gives_its_reason(entered):
    assert amount_of(entered(NOISE, "Nederland", "2025-04", 9, mark=Mark.PROVISIONAL)) == "9, voorlopig"
    assert amount_of(entered(NOISE, "Nederland", "2025-05", mark=Mark.NOT_APPLICABLE)) == "kan niet voorkomen"


@pytest.mark.django_db
def test_a_source_names_its_table_and_edition(entered):
    assert source_of(entered(VICTIMS, "Nederland", "2023", 15)) == "CBS, tabel 85472NED, uitgave 1"


@pytest.mark.parametrize(
    ("code", "words"),
    [("2024", "2024"), ("2024-02", "februari 2024")],
)
def test_a_period_is_said(code, words):
    assert period_in_words(code) == words
