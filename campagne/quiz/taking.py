"""The verbs of taking a quiz: send in an answer, see the explanation, come to the end."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from django.db import IntegrityError, transaction
from wagtail.models import Page

from campagne.quiz.attempts import Attempt, Response, ResponseChoice
from campagne.quiz.pattern import pattern_of
from campagne.quiz.scoring import State, mark
from campagne.quiz.submission import Submission
from campagne.quiz.ticket import Ticket
from campagne.quiz.versions import QuestionVersion


class Receipt(Enum):
    """What became of a submission."""

    CREATED = auto()
    UNCHANGED = auto()
    DIFFERENT = auto()


@dataclass(frozen=True)
class Given:
    """What one attempt sent in for one question, in the order it came."""

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
    responses = Response.objects.filter(attempt=ticket.attempt, question_version=version).order_by("pk")
    return Given(tuple(responses.prefetch_related("choices__option")))


def send_in(ticket: Ticket, version: QuestionVersion, submission: Submission, at: datetime) -> Receipt:
    """Keep an answer once, whoever else sends the same at the same moment."""
    try:
        with transaction.atomic():
            return _send_in(ticket, version, submission, at)
    except IntegrityError:
        # Another attempt took the id of this submission a moment ago: it is there now.
        with transaction.atomic():
            return _send_in(ticket, version, submission, at)


def _send_in(ticket: Ticket, version: QuestionVersion, submission: Submission, at: datetime) -> Receipt:
    attempt = _attempt_of(ticket, at)
    known = Response.objects.filter(submission=submission.id).first()
    if known is not None:
        is_same = (known.attempt_id, known.question_version_id) == (attempt.pk, version.pk)
        return Receipt.UNCHANGED if is_same and known.answer() == submission.answer else Receipt.DIFFERENT
    # Options before answers: whoever corrects a key holds them in the same order.
    options = version.held_options()
    before = attempt.responses.counting().filter(question_version=version)
    has_seen_explanation = before.filter(feedback_shown_at__isnull=False).exists()
    if not has_seen_explanation:
        before.update(is_counting=False)
    response = attempt.responses.create(
        question_version=version,
        submission=submission.id,
        state=submission.answer.state.value,
        pattern=pattern_of(submission.answer, {option.key: option.order for option in options}),
        is_right=mark(submission.answer, version.key_among(options)),
        is_counting=not has_seen_explanation,
        answered_at=at,
    )
    chosen = [option for option in options if option.key in submission.answer.chosen]
    positions = {key: place for place, key in enumerate(submission.answer.in_order, 1)}
    ResponseChoice.objects.bulk_create(
        ResponseChoice(response=response, option=option, position=positions.get(option.key)) for option in chosen
    )
    return Receipt.CREATED


def _attempt_of(ticket: Ticket, at: datetime) -> Attempt:
    """Find or make the attempt, and hold it until the end of the transaction, so that answers come one by one."""
    if not Attempt.objects.filter(pk=ticket.attempt).exists():
        page = Page.objects.filter(pk=ticket.page_id).first() if ticket.page_id else None
        fields = {"quiz_version_id": ticket.quiz_version_id, "page": page, "started_at": at}
        Attempt.objects.get_or_create(pk=ticket.attempt, defaults=fields)
    return Attempt.objects.select_for_update().get(pk=ticket.attempt)


def show_explanation(ticket: Ticket, version: QuestionVersion, at: datetime) -> Response | None:
    """Give the last answer to a question and note that its explanation is seen.

    None while there is nothing to explain: no answer yet, or skipped.
    """
    given = given_to(ticket, version)
    if given.has_seen_explanation or not given.can_be_explained:
        return given.last_answer
    with transaction.atomic():
        # Nobody may change the answer between reading it here and noting that its explanation was seen.
        Attempt.objects.select_for_update().get(pk=ticket.attempt)
        given = given_to(ticket, version)
        if given.can_be_explained:
            Response.objects.filter(pk=given.counting.pk, feedback_shown_at=None).update(feedback_shown_at=at)
        return given.last_answer


def finish(ticket: Ticket, at: datetime) -> bool:
    """Note that the end was reached, once; False if nothing was ever answered."""
    Attempt.objects.filter(pk=ticket.attempt, finished_at=None).update(finished_at=at)
    return Attempt.objects.filter(pk=ticket.attempt).exists()
