"""A sitting: somebody's ticket for a quiz, what they are in it, and the addresses of its screens."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import FilteredRelation, Q
from django.urls import reverse

from campagne.quiz.answers.attempts import Attempt
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.quiz import QuizVersion, QuizVersionItem
from campagne.quiz.questions.rendering import Rendering
from campagne.quiz.questions.versions import QuestionVersion
from campagne.quiz.taking.course import Course, Place, Sent, arranged, blocks_closed
from campagne.quiz.taking.ticket import NOT_OURS, Ticket, read_ticket
from campagne.serving.intake.refusals import NO_LONGER_THERE, Refusal

OF_PLACE = ("order", "block", "version")
OF_ANSWER = ("pk", "question_version", "block", "submission", "pattern", "is_counting", "feedback_shown_at")


@dataclass(frozen=True)
class Sitting:
    """What belongs to a ticket is looked up when it is asked for, and once."""

    slug: str
    ticket: Ticket

    @classmethod
    def open(cls, slug: str, signed: str, at: datetime) -> "Sitting":
        """Read the ticket in an address. Raises Refusal for one that is not ours, or too old."""
        return cls(slug, read_ticket(signed, at))

    @cached_property
    def quiz_version(self) -> QuizVersion:
        """The quiz as it is taken. Raises Refusal if the ticket is not for this quiz, or its quiz is gone."""
        version = QuizVersion.objects.select_related("quiz").filter(pk=self.ticket.quiz_version_id).first()
        if version is None:
            raise NO_LONGER_THERE
        if version.quiz.slug != self.slug:
            raise NOT_OURS
        return version

    @cached_property
    def attempt(self) -> Attempt | None:
        """What was written down of it; None while nothing was sent in."""
        return Attempt.objects.filter(pk=self.ticket.attempt).first()

    @cached_property
    def course(self) -> Course:
        """How far it is. Raises Refusal as `quiz_version` does."""
        return self.course_of(self.attempt)

    def course_of(self, attempt: Attempt | None) -> Course:
        """Look up the parts and the answers, in one query. Raises Refusal as `quiz_version` does."""
        of_attempt = FilteredRelation(
            "version__responses", condition=Q(version__responses__attempt=self.ticket.attempt)
        )
        items = QuizVersionItem.objects.filter(
            quiz_version=self.ticket.quiz_version_id, quiz_version__quiz__slug=self.slug
        )
        rows = list(
            items.annotate(given=of_attempt)
            .order_by("order", "given__pk")
            .values_list(*OF_PLACE, *(f"given__{name}" for name in OF_ANSWER))
        )
        if not rows:
            raise NOT_OURS if self.quiz_version.quiz.slug != self.slug else NO_LONGER_THERE
        places = {row[0]: _place(row[: len(OF_PLACE)]) for row in rows}
        sent = {row[len(OF_PLACE)]: _sent(row[len(OF_PLACE) :]) for row in rows if row[len(OF_PLACE)]}
        closed = blocks_closed(attempt.pre_closed_at, attempt.post_closed_at) if attempt else frozenset()
        return Course(self._in_order(places), tuple(sent[pk] for pk in sorted(sent)), closed)

    def _in_order(self, places: dict[int, Place]) -> tuple[Place, ...]:
        """Whoever is alone gets what is measured in an order of their own; a group looks at one question together."""
        if self.ticket.led:
            return tuple(places[number] for number in sorted(places))
        return arranged(places.values(), self.ticket.attempt)

    def place(self, number: int) -> Place:
        """The part at this number. Raises Refusal if there is none."""
        return place_in(self.course, number)

    def question(self, place: Place) -> QuestionVersion:
        """The question that is asked at a place, with its options and picture."""
        return self.questions([place])[place.version]

    def questions(self, places: Iterable[Place]) -> dict[int, QuestionVersion]:
        """The questions that are asked at these places, by the number of their version, in two queries."""
        asked = [place.version for place in places]
        if not asked:
            return {}
        return QuestionVersion.objects.select_related("picture").prefetch_related("options").in_bulk(asked)

    def told_at(self, place: Place) -> QuizVersionItem:
        """What is to be read at a place where nothing is asked."""
        return QuizVersionItem.objects.get(quiz_version=self.ticket.quiz_version_id, order=place.number)

    def url(self, name: str, number: int | None = None, *, rendering: Rendering | None = None) -> str:
        """The address of a screen, in the words that are read now, or in others."""
        ticket = self.ticket if rendering is None else self.ticket.read_in(rendering)
        return reverse(f"quiz:{name}", args=[self.slug, ticket.signed(), *([] if number is None else [number])])


def place_in(course: Course, number: int) -> Place:
    """The part at this number. Raises Refusal if there is none."""
    place = course.place(number)
    if place is None:
        what = f"{course.total} {'vragen' if course.is_simple else 'onderdelen'}"
        raise Refusal(
            404, "Deze vraag is er niet", f"Deze quiz heeft {what}. Ga terug en kies een vraag uit het overzicht."
        )
    return place


def _place(row: tuple) -> Place:
    number, block, version = row
    return Place(number, Block(block), version)


def _sent(row: tuple) -> Sent:
    pk, version, block, submission, pattern, is_counting, seen = row
    return Sent(pk, version, Block(block), submission, pattern, is_counting, seen is not None)
