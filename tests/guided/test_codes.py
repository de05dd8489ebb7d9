from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.guided.codes import (
    DAMM,
    LENGTH,
    LETTERS,
    SEAT_LENGTH,
    SECRET_LENGTH,
    chance_of_a_hit,
    in_fours,
    in_pairs,
    is_seat_number,
    new_code,
    new_seat_numbers,
    new_secret,
    reads_well,
    seat_number,
    spoken,
    typed_code,
    typed_secret,
)

pytestmark = pytest.mark.once
FOUR_DIGITS = st.text("0123456789", min_size=SEAT_LENGTH - 1, max_size=SEAT_LENGTH - 1)
SEEDS = st.integers(0, 2**32)


def draws(seed: int):
    return Random(seed).randrange


@given(SEEDS)
def test_a_code_is_understood_however_it_is_written_down(seed):
    code = new_code(draws(seed))

    assert reads_well(code)
    for between in ("", " ", ".", "-", "–", "\t"):
        assert typed_code(f" {between.join(in_pairs(code))} ") == code
    assert len(spoken(code).split()) == LENGTH


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("172839", id="a seven is heard as a nine"),
        pytest.param("012948", id="a nought in front gets lost"),
        pytest.param("444812", id="three times the same"),
        pytest.param("123456", id="the first that anybody tries"),
        pytest.param("654321", id="and backwards"),
        pytest.param("111111", id="all the same"),
    ],
)
def test_a_code_that_reads_badly_is_never_given(code):
    assert not reads_well(code)


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_code_or_nothing(text):
    code = typed_code(text)

    assert code is None or (len(code) == LENGTH and set(code) <= set("0123456789"))


@given(FOUR_DIGITS, st.integers(0, SEAT_LENGTH - 1), st.sampled_from("0123456789"))
def test_one_digit_typed_wrong_is_never_the_card_of_somebody_else(digits, place, wrong):
    number = seat_number(digits)
    typed = number[:place] + wrong + number[place + 1 :]

    assert is_seat_number(number)
    assert is_seat_number(typed) == (typed == number)


@given(FOUR_DIGITS, st.integers(0, SEAT_LENGTH - 2))
def test_two_digits_swapped_are_never_the_card_of_somebody_else(digits, place):
    number = seat_number(digits)
    typed = number[:place] + number[place + 1] + number[place] + number[place + 2 :]

    assert is_seat_number(typed) == (typed == number)


def test_the_table_of_damm_keeps_what_makes_it_work():
    rows = [*DAMM, *zip(*DAMM, strict=True)]

    assert all(sorted(row) == list(range(10)) for row in rows)
    assert all(DAMM[digit][digit] == 0 for digit in range(10))


@given(st.integers(0, 60), SEEDS)
def test_the_seats_of_a_session_all_have_another_number(many, seed):
    taken = new_seat_numbers(5, draws(seed))
    numbers = new_seat_numbers(many, draws(seed), taken)

    assert len({*numbers, *taken}) == many + 5
    assert all(map(is_seat_number, numbers))


@given(SEEDS, st.sampled_from(["upper", "lower"]))
def test_a_secret_is_understood_in_capitals_or_not_and_with_dashes(seed, how):
    secret = new_secret(draws(seed))

    assert typed_secret(f" {getattr(in_fours(secret), how)()} ") == secret
    assert (len(secret), set(secret) <= set(LETTERS)) == (SECRET_LENGTH, True)


@given(st.integers(0, 500), st.integers(0, 50), st.integers(1000, 500_000))
def test_the_chance_of_a_hit_grows_with_every_guess_and_never_beyond_their_sum(guesses, sessions, codes):
    chance = chance_of_a_hit(guesses, sessions, codes)

    assert 0 <= chance <= min(1, guesses * sessions / max(1, codes - guesses)) + 1e-9
    assert chance <= chance_of_a_hit(guesses + 1, sessions, codes)
