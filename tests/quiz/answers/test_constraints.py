"""What the database itself refuses, whoever writes: an answer that says two things, or to what asks nothing."""

import pytest
from django.db import IntegrityError, models, transaction

from campagne.quiz.models import OptionVersion, QuizVersionItem, Response
from tests.quiz.counted import attempted

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt(quiz):
    return attempted(quiz.current_version, ["1", "dont_know"])


@pytest.mark.parametrize(
    ("pattern", "changes", "name"),
    [
        pytest.param("dont_know", {"is_right": False}, "only_an_answer_is_marked", id="not known, and marked"),
        pytest.param("1", {"block": "vote"}, "a_vote_is_neither_right_nor_wrong", id="a vote, and marked"),
        pytest.param("1", {"block": "info"}, "an_answer_is_to_a_part_that_asks", id="to what is only read"),
        pytest.param("1", {"pattern": "skipped"}, "a_pattern_says_what_its_answer_says", id="answered, and skipped"),
        pytest.param("dont_know", {"pattern": "1"}, "a_pattern_says_what_its_answer_says", id="not known, and chosen"),
    ],
)
def test_an_answer_says_one_thing(attempt, pattern, changes, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        attempt.responses.filter(pattern=pattern).update(**changes)


def test_one_answer_counts_per_question(attempt):
    again = attempt.responses.get(pattern="1")
    again.pk, again.submission = None, attempt.pk

    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()
    again.is_counting = False
    again.save()

    assert Response.objects.count() == 3


def test_a_place_in_a_version_is_of_one_option(quiz):
    version = quiz.current_version.items.first().version

    with pytest.raises(IntegrityError), transaction.atomic():
        models.QuerySet.update(OptionVersion.objects.filter(version=version), order=1)


@pytest.mark.parametrize("changes", [{"version": None}, {"block": "info"}], ids=["asks nothing", "reads a question"])
def test_a_version_of_a_quiz_has_a_question_where_it_asks(quiz, changes):
    item = quiz.current_version.items.first()

    with pytest.raises(IntegrityError, match="a_quiz_version_has_a_question_where_it_asks"), transaction.atomic():
        models.QuerySet.update(QuizVersionItem.objects.filter(pk=item.pk), **changes)
