"""What publishing would change of a question that people may have answered already."""

from dataclasses import dataclass

from django.db import models

from campagne.figures.disclosure import Audience, Figure, Kind, publishable
from campagne.figures.sentences import in_words
from campagne.quiz.questions.choices import CHANGES
from campagne.quiz.questions.draft import Draft
from campagne.quiz.questions.edits import Proposal, propose
from campagne.quiz.questions.versions import QuestionVersion


@dataclass(frozen=True)
class PendingChange:
    """The newest version, how many answers the question has, and what we take the change for."""

    newest: QuestionVersion | None
    answers: int
    proposal: Proposal | None

    @classmethod
    def of(cls, question: models.Model, draft: Draft) -> "PendingChange":
        """Compare a draft with the newest version. Three queries; none for a question that was never saved."""
        if question.pk is None:
            return cls(None, 0, None)
        versions = list(QuestionVersion.objects.filter(question=question).with_answers().order_by("-pk"))
        if not versions:
            return cls(None, 0, None)
        newest = versions[0]
        return cls(newest, sum(version.answers for version in versions), propose(newest.as_draft(), draft))

    @property
    def must_be_decided(self) -> bool:
        """Tell whether there are answers whose meaning hangs on it."""
        return self.answers > 0 and self.proposal is not None

    @property
    def proposal_name(self) -> str:
        return dict(CHANGES)[self.proposal.change.value] if self.proposal else ""

    @property
    def answers_in_words(self) -> str:
        return answers_in_words(self.answers)


def answers_in_words(count: int) -> str:
    """Say how many answers there are, for editors: fewer than a handful is not told exactly."""
    if not count:
        return "nog geen antwoorden"
    outcome = publishable(Figure(count, Kind.ANSWERS), audience=Audience.STAFF)
    return in_words(outcome) if outcome.is_shown else "enkele antwoorden"
