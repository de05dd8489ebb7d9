"""Somebody who takes part, as the views of a participant need it: the ticket, the session, and what was answered."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from campagne.guided.joining.participants import Participant
from campagne.guided.joining.ticket import ParticipantTicket, taking_part_with
from campagne.guided.sessions.session import GuidedSession
from campagne.guided.sessions.standing import Phase, takes
from campagne.guided.taking_part.answers import sitting_of
from campagne.guided.taking_part.asking import asked_part
from campagne.quiz.answers.attempts import Response
from campagne.quiz.questions.rendering import Rendering
from campagne.quiz.questions.versions import QuestionVersion
from campagne.quiz.taking.comparing import answer_at
from campagne.quiz.taking.course import Place
from campagne.quiz.taking.sitting import Sitting


@dataclass(frozen=True)
class Person:
    """What belongs to an address is looked up when it is asked for, and once."""

    ticket: ParticipantTicket
    participant: Participant

    @classmethod
    def open(cls, signed: str) -> "Person":
        """Read a participant's address. Raises Refusal as `taking_part_with`."""
        return cls(*taking_part_with(signed))

    @property
    def session(self) -> GuidedSession:
        return self.participant.session

    @property
    def rendering(self) -> Rendering:
        return self.ticket.rendering

    @property
    def home_url(self) -> str:
        return self.ticket.url()

    @cached_property
    def sitting(self) -> Sitting:
        """Raises ValueError if the session has no quiz."""
        return sitting_of(self.participant, rendering=self.rendering)

    def has_answered(self, number: int) -> bool:
        """Tell whether an answer counts, also "weet ik niet". Raises Refusal where nothing is asked."""
        return self.sitting.course.counting(self._place(number)) is not None

    def answer_to(self, number: int, question: QuestionVersion):
        """The answer that counts; as if it was skipped where there is none."""
        return answer_at(self.sitting.course, self._place(number), question)

    def may_answer(self, number: int, at: datetime) -> bool:
        return takes(self.session.standing, self.session.script, number, at)

    def is_asked(self, number: int, at: datetime) -> bool:
        """Tell whether the form of a question is shown: it may be answered, and who leads did not just close it."""
        session = self.session
        is_shut = session.now.place == number and session.standing.phase is not Phase.OPEN
        return self.may_answer(number, at) and not is_shut

    def has_sent(self, submission: str) -> bool:
        """Tell whether this very form came in before."""
        sent = Response.objects.filter(attempt=self.participant.pk).values_list("submission", flat=True)
        return submission in {str(known) for known in sent}

    def _place(self, number: int) -> Place:
        part = asked_part(self.session, number)
        return Place(number, part.block, part.version)
