"""Attempts that are over are added to the kept counts exactly once."""

from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.db.models import Sum

from campagne.quiz.answers import counting
from campagne.quiz.answers.counting import SETTLED_AFTER, count
from campagne.quiz.models import Attempt, AttemptCount, ItemCount, TransitionCount
from campagne.quiz.taking.ticket import VALID_FOR
from tests.measurement.conftest import in_threads
from tests.quiz.counted import LATER, NOON, attempted, crowd, kept, measuring, respond

pytestmark = pytest.mark.django_db


def totals() -> tuple[int | None, ...]:
    models = (ItemCount, TransitionCount, AttemptCount)
    return tuple(model.objects.aggregate(all=Sum("count"))["all"] for model in models)


def test_what_can_still_change_is_left_alone(quiz):
    attempted(quiz.current_version, ["1"])

    assert count(NOON + VALID_FOR) == 0
    assert count(NOON + SETTLED_AFTER) == 0
    assert count(NOON + SETTLED_AFTER + timedelta(seconds=1)) == 1
    assert SETTLED_AFTER > VALID_FOR


def test_answers_are_kept_by_day_page_group_block_and_words(quiz, home):
    late = NOON.replace(day=3, hour=23, minute=30)
    attempted(quiz.current_version, ["1", "1+3"], at=late, page=home, cluster="les", rendering="easy")
    attempted(quiz.current_version, ["dont_know"])

    count(LATER)

    rows = ItemCount.objects.order_by("page_id", "pattern")
    assert list(rows.values_list("day", "page_id", "cluster", "block", "rendering", "pattern", "count")) == [
        (date(2026, 11, 4), 0, "", "practice", "standard", "dont_know", 1),
        (date(2026, 11, 4), home.pk, "les", "practice", "easy", "1", 1),
        (date(2026, 11, 4), home.pk, "les", "practice", "easy", "1+3", 1),
    ]
    assert {row.quiz for row in rows} == {quiz}


def test_only_the_answer_that_counts_is_kept(quiz):
    attempt = attempted(quiz.current_version, ["2"])
    version = quiz.current_version.items.first().version
    respond(attempt, version, "1", block="practice", is_counting=False)

    count(LATER)

    assert list(ItemCount.objects.values_list("pattern", "count")) == [("2", 1)]


def test_who_answered_twice_leaves_a_change_also_when_it_was_skipped(quiz):
    version = measuring(quiz)
    attempted(version, ["1", "2", "1", "2", "2"])
    attempted(version, ["1", "skipped", "1", "2", "dont_know"])
    attempted(version, ["1", "", "1"])

    count(LATER)

    changes = TransitionCount.objects.order_by("version", "before", "after")
    assert list(changes.values_list("before", "after", "count")) == [
        ("1", "2", 2),
        ("2", "2", 1),
        ("skipped", "dont_know", 1),
    ]


def test_how_far_somebody_came_is_the_place_of_the_last_answer(quiz):
    version = measuring(quiz)
    attempted(version, ["1", "2", "1", "2", "2"], is_finished=True)
    attempted(version, ["1", "", "skipped"])
    attempted(version, [])

    count(LATER)

    ends = AttemptCount.objects.order_by("furthest").values_list("furthest", "is_finished", "count")
    assert list(ends) == [(0, False, 1), (4, False, 1), (6, True, 1)]


def test_counting_again_changes_nothing_and_more_is_added(quiz, monkeypatch):
    monkeypatch.setattr(counting, "ATTEMPTS_PER_TRANSACTION", 7)
    version = measuring(quiz)
    crowd(version, 20)
    count(LATER)
    before = kept()

    assert count(LATER) == 0
    assert kept() == before
    crowd(version, 20)
    assert count(LATER) == 20
    doubled = [[(*row[:3], 2 * row[3], *row[4:]) for row in rows] for rows in before]
    assert list(kept()) == doubled


@pytest.mark.parametrize("stop_at", ["_add", "add_to"])
@pytest.mark.django_db(transaction=True)
def test_killed_at_any_moment_everything_is_counted_once(quiz, monkeypatch, stop_at):
    crowd(measuring(quiz), 9)
    step = getattr(counting, stop_at)

    def do_and_die(*args):
        step(*args)
        raise KeyboardInterrupt

    monkeypatch.setattr(counting, stop_at, do_and_die)
    with pytest.raises(KeyboardInterrupt):
        count(LATER)
    assert totals() == (None, None, None)
    assert not Attempt.objects.exclude(counted_at=None).exists()
    monkeypatch.setattr(counting, stop_at, step)

    assert count(LATER) == 9
    assert totals()[2] == 9


@pytest.mark.django_db(transaction=True)
def test_two_clocks_at_once_count_once(quiz, monkeypatch):
    monkeypatch.setattr(counting, "ATTEMPTS_PER_TRANSACTION", 4)
    crowd(measuring(quiz), 30)
    both = Barrier(2)

    def work() -> int:
        both.wait(30)
        return count(LATER)

    counted = in_threads(work, work)
    connection.close()
    counted.append(count(LATER))

    assert sum(counted) == 30
    assert totals()[2] == 30
