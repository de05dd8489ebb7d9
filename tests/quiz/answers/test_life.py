"""Whatever was answered: results are the same before counting, after it, and when the attempts are gone."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campagne.quiz.answers.anonymising import anonymise
from campagne.quiz.answers.counting import count
from campagne.quiz.answers.ends import attempts_by_end
from campagne.quiz.answers.results import attempt_counts, item_results
from campagne.quiz.answers.selection import Selection
from campagne.quiz.answers.tallies import NAMES, answers_by, changes_by
from campagne.quiz.models import Attempt, QuestionVersion, Response
from campagne.quiz.questions.plan import Block
from tests.quiz.counted import LATER, NOON, attempted, crowd, measuring

pytestmark = pytest.mark.django_db
MONTHS_LATER = LATER + timedelta(days=90)


def everything(quiz, page) -> list:
    """All that can be asked about the answers."""
    version = QuestionVersion.objects.order_by("pk").first()
    selections = [
        {},
        {"quizzes": [quiz]},
        {"page_ids": [page.pk]},
        {"since": date(2026, 11, 2), "until": date(2026, 11, 3)},
        {"blocks": [Block.MEASURE_POST]},
        {"rendering": "easy"},
        {"version": version},
        {"series": version.series_id},
        {"cluster": "groep-a"},
        {"cluster": ""},
    ]
    known: list = [item_results(**chosen) for chosen in selections]
    known += [answers_by(Selection(**chosen), *NAMES) for chosen in selections]
    known += [changes_by(Selection(**chosen), "version", "cluster") for chosen in selections]
    of_attempts = [{name: value for name, value in chosen.items() if name in PLAIN} for chosen in selections]
    known += [attempt_counts(**chosen) for chosen in of_attempts]
    known += [attempts_by_end(Selection(**chosen)) for chosen in of_attempts]
    versions = QuestionVersion.objects.with_answers().order_by("pk")
    return [*known, list(versions.values_list("pk", "answers")), quiz.is_in_use()]


PLAIN = ("page_ids", "quizzes", "since", "until", "cluster")


def three_times(quiz, page) -> list:
    """Before counting, half counted and half not, counted, and anonymised."""
    seen = [everything(quiz, page)]
    count(NOON - timedelta(hours=40) + timedelta(hours=25))
    seen.append(everything(quiz, page))
    count(LATER)
    seen.append(everything(quiz, page))
    anonymise(MONTHS_LATER)
    assert not Attempt.objects.exists()
    assert not Response.objects.exists()
    return [*seen, everything(quiz, page)]


def test_results_stay_the_same_all_life_long(quiz, home):
    version = measuring(quiz)
    crowd(version, 40, pages=(None, home))
    crowd(quiz.versions.order_by("number").first(), 25, seed=2, pages=(None, home))

    uncounted, *later = three_times(quiz, home)

    assert any(uncounted[0])
    assert later == [uncounted] * 3


patterns = st.sampled_from(["", "1", "2", "3", "1+2", "1+2+3", "3>1>2", "dont_know", "skipped"])


@pytest.mark.once
@given(
    st.lists(
        st.tuples(
            st.lists(patterns, min_size=0, max_size=5),
            st.integers(0, 100),
            st.booleans(),
            st.sampled_from(["", "a", "b"]),
            st.sampled_from(["standard", "easy"]),
        ),
        max_size=5,
    )
)
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_was_answered_results_stay_the_same(quiz, home, attempts):
    Attempt.objects.all().delete()
    version = quiz.versions.order_by("-number").first()
    if not version.items.filter(block=Block.MEASURE_PRE.value).exists():
        version = measuring(quiz)
    for given_patterns, hours, is_finished, cluster, rendering in attempts:
        at = NOON - timedelta(hours=hours)
        more = {"is_finished": is_finished, "cluster": cluster, "rendering": rendering}
        attempted(version, given_patterns, at=at, **more)

    uncounted, *later = three_times(quiz, home)

    assert later == [uncounted] * 3
