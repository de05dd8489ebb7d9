"""A key that is wrong shows itself: who does well in the rest gets that question wrong."""

from random import Random

import pytest

from campagne.figures.estimates import item_rest_correlations
from campagne.quiz.models import QuestionVersion
from campagne.quiz.report.quiz_report import report_of
from campagne.quiz.report.rest import rest_correlations
from tests.quiz.conftest import NO, YES, options, published, quiz_of
from tests.quiz.counted import attempted

pytestmark = pytest.mark.django_db


@pytest.fixture
def mistaken(home):
    """Five questions of which the first has the wrong answer as its key: No is right, and Yes has the tick."""
    return quiz_of(
        published("Verkeerde sleutel?", offer=options(YES)),
        *(published(f"Goed {n}?", offer=options(NO)) for n in "abcd"),
    )


def test_a_wrong_key_is_flagged_and_a_right_one_is_not(mistaken):
    for patterns in [["2"] * 5] * 30 + [["1", "1", "1", "1", "2"]] * 15 + [["1", "2", "1", "1", "dont_know"]] * 15:
        attempted(mistaken.current_version, patterns)

    report = report_of(mistaken)

    assert [[flag.name for flag in item.flags] for item in report.asked_now][:2] == [["sleutel nakijken"], []]


def test_only_the_newest_attempts_are_asked_and_skipping_is_no_answer(mistaken, django_assert_num_queries):
    versions = list(QuestionVersion.objects.order_by("pk").values_list("pk", flat=True))
    attempted(mistaken.current_version, ["2", "2", "2"])
    attempted(mistaken.current_version, ["1", "1", "skipped"])
    attempted(mistaken.current_version, ["1", "2", ""])

    with django_assert_num_queries(1):
        found = rest_correlations(mistaken, versions, at_most=2)

    assert found == {}
    assert rest_correlations(mistaken, versions[:1]) == {}
    assert rest_correlations(mistaken, []) == {}


@pytest.mark.once
def test_it_is_what_the_formula_gives_for_each_answer_by_itself(mistaken):
    chance, marks, ways = Random(3), [], {"1": 0, "2": 1, "dont_know": 0, "skipped": None, "": None}
    versions = [item.version_id for item in mistaken.current_version.items.order_by("order")]
    for _ in range(60):
        patterns = [chance.choice(["1", "1", "2", "2", "dont_know", "skipped", ""]) for _ in versions]
        attempted(mistaken.current_version, patterns)
        marks.append([ways[pattern] for pattern in patterns])
        # Of the first question the other answer has the tick.
        marks[-1][0] = 1 - marks[-1][0] if patterns[0] in {"1", "2"} else marks[-1][0]

    found = rest_correlations(mistaken, versions)

    assert [found[version].value for version in versions] == pytest.approx(item_rest_correlations(marks))
