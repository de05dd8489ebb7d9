"""The verbs of answering: send in an answer, and see its explanation. They know nothing of a browser."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from django.db import IntegrityError, transaction

from campagne.quiz.answers.attempts import Attempt, Response, ResponseChoice
from campagne.quiz.answers.medium import Medium
from campagne.quiz.questions.pattern import pattern_of
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.rendering import Rendering, has_easy
from campagne.quiz.questions.scoring import Answer, State, mark
from campagne.quiz.questions.versions import QuestionVersion
from campagne.quiz.taking.course import Course, Place, Sent
from campagne.quiz.taking.holding import held_question, hold, hold_or_make
from campagne.quiz.taking.sitting import Sitting, place_in
from campagne.quiz.taking.submission import Submission
from campagne.quiz.taking.ticket import Ticket
from campagne.serving.intake.refusals import NO_LONGER_THERE, Refusal

NOTHING_ASKED = Refusal(404, "Hier is geen vraag", "Ga terug, en lees verder met de knop die er staat.")
TOO_EARLY = Refusal(409, "Deze vraag komt later", "Ga terug naar het overzicht. Daar ziet u welke vraag nu komt.")
Read = Callable[[QuestionVersion], Submission]


class Receipt(Enum):
    """What became of a submission."""

    CREATED = auto()
    UNCHANGED = auto()
    DIFFERENT = auto()


@dataclass(frozen=True)
class Taken:
    """What became of a submission, at which part, and what it was."""

    receipt: Receipt
    place: Place
    course: Course
    state: State


def send_in(sitting: Sitting, number: int, read: Read, at: datetime) -> Taken:
    """Keep an answer once, whoever else sends the same at the same moment; at most six queries.

    `read` makes the submission, of the question it is for. What it raises goes on, and nothing is kept.
    Raises Refusal where nothing is asked, or where a measuring comes first.
    """
    try:
        with transaction.atomic():
            return _send_in(sitting, number, read, at)
    except IntegrityError:
        # Another attempt has the id of this submission, or the page was removed a moment ago.
        with transaction.atomic():
            return _send_in(sitting, number, read, at, looks_elsewhere=True)


def _send_in(sitting: Sitting, number: int, read: Read, at: datetime, *, looks_elsewhere: bool = False) -> Taken:
    attempt = hold_or_make(sitting.ticket, at)
    course = sitting.course_of(attempt)
    place = _place_to_answer(attempt, course, number, is_led=sitting.ticket.led is not None)
    question = held_question(place.version)
    submission = read(question)
    response = _response(sitting.ticket, place, question, submission, at)
    response.is_counting = course.takes(place, was_written=response.medium == Medium.PAPER)
    receipt = _receipt(course, response)
    if looks_elsewhere and Response.objects.filter(submission=submission.id).exclude(attempt=attempt).exists():
        receipt = Receipt.DIFFERENT
    if receipt is Receipt.CREATED:
        _keep(response, question, submission.answer, course.counting(place))
    return Taken(receipt, place, course, submission.answer.state)


def _place_to_answer(attempt: Attempt, course: Course, number: int, *, is_led: bool) -> Place:
    """The question to answer. In a group who leads says what is open; nobody waits for who came late or left one out.

    A group may take the parts in another order than that of the plan, so nothing that comes before is closed by it.
    """
    place = place_in(course, number)
    if attempt.counted_at:
        raise NO_LONGER_THERE
    if not place.block.asks:
        raise NOTHING_ASKED
    if course.to_close(number) and not is_led:
        raise TOO_EARLY
    return place


def _response(
    ticket: Ticket, place: Place, question: QuestionVersion, submission: Submission, at: datetime
) -> Response:
    """The answer as it is written down. A vote is never right or wrong."""
    options, answer = question.options.all(), submission.answer
    is_easy = ticket.rendering is Rendering.EASY and has_easy(question, options)
    return Response(
        attempt_id=ticket.attempt,
        question_version_id=place.version,
        submission=submission.id,
        state=answer.state.value,
        block=place.block.value,
        rendering=(Rendering.EASY if is_easy else Rendering.STANDARD).value,
        medium=(ticket.led.medium if ticket.led else Medium.SCREEN).value,
        pattern=pattern_of(answer, {option.key: option.order for option in options}),
        is_right=None if place.block is Block.VOTE else mark(answer, question.key_among(options)),
        answered_at=at,
    )


def _receipt(course: Course, response: Response) -> Receipt:
    """The same id with the same answer to the same question is the same submission."""
    known = next((one for one in course.sent if one.submission == response.submission), None)
    if known is None:
        return Receipt.CREATED
    told = (response.question_version_id, response.block, response.pattern)
    return Receipt.UNCHANGED if told == (known.version, known.block, known.pattern) else Receipt.DIFFERENT


def _keep(response: Response, question: QuestionVersion, answer: Answer, before: Sent | None) -> None:
    """Write an answer; if it counts, the one before it stays, and counts no longer."""
    if before and response.is_counting:
        Response.objects.filter(pk=before.pk).update(is_counting=False)
    response.save(force_insert=True)
    positions = {key: place for place, key in enumerate(answer.in_order, 1)}
    ResponseChoice.objects.bulk_create(
        ResponseChoice(response=response, option=option, position=positions.get(option.key))
        for option in question.options.all()
        if option.key in answer.chosen
    )


@dataclass(frozen=True)
class Given:
    """What one attempt sent in for a question of practice, in the order it came."""

    responses: tuple[Response, ...]

    @property
    def counting(self) -> Response | None:
        return next((response for response in self.responses if response.is_counting), None)

    @property
    def has_seen_explanation(self) -> bool:
        return self.counting is not None and self.counting.feedback_shown_at is not None

    @property
    def can_be_explained(self) -> bool:
        """A skipped question keeps its explanation for when it is answered."""
        return self.counting is not None and self.counting.state != State.SKIPPED

    @property
    def last_answer(self) -> Response | None:
        """The answer to show with the explanation; None when it may not be shown."""
        if not self.can_be_explained:
            return None
        return next(response for response in reversed(self.responses) if response.state != State.SKIPPED)


def given_to(ticket: Ticket, version: QuestionVersion) -> Given:
    of_question = {"question_version": version, "block": Block.PRACTICE.value}
    responses = Response.objects.filter(attempt=ticket.attempt, **of_question).order_by("pk")
    return Given(tuple(responses.prefetch_related("choices__option")))


def show_explanation(ticket: Ticket, version: QuestionVersion, at: datetime) -> Response | None:
    """Give the last answer to a question of practice and note that its explanation is seen.

    None while there is nothing to explain: no answer yet, or skipped.
    """
    given = given_to(ticket, version)
    if given.has_seen_explanation or not given.can_be_explained:
        return given.last_answer
    with transaction.atomic():
        # Nobody may change the answer between reading it here and noting that its explanation was seen.
        hold(ticket)
        given = given_to(ticket, version)
        if given.can_be_explained:
            Response.objects.filter(pk=given.counting.pk, feedback_shown_at=None).update(feedback_shown_at=at)
        return given.last_answer
