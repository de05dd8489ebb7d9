"""Numbers as offices write them; a sign for unknown is never 0."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.measurement.official.reading.numbers import (
    Mark,
    NotANumber,
    decimal_sign_of,
    looks_like_a_number,
    read_number,
)
from campagne.measurement.official.series import Status

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("text", "sign", "value", "mark"),
    [
        pytest.param("16,9", ",", "16.9", Mark.OK, id="a decimal comma"),
        pytest.param("16.9", ".", "16.9", Mark.OK, id="a decimal point"),
        pytest.param("1.234", ",", "1234", Mark.OK, id="thousands in Dutch"),
        pytest.param("1,234.5", ".", "1234.5", Mark.OK, id="thousands in English"),
        pytest.param("1 234", ",", "1234", Mark.OK, id="thousands with a space"),
        pytest.param(" 12\xa0", ",", "12", Mark.OK, id="spaces around it"),
        pytest.param("16,9*", ",", "16.9", Mark.PROVISIONAL, id="provisional"),
        pytest.param("16,9**", ",", "16.9", Mark.PROVISIONAL, id="almost final"),
        pytest.param("0", ",", "0", Mark.OK, id="less than half the unit"),
        pytest.param("-3,5", ",", "-3.5", Mark.OK, id="below zero"),
        pytest.param("1e-05", ".", "0", Mark.OK, id="as a program writes it"),
        pytest.param(".", ",", None, Mark.UNRELIABLE, id="a dot"),
        pytest.param(".", ".", None, Mark.UNRELIABLE, id="a dot where points are decimals"),
        pytest.param("x", ",", None, Mark.UNRELIABLE, id="secret"),
        pytest.param(None, ".", None, Mark.UNRELIABLE, id="null"),
        pytest.param("", ",", None, Mark.NOT_APPLICABLE, id="blank"),
        pytest.param("  ", ",", None, Mark.NOT_APPLICABLE, id="only spaces"),
    ],
)
def test_a_number_or_why_there_is_none(text, sign, value, mark):
    number = read_number(text, sign)

    assert number.value == (None if value is None else Decimal(value))
    assert number.mark is mark


@pytest.mark.parametrize(
    "text",
    ["=1+1", "16,9.5", "1.23", "zestien", "-", "16,9%", "1e99", "9" * 11, "9" * 50, "NaN", "Infinity", "١٢", "--5"],
)
def test_anything_else_is_refused(text):
    with pytest.raises(NotANumber):
        read_number(text, ",")


@given(st.decimals(-999_999_999, 999_999_999, places=4), st.sampled_from(",."))
def test_what_is_written_is_read_back(value, sign):
    written = f"{value:.4f}".replace(".", sign)

    assert read_number(written, sign).value == value


@given(st.text(max_size=60), st.sampled_from(",."))
def test_no_text_breaks_it(text, sign):
    try:
        number = read_number(text, sign)
    except NotANumber:
        return
    assert (number.value is None) == (number.mark in (Mark.UNRELIABLE, Mark.NOT_APPLICABLE))


@pytest.mark.parametrize(
    ("texts", "usual", "sign"),
    [
        pytest.param(["16,9", "1.234"], ".", ",", id="one gives it away"),
        pytest.param(["16.9", "x", ""], ",", ".", id="a dump"),
        pytest.param(["1.234", "2.345"], ",", ",", id="thousands, if anything"),
        pytest.param(["1.234", "2.345"], ".", ".", id="decimals, if anything"),
        pytest.param(["1.234.567"], ".", ",", id="twice can only be thousands"),
        pytest.param(["0.123"], ",", ".", id="no thousand begins with 0"),
        pytest.param(["1234.567"], ",", ".", id="no thousand has four before it"),
        pytest.param(["1.234,5"], ".", ",", id="both"),
        pytest.param(["12", "."], ",", ",", id="nothing says"),
    ],
)
def test_a_table_gives_its_decimal_sign_away(texts, usual, sign):
    assert decimal_sign_of(texts, usual) == sign


def test_two_signs_in_one_table_are_refused():
    with pytest.raises(NotANumber, match="komma"):
        decimal_sign_of(["16,9", "15.4"], ",")


def test_marks_are_those_of_an_observation():
    assert {mark.value for mark in Mark} == set(Status.values)


@pytest.mark.parametrize(
    ("text", "looks"), [("16,9*", True), (".", True), ("Limburg", False), ("=1", False), ("3 x", False)]
)
def test_what_looks_like_a_number(text, looks):
    assert looks_like_a_number(text) is looks
