"""At most one process holds the lease, whatever its clock says, and never nobody for long."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from random import Random
from threading import Barrier

import pytest
from django.db import connection

from campagne.serving.clock.lease import SECONDS_BETWEEN_BEATS, SECONDS_TO_HOLD, SECONDS_TO_TAKE_OVER, Holding
from campagne.serving.models import Lease


def test_the_first_takes_it_and_the_second_waits(db):
    first, second = Holding(), Holding()

    assert first.keep(0)
    assert not second.keep(0)
    assert first.is_ours(1)
    assert not second.is_ours(1)


def test_a_holder_that_beats_is_never_replaced(db):
    first, second = Holding(), Holding()

    for now in range(0, 10 * SECONDS_TO_TAKE_OVER, SECONDS_BETWEEN_BEATS):
        assert first.keep(now)
        assert not second.keep(now + 1)


def test_a_holder_that_died_is_replaced_when_the_beat_stood_still_long_enough(db):
    dead, heir = Holding(), Holding()
    dead.keep(0)
    heir.keep(1)

    assert not heir.keep(1 + SECONDS_TO_TAKE_OVER)
    assert heir.keep(1 + SECONDS_TO_TAKE_OVER + 0.1)
    assert not dead.keep(100)
    assert not dead.is_ours(100)


def test_a_holder_that_could_not_beat_begins_nothing_before_another_may_take_over(db):
    holder = Holding()
    holder.keep(0)

    assert holder.is_ours(SECONDS_TO_HOLD - 0.1)
    assert not holder.is_ours(SECONDS_TO_HOLD)
    assert SECONDS_TO_HOLD < SECONDS_TO_TAKE_OVER


def test_who_goes_properly_leaves_it_to_another_at_once(db):
    first, second = Holding(), Holding()
    first.keep(0)

    first.release()

    assert not first.is_ours(0)
    assert second.keep(0)


def test_releasing_what_another_holds_changes_nothing(db):
    first, second = Holding(), Holding()
    first.keep(0)

    second.release()

    assert first.keep(1)


@dataclass
class Machine:
    """A process with a clock that began somewhere else, and that is sometimes asleep."""

    holding: Holding
    offset: float
    wakes_at: float = 0.0


@pytest.mark.parametrize("seed", range(6))
def test_whoever_sleeps_dies_or_wakes_there_is_one_holder_at_most_and_soon_one_again(db, seed):
    random = Random(seed)
    machines = [Machine(Holding(), random.uniform(-1e6, 1e6)) for _ in range(3)]
    now, held_last = 0.0, 0.0

    for _ in range(150):
        now += random.uniform(0.5, 4)
        for machine in random.sample(machines, 3):
            if now >= machine.wakes_at:
                machine.holding.keep(now + machine.offset)
                machine.wakes_at = now + (random.choice([8, 12, 20, 60]) if random.random() < 0.05 else 0)
        # What each believes by itself, without asking the database again.
        believers = [machine for machine in machines if now + machine.offset < machine.holding._held_until]
        assert len(believers) <= 1
        held_last = now if believers else held_last
        if all(now >= machine.wakes_at for machine in machines):
            assert now - held_last <= SECONDS_TO_TAKE_OVER + 2 * SECONDS_BETWEEN_BEATS


def test_of_many_that_try_at_the_same_time_one_succeeds(committed):
    Lease.objects.get_or_create(pk=1)
    barrier = Barrier(8)

    def try_it(holding):
        try:
            lease = Lease.objects.current()
            barrier.wait(timeout=30)
            return holding._write(lease)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(try_it, [Holding() for _ in range(8)]))

    assert sorted(outcomes) == [False] * 7 + [True]
    assert Lease.objects.get().beat == 1


def test_the_row_comes_by_itself_when_many_ask_for_it_first(committed):
    barrier = Barrier(8)

    def try_it(holding):
        try:
            barrier.wait(timeout=30)
            return holding.keep(0)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(try_it, [Holding() for _ in range(8)]))

    assert sum(outcomes) == 1
