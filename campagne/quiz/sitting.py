"""A sitting: somebody's ticket together with the questions it is for, and the addresses of its screens."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from campagne.quiz.quiz import Quiz, QuizVersion, QuizVersionItem
from campagne.quiz.ticket import NOT_OURS, Ticket, read_ticket
from campagne.quiz.versions import QuestionVersion
from campagne.serving.intake.refusals import NO_LONGER_THERE, Refusal


@dataclass(frozen=True)
class Sitting:
    signed: str
    ticket: Ticket
    quiz_version: QuizVersion

    @classmethod
    def open(cls, slug: str, signed: str, at: datetime) -> "Sitting":
        """Find the questions that belong to a ticket. Raises Refusal if the ticket is not for this quiz."""
        ticket = read_ticket(signed, at)
        version = QuizVersion.objects.select_related("quiz").filter(pk=ticket.quiz_version_id).first()
        if version is None:
            raise NO_LONGER_THERE
        if version.quiz.slug != slug:
            raise NOT_OURS
        return cls(signed, ticket, version)

    @property
    def quiz(self) -> Quiz:
        return self.quiz_version.quiz

    @property
    def total(self) -> int:
        return self.quiz_version.question_count

    def question(self, number: int) -> QuestionVersion:
        """The question at this place, from 1. Raises Refusal if there is none."""
        if not 1 <= number <= self.total:
            advice = f"Deze quiz heeft {self.total} vragen. Ga terug en kies een vraag uit het overzicht."
            raise Refusal(404, "Deze vraag is er niet", advice)
        item = QuizVersionItem.objects.select_related("version__picture").get(
            quiz_version=self.quiz_version, order=number
        )
        return item.version

    def url(self, name: str, number: int | None = None) -> str:
        place = [] if number is None else [number]
        return reverse(f"quiz:{name}", args=[self.quiz.slug, self.signed, *place])

    def url_after(self, number: int) -> str:
        """Where to go after a question: the next one, or the overview."""
        return self.url("question", number + 1) if number < self.total else self.url("overview")

    def url_before(self, number: int) -> str:
        """The question before this one; empty at the first."""
        return self.url("question", number - 1) if number > 1 else ""
