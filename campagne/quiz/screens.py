"""What each screen of a quiz shows, ready for its template."""

from dataclasses import dataclass

from campagne.quiz.attempts import Attempt, Response
from campagne.quiz.quiz import QuizVersionItem
from campagne.quiz.scoring import Construct, Score, State, score
from campagne.quiz.sitting import Sitting
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


@dataclass(frozen=True)
class OverviewRow:
    """One question in the overview: what was answered, and the address to look at it again."""

    number: int
    stem: str
    state: str
    chosen: tuple[str, ...]
    url: str


@dataclass(frozen=True)
class Result:
    """The end of a quiz: counts in words, never a mark."""

    score: Score
    dont_know: int
    skipped: int
    unscored: int

    @property
    def encouragement(self) -> str:
        """One sentence that fits, without praise for nothing or blame for anything."""
        if not self.score.total:
            return "Dank u wel voor uw antwoorden."
        if self.score.right == self.score.total:
            return "Alles goed. Vertel het door: zo helpt u ook een ander."
        return "Bij elke vraag stond uitleg. Daar gaat het om: nu weet u meer dan eerst."


def overview_of(sitting: Sitting) -> list[OverviewRow]:
    """List every question with the answer that counts, if there is one."""
    items = QuizVersionItem.objects.filter(quiz_version=sitting.quiz_version).select_related("version")
    counting = Response.objects.counting().filter(attempt=sitting.ticket.attempt)
    given = {r.question_version_id: r for r in counting.prefetch_related("choices__option")}
    return [_row(sitting, item, given.get(item.version_id)) for item in items]


def result_of(sitting: Sitting, attempt: Attempt) -> Result:
    """Count the answers that count; a question left open is in the total as well."""
    given = list(attempt.responses.counting())
    total = sitting.quiz_version.scored_count
    states = [response.state for response in given]
    return Result(
        score=score([response.is_right for response in given], total),
        dont_know=states.count(State.DONT_KNOW),
        skipped=sitting.total - len(given) + states.count(State.SKIPPED),
        unscored=sitting.total - total,
    )


def _row(sitting: Sitting, item: QuizVersionItem, response: Response | None) -> OverviewRow:
    has_seen = response is not None and response.feedback_shown_at is not None
    return OverviewRow(
        number=item.order,
        stem=item.version.stem,
        state=response.get_state_display() if response else "nog niet beantwoord",
        chosen=tuple(choice.option.text for choice in response.choices.all()) if response else (),
        url=sitting.url("explanation" if has_seen else "question", item.order),
    )


def _verdict(response: Response) -> str:
    if response.state == State.DONT_KNOW:
        return "unknown"
    if not Construct(response.question_version.construct).is_scored:
        return "saved"
    return "right" if response.is_right else "wrong"
