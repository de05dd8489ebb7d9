from datetime import timedelta

import pytest
from django.utils import timezone

from campagne.guided.codes import chance_of_a_hit, every_code
from campagne.guided.joining.guesses import (
    BURST,
    MOST_REOPENINGS,
    REOPENED,
    WINDOW,
    TooManyGuesses,
    give_back,
    guessed,
    most_guesses,
    pay_for_guess,
)
from tests.quiz.at_once import at_once

OPEN_SESSIONS = 40
WINDOWS = (WINDOW, *[REOPENED] * MOST_REOPENINGS)


def minutes(span: timedelta) -> float:
    return span / timedelta(minutes=1)


@pytest.mark.once
def test_a_night_of_guessing_over_forty_open_sessions_hits_with_less_than_one_percent():
    """The worst case: all forty open at the same moments, and before each window nobody typed for a while."""
    guesses_at_one_code = sum(most_guesses(minutes(window)) for window in WINDOWS)
    codes = sum(1 for _ in every_code())

    chance = chance_of_a_hit(guesses_at_one_code, OPEN_SESSIONS, codes)

    assert (guesses_at_one_code, codes) == (95, 451_069)
    assert round(chance, 4) == 0.0084
    assert chance < 0.01


@pytest.mark.django_db
def test_who_guesses_all_night_as_fast_as_possible_never_gets_more_than_that():
    """Tries every twenty seconds, and as often as possible when a window opens; the windows are where it hurts most."""
    began, tried = timezone.now(), []
    opens = [began, began + timedelta(minutes=40), began + timedelta(hours=2)]
    pauses = [(opened - timedelta(minutes=BURST), opened) for opened in opens[1:]]
    moment = began
    while moment < began + timedelta(hours=3):
        if not any(since <= moment < until for since, until in pauses):
            tries = BURST + 5 if moment in opens else 1
            tried += [moment for _ in range(tries) if pay_for_guess(moment)]
        moment += timedelta(seconds=20)

    for opened, window in zip(opens, WINDOWS, strict=True):
        within = sum(opened <= moment < opened + window for moment in tried)
        assert within == most_guesses(minutes(window) - 0.01), within
    for first, since in enumerate(tried[:: BURST // 2]):
        for many in (10, 30, 60, 120):
            last = since + timedelta(minutes=many)
            assert sum(since <= moment <= last for moment in tried) <= most_guesses(many), first


@pytest.mark.django_db(transaction=True)
def test_many_who_guess_at_once_get_no_more_than_one_would():
    now = timezone.now()

    tries = at_once(*[lambda: [pay_for_guess(now) for _ in range(6)]] * 8)

    assert sum(sum(mine) for mine in tries) == BURST


@pytest.mark.django_db(transaction=True)
def test_thirty_right_codes_at_once_cost_nothing_and_none_is_refused():
    now = timezone.now()
    for _ in range(BURST - 1):
        assert pay_for_guess(now)

    found = at_once(*[lambda: [guessed(now, lambda: "de les") for _ in range(5)]] * 6)

    assert found == [["de les"] * 5] * 6
    assert [pay_for_guess(now), pay_for_guess(now)] == [True, False]


@pytest.mark.django_db
def test_once_too_many_were_typed_no_code_is_looked_up_until_a_minute_passed():
    now, looked = timezone.now(), []
    for _ in range(BURST):
        assert guessed(now, lambda: None) is None

    with pytest.raises(TooManyGuesses):
        guessed(now, lambda: looked.append("up"))

    assert looked == []
    assert guessed(now + timedelta(minutes=1), lambda: "de les") == "de les"


@pytest.mark.django_db
def test_a_clock_that_goes_back_gives_nobody_more():
    now = timezone.now()
    tries = [pay_for_guess(now - timedelta(minutes=number)) for number in range(2 * BURST)]

    assert sum(tries) <= BURST


@pytest.mark.django_db
def test_what_is_given_back_can_be_tried_again():
    now = timezone.now()
    while pay_for_guess(now):
        pass
    give_back()

    assert [pay_for_guess(now), pay_for_guess(now)] == [True, False]
