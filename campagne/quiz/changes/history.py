"""The history of a question: every version that people could answer, and what made it another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from campagne.quiz.changes.difference import RIGHT, Difference, differences, picture_name
from campagne.quiz.changes.key_correction import KeyCorrection
from campagne.quiz.changes.pending_change import answers_in_words
from campagne.quiz.models import Question, QuestionVersion
from campagne.quiz.questions.choices import CONSTRUCTS, KINDS, MessageKind
from campagne.quiz.questions.draft import Draft
from campagne.quiz.questions.edits import Change

NAMES: Mapping[str, str] = {**dict(KINDS), **dict(CONSTRUCTS), **dict(MessageKind.choices)}


@dataclass(frozen=True)
class Correction:
    """A corrected key as people read it."""

    before: str
    after: str
    marked_otherwise: str


@dataclass(frozen=True)
class HistoryLine:
    """One version: which, what made it another, by whom, and how many answers it has.

    `place` counts the versions from 1, `series` the series from 1. A first version has no differences: it is all new.
    """

    place: int
    series: int
    version: QuestionVersion
    who: str
    answers: str
    is_first: bool
    differences: tuple[Difference, ...]
    correction: Correction | None


def history_of(question: Question) -> list[HistoryLine]:
    """List the versions of a question, newest first. Two queries."""
    versions = QuestionVersion.objects.filter(question=question).with_answers().prefetch_related("options")
    lines: list[HistoryLine] = []
    series: dict[int, int] = {}
    before: Draft | None = None
    listed = list(versions.select_related("published_by", "correction", "picture").order_by("pk"))
    names = _names(listed)
    for place, version in enumerate(listed, 1):
        draft = version.as_draft()
        lines.append(
            HistoryLine(
                place=place,
                series=series.setdefault(version.series_id, len(series) + 1),
                version=version,
                who=str(version.published_by or "onbekend"),
                answers=answers_in_words(version.answers),
                is_first=before is None,
                differences=_differences(before, draft, version, names),
                correction=_correction(version, draft),
            )
        )
        before = draft
    return lines[::-1]


def _names(versions: Iterable[QuestionVersion]) -> Mapping[str, str]:
    """How values are called; a picture by its title, with its number because titles may be equal."""
    pictured = (version for version in versions if version.picture)
    return {**NAMES, **{picture_name(v.as_draft()): f"{v.picture.title} (beeld {v.picture_id})" for v in pictured}}


def _differences(
    before: Draft | None, draft: Draft, version: QuestionVersion, names: Mapping[str, str]
) -> tuple[Difference, ...]:
    """What changed; a corrected key is told apart."""
    is_told = version.change == Change.KEY
    return tuple(d for d in differences(before, draft, names) if not (is_told and d.label == RIGHT))


def _correction(version: QuestionVersion, draft: Draft) -> Correction | None:
    made: KeyCorrection | None = getattr(version, "correction", None)
    if made is None:
        return None
    texts = {str(option.key): option.text for option in draft.options}
    before, after = (" · ".join(texts.get(key, key) for key in keys) for keys in (made.before, made.after))
    otherwise = answers_in_words(made.marked_otherwise) if made.marked_otherwise else "geen antwoorden"
    return Correction(before, after, otherwise)
