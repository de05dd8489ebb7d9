from dataclasses import replace

import pytest

from campagne.guided.planning.advice import Planned, advice_on

pytestmark = pytest.mark.once
COMFORTABLE = Planned(expected=8, presenters=1, slow_minutes=120, meetings=1)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        pytest.param({}, [], id="eight people and two hours"),
        pytest.param({"presenters": 0}, [], id="somebody with a card is a presenter too"),
        pytest.param({"expected": 9}, ["Vraag 2 begeleiders"], id="one too many"),
        pytest.param({"expected": 16, "presenters": 2}, [], id="sixteen with two"),
        pytest.param({"slow_minutes": 121}, ["cursus van 2 keer"], id="a minute too long"),
        pytest.param({"slow_minutes": 240, "meetings": 2}, [], id="long, in two times"),
        pytest.param({"has_quiz": False}, ["geen quiz"], id="nothing to measure with"),
    ],
)
def test_advice_says_what_to_do_and_is_silent_when_all_is_well(changed, words):
    told = list(advice_on(replace(COMFORTABLE, **changed)))

    assert len(told) == len(words)
    assert all(word in sentence for word, sentence in zip(words, told, strict=True))
