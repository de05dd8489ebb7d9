"""Attempts by the thousand are as if each was answered by somebody."""

import pytest
from django.db.models import Count
from django.utils import timezone

from campagne.measurement.benchmarks.attempts import QUESTIONS, write_attempts
from campagne.quiz.answers.attempts import Attempt, Response, ResponseChoice

pytestmark = pytest.mark.django_db


def test_a_copy_is_somebody_else_who_answered_everything(home):
    write_attempts(3_000, timezone.now(), print)

    answered = Attempt.objects.annotate(given=Count("responses__choices"))
    assert set(answered.values_list("given", flat=True)) == {QUESTIONS}
    assert (Attempt.objects.count(), Response.objects.count()) == (3_000, 3_000 * QUESTIONS)
    assert Response.objects.mismarked().count() == 0
    assert Response.objects.values("is_right").distinct().count() == 2
    # The next answer finds a number of its own.
    copied = Response.objects.order_by("pk").last()
    assert ResponseChoice.objects.create(response=copied, option=copied.question_version.options.last()).pk
