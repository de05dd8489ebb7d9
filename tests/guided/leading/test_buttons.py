import pytest

from campagne.guided.leading.buttons import buttons_of
from campagne.guided.sessions.script import END, LOOK_BACK, WELCOME, Kind, Step
from campagne.guided.sessions.standing import Phase, Standing, State
from campagne.quiz.questions.plan import Block

pytestmark = pytest.mark.once

BEFORE = Step(Kind.QUESTION, "Mag de code?", place=1, block=Block.MEASURE_PRE)
TAUGHT = Step(Kind.LESSON, "Hang op", lesson=1)
PRACTICE = Step(Kind.QUESTION, "Om te oefenen?", place=2, block=Block.PRACTICE)
VOTE = Step(Kind.QUESTION, "Wat zou u doen?", place=3, block=Block.VOTE)
SCRIPT = (WELCOME, BEFORE, TAUGHT, PRACTICE, VOTE, LOOK_BACK, END)


def at(step: int, phase: Phase = Phase.OPEN, furthest: int | None = None, state: State = State.RUNNING) -> Standing:
    return Standing(state, step, phase, step if furthest is None else furthest)


@pytest.mark.parametrize(
    ("standing", "first", "others"),
    [
        pytest.param(at(0, state=State.PLANNED), "Start de les", [], id="planned"),
        pytest.param(at(3, state=State.PAUSED), "Ga verder met de les", [], id="paused"),
        pytest.param(at(3, state=State.CLOSED), None, [], id="closed"),
        pytest.param(at(0), "Volgende", [], id="nothing is asked"),
        pytest.param(at(1), "Volgende", ["Sluit de vraag"], id="what is measured stays open while the block lasts"),
        pytest.param(at(1, Phase.CLOSED), "Volgende", ["Open de vraag weer"], id="measured and closed"),
        pytest.param(at(1, Phase.CLOSED, furthest=2), "Volgende", [], id="measured, and the lesson began"),
        pytest.param(at(3), "Sluit de vraag", ["Volgende stap"], id="to practise"),
        pytest.param(
            at(3, Phase.CLOSED), "Laat de uitleg zien", ["Open de vraag weer", "Volgende stap"], id="practised"
        ),
        pytest.param(at(3, Phase.REVEALED), "Volgende", [], id="explained"),
        pytest.param(
            at(4, Phase.CLOSED), "Laat zien wat er is gekozen", ["Open de vraag weer", "Volgende stap"], id="voted"
        ),
        pytest.param(at(6), None, [], id="the end, which is asked on a screen of its own"),
    ],
)
def test_one_button_is_the_way_on(standing, first, others):
    buttons = buttons_of(standing, SCRIPT)

    assert (buttons.first and buttons.first.label) == first
    assert [button.label for button in buttons.others] == others


def test_there_is_no_way_back_from_the_beginning():
    assert buttons_of(at(0), SCRIPT).back is None
    assert buttons_of(at(1), SCRIPT).back is not None
