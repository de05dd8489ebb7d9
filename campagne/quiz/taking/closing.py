"""The verbs that open and close: a part, a measuring, an attempt. They know nothing of a browser, and may run twice."""

from datetime import datetime

from django.db import transaction

from campagne.quiz.answers.attempts import Attempt, Response
from campagne.quiz.questions.plan import MEASURING, Block
from campagne.quiz.taking.course import Place
from campagne.quiz.taking.holding import hold, hold_keys
from campagne.quiz.taking.sitting import Sitting
from campagne.quiz.taking.ticket import Ticket
from campagne.serving.intake.refusals import Refusal

TOO_LATE = Refusal(
    410,
    "Weggooien kan niet meer",
    "Dat kon tot 24 uur nadat u begon. Uw antwoorden staan nu tussen die van anderen. Niemand ziet welke van u zijn.",
)
CLOSED_AT = {Block.MEASURE_PRE: "pre_closed_at", Block.MEASURE_POST: "post_closed_at"}


def open_part(sitting: Sitting, number: int, at: datetime) -> Place | None:
    """Open a part and close the measurings before it; None, and nothing happens, while they have questions left."""
    place, course = sitting.place(number), sitting.course
    if course.waits_for(number):
        return None
    close(sitting, course.to_close(number), at)
    return place


def close(sitting: Sitting, blocks: tuple[Block, ...], at: datetime) -> None:
    """Note that these measurings are over. What was noted before stays."""
    for block in blocks:
        name = CLOSED_AT[block]
        Attempt.objects.filter(pk=sitting.ticket.attempt, **{name: None}).update(**{name: at})


def show_comparison(sitting: Sitting, at: datetime) -> bool:
    """Note that the explanation of what was measured is seen; False while the measuring is not closed."""
    if not sitting.course.is_closed(Block.MEASURE_POST):
        return False
    measured = Response.objects.counting().filter(attempt=sitting.ticket.attempt, block__in=sorted(MEASURING))
    unseen = measured.filter(feedback_shown_at=None)
    if unseen.exists():
        with transaction.atomic():
            hold(sitting.ticket)
            hold_keys([sitting.ticket.attempt])
            unseen.update(feedback_shown_at=at)
    return True


def close_measuring(sitting: Sitting, at: datetime) -> bool:
    """Close the measuring afterwards, so that its answers are told; False while questions are left.

    From here on no answer to what was measured counts.
    """
    course = sitting.course
    if any(course.open_in(block) for block in course.measurings):
        return False
    close(sitting, course.measurings, at)
    return True


def finish(sitting: Sitting, at: datetime) -> bool:
    """Note that the end was reached, once; False if nothing was ever answered, or a measuring is not over."""
    if any(sitting.course.open_in(block) for block in sitting.course.measurings):
        return False
    close(sitting, sitting.course.measurings, at)
    Attempt.objects.filter(pk=sitting.ticket.attempt, finished_at=None).update(finished_at=at)
    return sitting.attempt is not None


def throw_away(ticket: Ticket) -> bool:
    """Delete an attempt with everything that was sent in; False if there was nothing. May run twice.

    Raises Refusal if it was already added to the counts, from where nobody can take it back.
    """
    with transaction.atomic():
        attempt = hold(ticket)
        if attempt is None:
            return False
        if attempt.counted_at:
            raise TOO_LATE
        hold_keys([attempt.pk])
        attempt.delete()
        return True
