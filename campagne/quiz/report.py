"""The results of one quiz in sentences, version by version, as far as they may be shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from campagne.figures.disclosure import Audience, Figure, Kind, publishable, publishable_item
from campagne.figures.sentences import in_words
from campagne.quiz.models import QuestionVersion, Quiz, QuizVersion, QuizVersionItem
from campagne.quiz.results import ItemResult, item_results
from campagne.quiz.scoring import Construct


@dataclass(frozen=True)
class OptionLine:
    """How often one answer was given, in words."""

    text: str
    is_right: bool
    words: str


@dataclass(frozen=True)
class VersionReport:
    """What was answered to one version of a question. `right` is empty where nothing is scored."""

    version: QuestionVersion
    is_asked_now: bool
    right: str
    options: tuple[OptionLine, ...]
    skipped: str

    @property
    def is_answered(self) -> bool:
        return bool(self.options)


@dataclass(frozen=True)
class QuizVersionLine:
    """One version of the quiz: from when, with how many questions, and how many came to the end."""

    number: int
    created_at: datetime
    question_count: int
    begun: str
    finished: str


@dataclass(frozen=True)
class QuizReport:
    versions: tuple[QuizVersionLine, ...]
    asked_now: tuple[VersionReport, ...]
    asked_before: tuple[VersionReport, ...]

    @property
    def is_empty(self) -> bool:
        return not any(report.is_answered for report in (*self.asked_now, *self.asked_before))


def report_of(quiz: Quiz) -> QuizReport:
    """Report a quiz: first what it asks now, in order, then what it asked before, newest first."""
    results = {item.version.pk: item for item in item_results(quizzes=[quiz])}
    now = [item.version for item in _current_items(quiz)]
    asked_now = tuple(_report(version, results.get(version.pk), is_asked_now=True) for version in now)
    before = [item for pk, item in results.items() if pk not in {version.pk for version in now}]
    before.sort(key=lambda item: item.version.published_at, reverse=True)
    return QuizReport(
        versions=tuple(_versions(quiz)),
        asked_now=asked_now,
        asked_before=tuple(_report(item.version, item, is_asked_now=False) for item in before),
    )


def _current_items(quiz: Quiz) -> Iterable[QuizVersionItem]:
    newest = QuizVersion.objects.filter(quiz=quiz).order_by("-number").values("pk")[:1]
    return QuizVersionItem.objects.filter(quiz_version__in=list(newest.values_list("pk", flat=True))).select_related(
        "version"
    )


def _versions(quiz: Quiz) -> Iterable[QuizVersionLine]:
    counted = quiz.versions.annotate(begun=Count("attempts"), finished=Count("attempts__finished_at"))
    for version in counted.order_by("-number"):
        begun, finished = Figure(version.begun, Kind.ATTEMPTS), Figure(version.finished, Kind.ATTEMPTS, version.begun)
        yield QuizVersionLine(
            version.number,
            version.created_at,
            version.question_count,
            _words(begun) if version.begun else "nog niet begonnen",
            _words(finished) if version.begun else "",
        )


def _report(version: QuestionVersion, item: ItemResult | None, *, is_asked_now: bool) -> VersionReport:
    if item is None:
        return VersionReport(version, is_asked_now, "", (), "")
    whole = item.answered + item.dont_know
    return VersionReport(
        version=version,
        is_asked_now=is_asked_now,
        right=_words(Figure(item.right, Kind.ANSWERS, whole)) if version.is_scored else "",
        options=_options(item, whole),
        skipped=_words(Figure(item.skipped, Kind.ANSWERS, whole + item.skipped)),
    )


def _options(item: ItemResult, whole: int) -> tuple[OptionLine, ...]:
    """All answers of a question are shown, or none; "weet ik niet" is one of them."""
    is_sensitive = item.version.construct == Construct.INTENTION
    counts = [(o.option.text, o.option.is_right, o.count) for o in item.options]
    counts.append(("Weet ik niet", False, item.dont_know))
    figures = [Figure(count, Kind.ANSWERS, whole, is_sensitive_item=is_sensitive) for *_, count in counts]
    outcomes = publishable_item(figures, audience=Audience.STAFF)
    return tuple(
        OptionLine(text, is_right, in_words(outcome))
        for (text, is_right, _), outcome in zip(counts, outcomes, strict=True)
    )


def _words(figure: Figure) -> str:
    return in_words(publishable(figure, audience=Audience.STAFF))
