"""The six questions of the ladder, side by side and never added up to one number."""

from datetime import date

from campagne.figures.verdicts import OUTCOME, Verdict
from campagne.measurement.dashboard.answers import Answer
from campagne.measurement.dashboard.learning import intention, understanding
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.dashboard.traffic import acts_in, traffic_in
from campagne.measurement.dashboard.visiting import attention, reach, step
from campagne.quiz.answers.results import item_results
from campagne.quiz.questions.scoring import Construct

NOT_ENTERED = f"Het officiële cijfer is {Verdict.NOT_ENTERED}."
NEXT_SURVEY = "De Veiligheidsmonitor verschijnt om het jaar; de volgende komt in het voorjaar van 2028."


def ladder(selection: Selection, *, counted_since: date) -> tuple[Answer, ...]:
    """Answer the six questions for a selection; what lies before `counted_since` is unknown, not 0."""
    traffic, acts, period = traffic_in(selection), acts_in(selection), selection.period
    items = item_results(page_ids=selection.pages, since=period.first, until=period.last)
    return (
        reach(selection, traffic, counted_since),
        attention(selection, traffic, acts),
        understanding(selection, [item for item in items if item.version.is_scored]),
        intention(selection, [item for item in items if item.version.construct == Construct.INTENTION.value]),
        step(acts, traffic),
        Answer(OUTCOME, NOT_ENTERED, notes=(NEXT_SURVEY, OUTCOME.caveat)),
    )
