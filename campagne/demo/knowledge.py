"""What the demo's own files know of a question: which answers are right. A page never tells before it is answered."""

from collections.abc import Iterable
from dataclasses import dataclass

from campagne.demo.catalogue import QuestionEntry, QuizEntry


@dataclass(frozen=True)
class Knowledge:
    questions: tuple[QuestionEntry, ...]

    @classmethod
    def of(cls, quizzes: Iterable[QuizEntry]) -> "Knowledge":
        return cls(tuple(question for quiz in quizzes for question in quiz.questions))

    def question_in(self, text: str) -> QuestionEntry | None:
        """The question that stands in this text, with its practice message; None if it was changed."""
        return next((question for question in self.questions if _stands_in(question, text)), None)


def _stands_in(question: QuestionEntry, text: str) -> bool:
    told = (question.stem, question.message.body if question.message else "")
    return all(" ".join(part.split()) in text for part in told)
