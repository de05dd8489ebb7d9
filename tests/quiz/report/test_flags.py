"""When a question deserves another look."""

import pytest

from campagne.figures.estimates import correlation_range
from campagne.quiz.report.flags import CHECK_KEY, EASY, TOO_LITTLE, UNKNOWN, Signs, flags_of

pytestmark = pytest.mark.once


def signs(right: int, dont_know: int, answers: int, rest: float) -> Signs:
    return Signs(right, dont_know, answers, correlation_range(rest, answers))


@pytest.mark.parametrize(
    ("seen", "flags"),
    [
        pytest.param(signs(49, 0, 49, -0.5), (TOO_LITTLE,), id="too few answers to say anything else"),
        pytest.param(signs(50, 0, 50, 0.3), (EASY,), id="everybody knows it"),
        pytest.param(signs(46, 0, 50, 0.3), (), id="nearly everybody, as far as fifty can tell"),
        pytest.param(signs(460, 0, 500, 0.3), (EASY,), id="nearly everybody for sure"),
        pytest.param(signs(30, 5, 60, -0.3), (CHECK_KEY,), id="who knows the rest gets it wrong"),
        pytest.param(signs(30, 5, 60, -0.1), (), id="it may have nothing to do with the rest"),
        pytest.param(Signs(30, 5, 60, None), (), id="nobody can tell"),
        pytest.param(signs(20, 15, 60, 0.2), (UNKNOWN,), id="one in four does not know"),
        pytest.param(signs(20, 14, 60, 0.2), (), id="fewer do not know"),
        pytest.param(signs(10, 30, 60, -0.4), (CHECK_KEY, UNKNOWN), id="two at once"),
    ],
)
def test_a_flag_is_raised_when_its_rule_holds(seen, flags):
    assert flags_of(seen) == flags


@pytest.mark.parametrize("flag", [TOO_LITTLE, EASY, CHECK_KEY, UNKNOWN])
def test_every_flag_advises_what_to_do(flag):
    assert flag.advice.endswith(".")
    assert "significant" not in flag.advice
