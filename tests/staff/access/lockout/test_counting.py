"""Counts hold when everybody tries at once, and the table stays small whoever fills it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campagne.staff.access.lockout import counting
from campagne.staff.access.lockout.counting import Counted, Locked, forget, forget_old, take_a_try, unlock
from campagne.staff.access.lockout.guesses import Guesses
from campagne.staff.access.lockout.rule import MOST_TRIES, SPAN
from tests.quiz.at_once import at_once

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)
STRANGERS, KNOWN = Counted("jan", "", "password"), Counted("jan", "laptop", "password")


def tried(counted: Counted, times: int, at=None) -> int:
    """Try so many times; give how many were let through."""
    at, through = at or timezone.now(), 0
    for _ in range(times):
        try:
            take_a_try(counted, at)
            through += 1
        except Locked:
            pass
    return through


@pytest.mark.django_db(transaction=True)
def test_twenty_at_the_same_moment_get_ten_tries_together():
    at = timezone.now()

    through = at_once(*[lambda: tried(STRANGERS, 1, at)] * 20)

    assert sum(through) == MOST_TRIES
    assert Guesses.objects.get().tries == MOST_TRIES


def test_strangers_who_guess_do_not_lock_a_known_browser():
    assert tried(STRANGERS, MOST_TRIES + 5) == MOST_TRIES
    assert tried(KNOWN, 1) == 1


def test_a_lock_does_not_grow_while_somebody_keeps_trying():
    at = timezone.now()
    tried(STRANGERS, MOST_TRIES, at)
    tried(STRANGERS, 5, at + SPAN - SECOND)

    assert tried(STRANGERS, 1, at + SPAN) == 1


def test_what_was_right_is_no_guess():
    tried(STRANGERS, MOST_TRIES - 1)
    forget(STRANGERS)

    assert tried(STRANGERS, MOST_TRIES) == MOST_TRIES


def test_an_administrator_takes_every_lock_off_one_account():
    tried(STRANGERS, MOST_TRIES)
    tried(KNOWN, MOST_TRIES)
    tried(Counted("piet", "", "password"), 1)

    assert unlock("jan") == 2
    assert tried(STRANGERS, 1) == 1
    assert Guesses.objects.filter(account="piet").exists()


def test_thousands_of_made_up_names_do_not_fill_the_table(monkeypatch):
    monkeypatch.setattr(counting, "MOST_COUNTS", 30)
    at = timezone.now()
    for number in range(100):
        tried(Counted(f"name {number}", "", "password"), 1, at + number * SECOND)

    assert Guesses.objects.count() == 30
    assert Guesses.objects.order_by("last_at").first().account == "name 70"


def test_what_locks_nothing_any_more_is_forgotten():
    at = timezone.now()
    tried(STRANGERS, 3, at)

    forget_old(at + SPAN - SECOND)
    assert Guesses.objects.count() == 1

    forget_old(at + SPAN)
    assert not Guesses.objects.exists()
