"""What each screen of a quiz shows, ready for its template."""

from dataclasses import dataclass

from campagne.quiz.attempts import Attempt, Response
from campagne.quiz.quiz import QuizVersionItem
from campagne.quiz.scoring import Score, State, score
from campagne.quiz.sitting import Sitting


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
