"""What the demo's own files know of a question: which answers are right. A page never tells before it is answered."""

from collections.abc import Iterable
from dataclasses import dataclass

from campagne.demo.quiz_entries import QuestionEntry, QuizEntry
from campagne.quiz.questions.draft import real_or_fake
from campagne.quiz.questions.scoring import Kind


@dataclass(frozen=True)
class Knowledge:
    questions: tuple[QuestionEntry, ...]

    @classmethod
    def of(cls, quizzes: Iterable[QuizEntry]) -> "Knowledge":
        return cls(tuple(question for quiz in quizzes for question in quiz.questions))

    @staticmethod
    def right_texts(question: QuestionEntry) -> tuple[str, ...]:
        """The texts of what is right; of an order all of them, in that order. Empty where nothing is right or wrong."""
        if question.kind == Kind.ORDER:
            return tuple(option.text for option in question.options)
        if question.truth:
            return tuple(option.text for option in real_or_fake(question.truth) if option.is_right)
        return tuple(option.text for option in question.options if option.right)

    def question_in(self, text: str) -> QuestionEntry | None:
        """The question that stands in this text, with its practice message; None if it was changed."""
        return next((question for question in self.questions if _stands_in(question, text)), None)


def _stands_in(question: QuestionEntry, text: str) -> bool:
    told = (question.stem, question.message.body if question.message else "")
    return all(" ".join(part.split()) in text for part in told)
