"""After the measuring: per question the explanation, with what was answered before and afterwards, in kind words."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from campagne.quiz.questions.pattern import answer_from
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.rendering import Rendered, rendered
from campagne.quiz.questions.scoring import Answer, State, mark
from campagne.quiz.questions.versions import QuestionVersion
from campagne.quiz.taking.course import Course, Place
from campagne.quiz.taking.explaining import Explanation
from campagne.quiz.taking.sitting import Sitting

OPEN = Answer(State.SKIPPED)


class Change(StrEnum):
    """What became of a question between before and afterwards."""

    STAYED_RIGHT = "stayed_right"
    LEARNED = "learned"
    UNLEARNED = "unlearned"
    STAYED_WRONG = "stayed_wrong"
    UNMARKED = "unmarked"

    @property
    def verdict(self) -> str:
        return {self.STAYED_RIGHT: "right", self.LEARNED: "right", self.UNMARKED: "saved"}.get(self, "wrong")


WORDS = {
    Change.STAYED_RIGHT: "Dat wist u al, en dat weet u nog",
    Change.LEARNED: "Dit hebt u geleerd",
    Change.UNLEARNED: "Eerst had u het goed. Lees het nog eens rustig na",
    Change.STAYED_WRONG: "Dit is lastig. Lees het nog eens rustig na",
    Change.UNMARKED: "Dank u wel. Hier is geen goed of fout",
}


def change_between(before: bool | None, after: bool | None, *, is_scored: bool) -> Change:
    """Compare two marks; "weet ik niet" and "overgeslagen" have none, and are not right."""
    if not is_scored:
        return Change.UNMARKED
    if after:
        return Change.STAYED_RIGHT if before else Change.LEARNED
    return Change.UNLEARNED if before else Change.STAYED_WRONG


@dataclass(frozen=True)
class Comparison:
    """One question: its explanation, and in words what was answered before and afterwards."""

    explanation: Explanation
    change: Change
    before: str
    after: str

    @property
    def words(self) -> str:
        return WORDS[self.change]

    @classmethod
    def of(cls, question: QuestionVersion, shown: Rendered, before: Answer, after: Answer) -> "Comparison":
        key = question.key()
        marks = mark(before, key), mark(after, key)
        return cls(
            explanation=Explanation.about(shown, after, marks[1]),
            change=change_between(*marks, is_scored=question.is_scored),
            before=in_words(shown, before),
            after=in_words(shown, after),
        )


def comparisons_of(sitting: Sitting) -> list[Comparison]:
    """Compare every question that was measured, in the order of the plan: the same for everybody."""
    course = sitting.course
    asked = sorted(course.in_block(Block.MEASURE_POST), key=lambda place: place.planned)
    questions = sitting.questions(asked)
    found = []
    for place in asked:
        question = questions[place.version]
        before, after = (
            answer_at(course, Place(0, block, place.version), question)
            for block in (Block.MEASURE_PRE, Block.MEASURE_POST)
        )
        found.append(Comparison.of(question, rendered(question, sitting.ticket.rendering), before, after))
    return found


def answer_at(course: Course, place: Place, question: QuestionVersion) -> Answer:
    """The answer that counts at a place; as if it was skipped where there is none."""
    counting = course.counting(place)
    return answer_from(counting.pattern, keys_of(question)) if counting else OPEN


def keys_of(question: QuestionVersion) -> dict[int, UUID]:
    """The key of each option by its place, to read patterns with."""
    return {option.order: option.key for option in question.options.all()}


def in_words(question: Rendered, answer: Answer) -> str:
    """What was answered, as it was read."""
    if answer.state is not State.ANSWERED:
        return "weet ik niet" if answer.state is State.DONT_KNOW else "overgeslagen"
    texts = {option.key: option.text for option in question.options}
    if answer.in_order:
        return ", dan ".join(texts[key] for key in answer.in_order)
    return " / ".join(text for key, text in texts.items() if key in answer.chosen)
