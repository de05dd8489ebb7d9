"""The models, gathered for Django; each has a module of its own."""

from campagne.quiz.answers.attempts import Attempt, Response, ResponseChoice
from campagne.quiz.answers.counts import AttemptCount, ItemCount, TransitionCount
from campagne.quiz.changes.key_correction import KeyCorrection
from campagne.quiz.questions.question import Question
from campagne.quiz.questions.quiz import Quiz, QuizPart, QuizVersion, QuizVersionItem
from campagne.quiz.questions.versions import Frozen, OptionVersion, QuestionSeries, QuestionVersion
from campagne.quiz.sound.speech import Speech

__all__ = [
    "Attempt",
    "AttemptCount",
    "Frozen",
    "ItemCount",
    "KeyCorrection",
    "OptionVersion",
    "Question",
    "QuestionSeries",
    "QuestionVersion",
    "Quiz",
    "QuizPart",
    "QuizVersion",
    "QuizVersionItem",
    "Response",
    "ResponseChoice",
    "Speech",
    "TransitionCount",
]
