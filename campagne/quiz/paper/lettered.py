"""A question whose answers are A, B, C: as a group sees it on the wall, as somebody reads it aloud, and as on paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_uppercase

from campagne.quiz.questions.form import HINTS, Form
from campagne.quiz.questions.rendering import Rendered, Rendering, rendered
from campagne.quiz.questions.scoring import Kind
from campagne.quiz.questions.versions import QuestionVersion


@dataclass(frozen=True)
class LetteredOption:
    """One answer. `order` is its place as it was written, which is what answers are kept by."""

    letter: str
    text: str
    order: int
    is_right: bool
    explanation: str


@dataclass(frozen=True)
class Lettered:
    """A question and its answers, in the order in which everybody gets them."""

    version: QuestionVersion
    question: Rendered
    options: tuple[LetteredOption, ...]

    @property
    def hint(self) -> str:
        return HINTS.get(Kind(self.question.kind), "")

    @property
    def is_scored(self) -> bool:
        return self.question.is_scored

    @property
    def is_order(self) -> bool:
        return self.question.kind == Kind.ORDER

    @property
    def takes_one(self) -> bool:
        return Kind(self.question.kind).takes_one_option

    @property
    def right(self) -> tuple[LetteredOption, ...]:
        """What is right: the right answers, or all of them in the right order; nothing where nothing is."""
        if not self.is_scored:
            return ()
        if self.is_order:
            return tuple(sorted(self.options, key=lambda option: option.order))
        return tuple(option for option in self.options if option.is_right)

    @property
    def explanation(self) -> str:
        """Why, in words for everybody; that of the right answer where the question has none of its own."""
        told = [self.question.explanation, *(option.explanation for option in self.right if not self.is_order)]
        return next((text for text in told if text), "")


def with_letters(version: QuestionVersion, seed: str) -> Lettered:
    """A version, fetched with its options, with letters; what is to be put in order is mixed by the seed."""
    question = rendered(version, Rendering.STANDARD)
    by_key = {option.key: option for option in question.options}
    choices = Form.of(question.kind, question.options, seed=seed).choices
    in_order = (by_key[choice.value] for choice in choices)
    options = tuple(
        LetteredOption(letter, option.text, option.order, option.is_right, option.explanation)
        for letter, option in zip(ascii_uppercase, in_order, strict=False)
    )
    return Lettered(version, question, options)


def fetched(versions: Iterable[int]) -> dict[int, QuestionVersion]:
    """Versions by their number, with what is shown of them; two queries, however many."""
    shown = QuestionVersion.objects.select_related("picture").prefetch_related("options")
    return dict(shown.in_bulk(set(versions)))
