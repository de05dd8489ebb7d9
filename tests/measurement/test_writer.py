"""Requests that arrive together share a transaction, and each is answered after its row is safe."""

import time

import pytest
from django.db import Error

from campagne.measurement import writer
from campagne.measurement.models import Inbox
from campagne.measurement.writer import Busy, GroupCommit
from tests.measurement.conftest import arrival, in_threads


def test_simultaneous_requests_share_transactions_and_lose_nothing(committed, monkeypatch):
    group_sizes, insert = [], writer.insert
    monkeypatch.setattr(writer, "insert", lambda rows: group_sizes.append(len(rows)) or insert(rows))
    together = GroupCommit()

    def visitor(first):
        return [together.store(arrival(number)) for number in range(first, first + 25)]

    answers = in_threads(*[lambda first=100 * thread: visitor(first) for thread in range(16)])

    assert all(is_new for answer in answers for is_new in answer)
    assert Inbox.objects.count() == sum(group_sizes) == 400
    assert max(group_sizes) > 1


def test_the_same_message_is_new_once_however_many_bring_it(committed):
    together = GroupCommit()

    answers = in_threads(*[lambda: together.store(arrival(1))] * 8)

    assert sorted(answers) == [False] * 7 + [True]
    assert Inbox.objects.count() == 1


def test_a_failing_database_is_busy_and_the_next_message_is_stored(committed, monkeypatch):
    together, insert = GroupCommit(), writer.insert

    def fail(rows):
        raise Error("the disk is full")

    monkeypatch.setattr(writer, "insert", fail)
    with pytest.raises(Busy):
        together.store(arrival(1))
    monkeypatch.setattr(writer, "insert", insert)

    assert together.store(arrival(1))
    assert Inbox.objects.count() == 1


def test_who_lined_up_behind_a_failing_group_does_not_wait_as_long_again(committed, monkeypatch):
    together, tries = GroupCommit(), []

    def fail_when_others_wait(rows):
        tries.append(rows)
        while not together._waiting:
            time.sleep(0.001)
        raise Error("database is locked")

    monkeypatch.setattr(writer, "insert", fail_when_others_wait)

    def first():
        with pytest.raises(Busy):
            together.store(arrival(1))

    def second():
        while not tries:
            time.sleep(0.001)
        with pytest.raises(Busy):
            together.store(arrival(2))

    in_threads(first, second)

    assert (len(tries), together._waiting, together._is_committing) == (1, [], False)


def test_a_full_line_is_busy_at_once(committed, monkeypatch):
    monkeypatch.setattr(writer, "MOST_WAITING", 0)

    with pytest.raises(Busy):
        GroupCommit().store(arrival(1))


def test_who_waits_too_long_is_busy_and_not_stored(committed, monkeypatch):
    monkeypatch.setattr(writer, "SECONDS_TO_WAIT", 0.05)
    together = GroupCommit()
    together._is_committing = True  # Somebody commits and never ends.

    with pytest.raises(Busy):
        together.store(arrival(1))

    assert (together._waiting, Inbox.objects.count()) == ([], 0)


def test_inside_a_transaction_a_message_shares_its_fate(db):
    assert GroupCommit().store(arrival(1))
    assert not GroupCommit().store(arrival(1))
