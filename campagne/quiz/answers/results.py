"""Results: what was answered, per version of a question. Only answers that count are counted.

What was answered is kept as patterns, and marked here by the key of now: a corrected key holds for all there ever was.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, Sum

from campagne.quiz.answers.selection import ASKED_APART, FIRST_TIME, Selection
from campagne.quiz.answers.tallies import answers_by
from campagne.quiz.questions.pattern import is_right, options_in
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.scoring import Key, State
from campagne.quiz.questions.versions import OptionVersion, QuestionVersion


@dataclass(frozen=True)
class OptionCount:
    """How often one option was chosen."""

    option: OptionVersion
    count: int


@dataclass(frozen=True)
class ItemResult:
    """The answers to one version of a question.

    `answered` is how often an option was chosen: right plus wrong where it is scored. Where nothing is scored,
    right and wrong are 0 and only the options tell. `skipped` is who said so; who only went past it left no answer.
    `block` is where it was asked, and None where blocks were taken together.
    """

    version: QuestionVersion
    right: int
    wrong: int
    dont_know: int
    skipped: int
    options: tuple[OptionCount, ...]
    answered: int
    block: Block | None = None

    @property
    def whole(self) -> int:
        """Who gave an answer; "weet ik niet" is one."""
        return self.answered + self.dont_know


@dataclass(frozen=True)
class AttemptCounts:
    """How often somebody gave a first answer, and how often somebody came to the end."""

    begun: int
    finished: int


def item_results(**chosen) -> list[ItemResult]:
    """Count per version what was answered; `chosen` are fields of `Selection`.

    Without `blocks` nobody is counted twice for one question: what was asked again at the end is left out. A version
    without answers is left out. Four queries, however many there are.
    """
    given: dict[int, Counter[str]] = {}
    for (version, pattern), times in answers_by(
        Selection(**{"blocks": FIRST_TIME, **chosen}), "version", "pattern"
    ).items():
        given.setdefault(version, Counter())[pattern] += times
    return [item_result(version, given[version.pk]) for version in _versions(given)]


def items_by_group(**chosen) -> list[dict[str, ItemResult]]:
    """Count as `item_results`, with the results of each version group by group, by cluster."""
    given: dict[int, dict[str, Counter[str]]] = {}
    selection = Selection(**{"blocks": FIRST_TIME, **chosen})
    for (version, key, pattern), times in answers_by(selection, "version", "cluster", "pattern").items():
        given.setdefault(version, {}).setdefault(key, Counter())[pattern] += times
    return [
        {key: item_result(version, patterns) for key, patterns in sorted(given[version.pk].items())}
        for version in _versions(given)
    ]


def items_by_block(name: str, **chosen) -> list[dict[Any, ItemResult]]:
    """Count by this name of NAMES, with what was asked before, after and at practice each as an item of its own.

    Before comes first, then after; what is asked twice is never added up. As many queries as `item_results`.
    """
    given: dict[int, dict[str, dict[Any, Counter[str]]]] = {}
    selection = Selection(**{"blocks": ASKED_APART, **chosen})
    for (version, block, key, pattern), times in answers_by(selection, "version", "block", name, "pattern").items():
        given.setdefault(version, {}).setdefault(block, {}).setdefault(key, Counter())[pattern] += times
    return [
        {
            key: replace(item_result(version, patterns), block=block)
            for key, patterns in sorted(given[version.pk][block.value].items())
        }
        for version in _versions(given)
        for block in ASKED_APART
        if block.value in given[version.pk]
    ]


def _versions(keys: Collection[int]) -> Iterable[QuestionVersion]:
    if not keys:
        return ()
    return QuestionVersion.objects.filter(pk__in=keys).prefetch_related("options").order_by("question", "pk")


def item_result(version: QuestionVersion, patterns: Mapping[str, int]) -> ItemResult:
    """Mark and count these answers to a version, by the key of now."""
    options = list(version.options.all())
    times = Counter[int]()
    for pattern, count in patterns.items():
        times.update(dict.fromkeys(options_in(pattern), count))
    states = {state: patterns.get(state.value, 0) for state in (State.DONT_KNOW, State.SKIPPED)}
    marks = marks_of(version, patterns)
    return ItemResult(
        version=version,
        right=sum(count for pattern, count in patterns.items() if marks[pattern] is True),
        wrong=sum(count for pattern, count in patterns.items() if marks[pattern] is False),
        dont_know=states[State.DONT_KNOW],
        skipped=states[State.SKIPPED],
        options=tuple(OptionCount(option, times[option.order]) for option in options),
        answered=sum(patterns.values()) - sum(states.values()),
    )


def marks_of(version: QuestionVersion, patterns: Iterable[str], key: Key | None = None) -> dict[str, bool | None]:
    """Mark each of these patterns, by the key of now unless another is given; None where nothing is right or wrong."""
    options: Sequence[OptionVersion] = list(version.options.all())
    places = {option.order: option.key for option in options}
    by = key or version.key_among(options)
    return {pattern: is_right(pattern, places, by) for pattern in patterns}


def attempt_counts(**chosen) -> AttemptCounts:
    """Count the attempts that began on those days, and how many of them came to the end. Two queries, or none."""
    selection = Selection(**chosen)
    if selection.is_nothing:
        return AttemptCounts(0, 0)
    ends = dict(selection.kept_attempts().values_list("is_finished").annotate(Sum("count")))
    to_count = selection.attempts_to_count().aggregate(begun=Count("pk"), finished=Count("finished_at"))
    finished = ends.get(True, 0)
    return AttemptCounts(to_count["begun"] + finished + ends.get(False, 0), to_count["finished"] + finished)


def attempt_counts_by_group(**chosen) -> dict[str, AttemptCounts]:
    """Count as `attempt_counts`, group by group, by cluster. Two queries, or none."""
    selection = Selection(**chosen)
    if selection.is_nothing:
        return {}
    begun, finished = Counter[str](), Counter[str]()
    kept = selection.kept_attempts().values_list("cluster", "is_finished").annotate(Sum("count"))
    for cluster, is_finished, times in kept:
        begun[cluster] += times
        finished[cluster] += times if is_finished else 0
    to_count = selection.attempts_to_count().order_by().values_list("cluster")
    for cluster, began, ended in to_count.annotate(Count("pk"), Count("finished_at")):
        begun[cluster] += began
        finished[cluster] += ended
    return {cluster: AttemptCounts(times, finished[cluster]) for cluster, times in begun.items()}
