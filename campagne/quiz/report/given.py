"""All that was ever given to a quiz, fetched once: answers, changes, how far people came, and what was asked."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from campagne.quiz.ends import attempts_by_end
from campagne.quiz.models import QuestionVersion, Quiz, QuizVersion, QuizVersionItem
from campagne.quiz.plan import Block
from campagne.quiz.selection import Selection
from campagne.quiz.tallies import answers_by, changes_by

Key = TypeVar("Key")


@dataclass(frozen=True)
class Place:
    """Where a version stood: in which version of the quiz, in which block, at which place from 1."""

    quiz_version: int
    version: int | None
    block: Block
    order: int
    title: str


@dataclass(frozen=True)
class Given:
    """What was answered to one quiz: by version, block, words and pattern; `in_groups` by group instead of words."""

    answers: Mapping[tuple[int, str, str, str], int]
    in_groups: Mapping[tuple[int, str, str, str], int]
    changes: Mapping[tuple[int, str, str, str], int]
    ends: Mapping[tuple[int, int, bool], int]
    places: tuple[Place, ...]
    quiz_versions: tuple[QuizVersion, ...]
    versions: Mapping[int, QuestionVersion]

    @classmethod
    def to(cls, quiz: Quiz) -> "Given":
        """Fetch it; ten queries, however much there is."""
        selection = Selection(quizzes=[quiz])
        answers = answers_by(selection, "version", "block", "rendering", "pattern")
        items = QuizVersionItem.objects.filter(quiz_version__quiz=quiz).order_by("quiz_version", "order")
        rows = items.values_list("quiz_version", "version", "block", "order", "title")
        places = tuple(Place(at, version, Block(block), order, title) for at, version, block, order, title in rows)
        wanted = {version for version, *_ in answers} | {place.version for place in places}
        asked = QuestionVersion.objects.filter(pk__in=wanted).prefetch_related("options")
        return cls(
            answers=answers,
            in_groups=answers_by(Selection(quizzes=[quiz], is_guided=True), "version", "block", "cluster", "pattern"),
            changes=changes_by(selection, "version", "cluster"),
            ends=attempts_by_end(selection),
            places=places,
            quiz_versions=tuple(quiz.versions.order_by("-number")),
            versions={version.pk: version for version in asked},
        )

    @property
    def now(self) -> list[Place]:
        """What the newest version of the quiz asks and tells, in order."""
        newest = self.quiz_versions[0].pk if self.quiz_versions else None
        return [place for place in self.places if place.quiz_version == newest]

    def patterns(self, version: int, block: Block) -> Counter[str]:
        return self._patterns.get((version, block.value), Counter())

    @cached_property
    def _patterns(self) -> dict[tuple[int, str], Counter[str]]:
        return grouped(
            (((version, block), pattern), times) for (version, block, _, pattern), times in self.answers.items()
        )

    def begun(self, quiz_versions: Iterable[int]) -> int:
        wanted = set(quiz_versions)
        return sum(times for (at, _, _), times in self.ends.items() if at in wanted)

    def came_to(self, order: int, quiz_version: int) -> int:
        """How many attempts have an answer at this place or further."""
        return sum(times for (at, furthest, _), times in self.ends.items() if at == quiz_version and furthest >= order)


def grouped(counts: Iterable[tuple[tuple[Key, str], int]]) -> dict[Key, Counter[str]]:
    """Gather patterns with the same key."""
    together: dict[Key, Counter[str]] = {}
    for (key, pattern), times in counts:
        together.setdefault(key, Counter())[pattern] += times
    return together
