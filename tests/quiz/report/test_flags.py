"""When a question deserves another look."""

import pytest

from campagne.quiz.report.flags import CHECK_KEY, EASY, TOO_LITTLE, UNKNOWN, Signs, flags_of

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("signs", "flags"),
    [
        pytest.param(Signs(49, 0, 49, -0.5), (TOO_LITTLE,), id="too few answers to say anything else"),
        pytest.param(Signs(50, 0, 50, 0.3), (EASY,), id="everybody knows it"),
        pytest.param(Signs(46, 0, 50, 0.3), (), id="nearly everybody, as far as fifty can tell"),
        pytest.param(Signs(460, 0, 500, 0.3), (EASY,), id="nearly everybody for sure"),
        pytest.param(Signs(30, 5, 60, -0.1), (CHECK_KEY,), id="who knows the rest gets it wrong"),
        pytest.param(Signs(30, 5, 60, 0.0), (), id="it has nothing to do with the rest"),
        pytest.param(Signs(30, 5, 60, None), (), id="nobody can tell"),
        pytest.param(Signs(20, 15, 60, 0.2), (UNKNOWN,), id="one in four does not know"),
        pytest.param(Signs(20, 14, 60, 0.2), (), id="fewer do not know"),
        pytest.param(Signs(10, 30, 60, -0.2), (CHECK_KEY, UNKNOWN), id="two at once"),
    ],
)
def test_a_flag_is_raised_when_its_rule_holds(signs, flags):
    assert flags_of(signs) == flags


@pytest.mark.parametrize("flag", [TOO_LITTLE, EASY, CHECK_KEY, UNKNOWN])
def test_every_flag_advises_what_to_do(flag):
    assert flag.advice.endswith(".")
    assert "significant" not in flag.advice
