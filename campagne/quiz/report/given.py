"""All that was ever given to a quiz, fetched once: answers, changes, how far people came, and what was asked."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from campagne.quiz.answers.ends import attempts_by_end
from campagne.quiz.answers.selection import Selection
from campagne.quiz.answers.tallies import answers_by, changes_by
from campagne.quiz.models import QuestionVersion, Quiz, QuizVersion, QuizVersionItem
from campagne.quiz.questions.plan import Block

Rows = Mapping[tuple[int, str, str, str], int]
Grouped = dict[tuple[int, str], dict[str, Counter[str]]]


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
    """What was answered to one quiz: by version, block, words and pattern; `in_groups` by group instead of words.

    `ends` is how far everybody came, `ends_alone` who did not come in a group.
    """

    answers: Rows
    in_groups: Rows
    changes: Rows
    ends: Mapping[tuple[int, int, bool], int]
    ends_alone: Mapping[tuple[int, int, bool], int]
    places: tuple[Place, ...]
    quiz_versions: tuple[QuizVersion, ...]
    versions: Mapping[int, QuestionVersion]

    @classmethod
    def to(cls, quiz: Quiz) -> "Given":
        """Fetch it; some fifteen queries, however much there is."""
        selection = Selection(quizzes=[quiz])
        answers = answers_by(selection, "version", "block", "rendering", "pattern")
        changes = changes_by(selection, "version", "cluster")
        items = QuizVersionItem.objects.filter(quiz_version__quiz=quiz).order_by("quiz_version", "order")
        rows = items.values_list("quiz_version", "version", "block", "order", "title")
        places = tuple(Place(at, version, Block(block), order, title) for at, version, block, order, title in rows)
        wanted = {version for version, *_ in (*answers, *changes)} | {place.version for place in places}
        asked = QuestionVersion.objects.filter(pk__in=wanted).prefetch_related("options")
        return cls(
            answers=answers,
            in_groups=answers_by(Selection(quizzes=[quiz], is_guided=True), "version", "block", "cluster", "pattern"),
            changes=changes,
            ends=attempts_by_end(selection),
            ends_alone=attempts_by_end(Selection(quizzes=[quiz], is_guided=False)),
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
        return sum(self.by_words(version, block).values(), Counter())

    def by_words(self, version: int, block: Block) -> dict[str, Counter[str]]:
        """What was answered, by the words it was read in."""
        return self._by_words.get((version, block.value), {})

    def by_group(self, version: int, block: Block) -> dict[str, Counter[str]]:
        """What was answered by who came in groups, by group."""
        return self._by_group.get((version, block.value), {})

    def changes_to(self, series: int) -> list[tuple[QuestionVersion, Counter[tuple[str, str, str]]]]:
        """What was answered both times to each version of a series, by group, before and after."""
        return [
            (self.versions[pk], rows) for pk, rows in self._changes.items() if self.versions[pk].series_id == series
        ]

    @cached_property
    def _changes(self) -> dict[int, Counter[tuple[str, str, str]]]:
        together: dict[int, Counter[tuple[str, str, str]]] = {}
        for (pk, *row), times in self.changes.items():
            together.setdefault(pk, Counter())[tuple(row)] += times
        return together

    @cached_property
    def _by_words(self) -> Grouped:
        return _grouped(self.answers)

    @cached_property
    def _by_group(self) -> Grouped:
        return _grouped(self.in_groups)

    def begun(self, quiz_versions: Iterable[int]) -> int:
        wanted = set(quiz_versions)
        return sum(times for (at, _, _), times in self.ends.items() if at in wanted)

    def came_to(self, order: int, quiz_version: int) -> int:
        """How many attempts have an answer at this place or further."""
        return sum(times for (at, furthest, _), times in self.ends.items() if at == quiz_version and furthest >= order)


def _grouped(rows: Rows) -> Grouped:
    """Gather patterns by version and block, and then by words or group."""
    together: Grouped = {}
    for (version, block, third, pattern), times in sorted(rows.items()):
        together.setdefault((version, block), {}).setdefault(third, Counter())[pattern] += times
    return together
