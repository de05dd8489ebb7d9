"""The screen after an answer: what was chosen, what is right, and why."""

from dataclasses import dataclass

from campagne.quiz.attempts import Response
from campagne.quiz.scoring import Construct, State
from campagne.quiz.versions import OptionVersion, QuestionVersion


@dataclass(frozen=True)
class Outcome:
    """One option on the screen with the explanation: what was chosen and what is right, in words."""

    option: OptionVersion
    is_chosen: bool
    is_scored: bool

    @property
    def standing(self) -> str:
        """What the option is: "right", "wrong" (chosen, and not right) or empty."""
        if not self.is_scored:
            return ""
        return "right" if self.option.is_right else "wrong" if self.is_chosen else ""


@dataclass(frozen=True)
class Explanation:
    """The screen after an answer."""

    question: QuestionVersion
    verdict: str
    word: str
    outcomes: tuple[Outcome, ...]
    is_counting: bool

    @classmethod
    def of(cls, question: QuestionVersion, response: Response) -> "Explanation":
        chosen = response.answer().chosen
        outcomes = tuple(Outcome(o, o.key in chosen, question.is_scored) for o in question.options.all())
        verdict = _verdict(response)
        is_partly_right = verdict == "wrong" and any(o.is_chosen and o.option.is_right for o in outcomes)
        words = {"saved": "Dank u wel", "wrong": "Bijna goed" if is_partly_right else ""}
        return cls(question, verdict, words.get(verdict, ""), outcomes, response.is_counting)


def _verdict(response: Response) -> str:
    if response.state == State.DONT_KNOW:
        return "unknown"
    if not Construct(response.question_version.construct).is_scored:
        return "saved"
    return "right" if response.is_right else "wrong"
