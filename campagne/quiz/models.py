"""The models, gathered for Django; each has a module of its own."""

from campagne.quiz.attempts import Attempt, Response, ResponseChoice
from campagne.quiz.counts import AttemptCount, ItemCount, TransitionCount
from campagne.quiz.key_correction import KeyCorrection
from campagne.quiz.question import Question
from campagne.quiz.quiz import Quiz, QuizPart, QuizVersion, QuizVersionItem
from campagne.quiz.speech import Speech
from campagne.quiz.versions import Frozen, OptionVersion, QuestionSeries, QuestionVersion

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
