"""Who changes several answers holds their keys first, as a correction does: nobody waits in a circle."""

from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from campagne.quiz.answers.anonymising import anonymise
from campagne.quiz.models import Attempt, OptionVersion, Response
from campagne.quiz.taking.closing import show_comparison, throw_away
from campagne.quiz.taking.sitting import Sitting
from campagne.quiz.taking.ticket import Ticket
from tests.quiz.counted import attempted, measuring

pytestmark = pytest.mark.django_db(transaction=True)
WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"


@pytest.fixture
def attempt(transactional_db, quiz) -> Attempt:
    """Somebody who answered before and after, and saw none of the explanation yet."""
    at = timezone.now()
    made = attempted(measuring(quiz), ["1", "1", "1", "2", "2"], at=at)
    Attempt.objects.update(pre_closed_at=at, post_closed_at=at)
    return made


def throwing_away(attempt: Attempt) -> None:
    throw_away(_sitting(attempt).ticket)


def comparing(attempt: Attempt) -> None:
    assert show_comparison(_sitting(attempt), timezone.now())


def anonymising(attempt: Attempt) -> None:
    Attempt.objects.update(counted_at=timezone.now())
    assert anonymise(timezone.now() + timedelta(days=400)).attempts == 1


def _sitting(attempt: Attempt) -> Sitting:
    ticket = Ticket(attempt.pk, attempt.quiz_version_id, None, attempt.started_at)
    return Sitting(attempt.quiz_version.quiz.slug, ticket)


def waits_or_ends(done: Future) -> bool:
    """Tell whether it came to wait for what we hold; False if it ended without."""
    while not done.done():
        with connection.cursor() as cursor:
            cursor.execute(WAITING)
            if cursor.fetchone()[0]:
                return True
    return False


@pytest.mark.parametrize("verb", [throwing_away, comparing, anonymising])
def test_no_answer_is_touched_while_a_key_is_corrected(attempt, verb):
    if connection.vendor != "postgresql":
        pytest.skip("on SQLite a transaction that writes is alone")

    def run():
        try:
            verb(attempt)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            list(OptionVersion.objects.select_for_update().order_by("version", "order"))
            done = pool.submit(run)
            assert waits_or_ends(done), done.exception()
            assert Response.objects.mark_again() == 0
            assert Response.objects.update(is_counting=True) == 5
        done.result()
