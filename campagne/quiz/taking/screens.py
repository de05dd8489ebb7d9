"""What each screen of a quiz shows, ready for its template."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from campagne.quiz.answers.attempts import Attempt
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.rendering import rendered
from campagne.quiz.questions.scoring import Score, score
from campagne.quiz.questions.versions import QuestionVersion
from campagne.quiz.taking.comparing import answer_at, in_words
from campagne.quiz.taking.course import Course, Place, Reach
from campagne.quiz.taking.sitting import Sitting

STATES = {
    Reach.DONT_KNOW: "weet ik niet",
    Reach.SKIPPED: "overgeslagen",
    Reach.NOT_REACHED: "nog niet beantwoord",
}
MOMENTS = {Block.MEASURE_PRE: "vooraf", Block.MEASURE_POST: "achteraf"}


@dataclass(frozen=True)
class OverviewRow:
    """One question in the overview: what was answered, and the address to look at it again.

    `answer` is empty where no option was chosen; `url` where it may not be opened yet. `moment` is when it was
    measured, empty for another question.
    """

    number: int
    stem: str
    state: str
    answer: str
    moment: str
    url: str


@dataclass(frozen=True)
class Result:
    """The end of a quiz: counts in words, never a mark; `gain` if something was measured that can be right."""

    score: Score
    dont_know: int
    skipped: int
    not_reached: int
    unscored: int
    gain: "Gain | None"

    @property
    def encouragement(self) -> str:
        """One sentence that fits, without praise for nothing or blame for anything."""
        if not self.score.total:
            return "Dank u wel voor uw antwoorden."
        if self.score.right == self.score.total:
            return "Alles goed. Vertel het door: zo helpt u ook een ander."
        if self._unanswered == self.score.total + self.unscored and not self.gain:
            return "U hebt nog geen vraag beantwoord. Dat kan nog: ga terug naar het overzicht."
        which = "de vragen die u beantwoordde," if self._unanswered and not self.gain else "elke vraag"
        return f"Bij {which} stond uitleg. Daar gaat het om: nu weet u meer dan eerst."

    @property
    def _unanswered(self) -> int:
        """Questions that were never explained, unless they were measured: what was measured is told at its end."""
        return self.skipped + self.not_reached


@dataclass(frozen=True)
class Gain:
    """How many of the measured questions were right before, and how many afterwards."""

    before: int
    after: int
    total: int


@dataclass(frozen=True)
class Note:
    """A line above the answers, with where to read more, if there is more."""

    text: str
    url: str = ""
    link: str = ""


def overview_of(sitting: Sitting, places: Iterable[Place] | None = None) -> list[OverviewRow]:
    """List these questions, or all of them, with the answer that counts, if there is one."""
    listed = [place for place in (places or sitting.course.asked) if place.block.asks]
    questions = sitting.questions(listed)
    return [_row(sitting, place, questions[place.version]) for place in listed]


def _row(sitting: Sitting, place: Place, question: QuestionVersion) -> OverviewRow:
    course, shown = sitting.course, rendered(question, sitting.ticket.rendering)
    reach = course.reach_of(place)
    return OverviewRow(
        number=place.number,
        stem=shown.stem,
        state=STATES.get(reach, ""),
        answer=in_words(shown, answer_at(course, place, question)) if reach is Reach.ANSWERED else "",
        moment=MOMENTS.get(place.block, ""),
        url="" if course.waits_for(place.number) else sitting.url(_screen_of(course, place), place.number),
    )


def _screen_of(course: Course, place: Place) -> str:
    """Where to look at a question again: at its explanation, if that was seen."""
    counting = course.counting(place)
    is_explained = counting and counting.has_seen_explanation and place.block is Block.PRACTICE
    return "explanation" if is_explained else "question"


def note_at(sitting: Sitting, place: Place) -> Note | None:
    """What to know before answering this question."""
    counting = sitting.course.counting(place)
    if place.block is Block.PRACTICE and counting and counting.has_seen_explanation:
        told = "U hebt de uitleg al gezien. Uw eerste antwoord telt."
        return Note(told, sitting.url("explanation", place.number), "Lees de uitleg nog eens")
    if place.block.measures and sitting.course.is_closed(Block.MEASURE_POST):
        told = "U hebt de uitleg al gezien. Wat u daarvoor antwoordde, telt."
        return Note(told, sitting.url("measured_after"), "Lees de uitleg nog eens")
    if place.block.measures and sitting.course.is_closed(place.block):
        return Note("U bent al verder met de quiz. Wat u eerst antwoordde, telt.")
    if place.block.measures:
        return Note("U hoort nu nog niet wat goed is. Dat leest u aan het eind.")
    return Note("Hier is geen goed of fout.") if place.block is Block.VOTE else None


def result_of(sitting: Sitting, attempt: Attempt) -> Result:
    """Count the answers that count; a question left open is in the total as well, one that was measured once."""
    course, version = sitting.course, sitting.quiz_version
    marks = {(r.question_version_id, Block(r.block)): r.is_right for r in attempt.responses.counting()}
    once = [place for place in course.asked if place.block is not Block.MEASURE_PRE]
    reached = [course.reach_of(place) for place in once]
    scored = [marks.get((place.version, place.block)) for place in once if place.block.is_in_score]
    return Result(
        score=score(scored, version.scored_count),
        dont_know=reached.count(Reach.DONT_KNOW),
        skipped=reached.count(Reach.SKIPPED),
        not_reached=reached.count(Reach.NOT_REACHED),
        unscored=len(once) - version.scored_count,
        gain=_gain(sitting, marks),
    )


def _gain(sitting: Sitting, marks: Mapping[tuple[int, Block], bool | None]) -> Gain | None:
    """Count what was right before and afterwards; None if nothing was measured that can be right."""
    questions = sitting.questions(sitting.course.in_block(Block.MEASURE_POST))
    scored = [pk for pk, question in questions.items() if question.is_scored]
    before, after = (
        sum(marks.get((pk, block)) is True for pk in scored) for block in (Block.MEASURE_PRE, Block.MEASURE_POST)
    )
    return Gain(before, after, len(scored)) if scored else None
