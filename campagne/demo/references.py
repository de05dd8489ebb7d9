"""Whether the files of the demo fit together: every name one entry uses is told by another."""

import dataclasses
from collections.abc import Collection, Iterator
from typing import Any

from campagne.demo.blocks import CallNow, Drawn, QuizStart
from campagne.demo.catalogue import CampaignEntry, Catalogue, ModuleEntry, PageEntry
from campagne.demo.entry import BadEntry
from campagne.demo.guide_entries import CallEntry, OutcomeEntry, TypeEntry
from campagne.demo.plan_entries import check_plans
from campagne.demo.quiz_entries import PartEntry, QuizEntry

# Keys that name something told elsewhere, and where; a list of names and one name alike.
NAMING_KEYS = {
    "theme": "themes",
    "themes": "themes",
    "groups": "groups",
    "municipality": "municipalities",
    "drawing": "drawings",
    "channels": "contacts",
    "reports_to": "contacts",
    "quiz": "quizzes",
    "modules": "modules",
    "module": "modules",
    "location": "locations",
    "campaign": "campaigns",
}


def check_references(catalogue: Catalogue) -> None:
    """Raise BadEntry at the first name that nothing answers to, and at a name told twice."""
    known = _known(catalogue)
    for told, names in known.items():
        if doubled := sorted({name for name in names if list(names).count(name) > 1}):
            raise BadEntry(told, doubled[0], "elke naam één keer")
    for entry in (catalogue.site, *catalogue.region.municipalities, *catalogue.region.groups):
        _check(entry, getattr(entry, "slug", "site"), known)
    _check(catalogue.library, "library", known)
    for kind in catalogue.guide.types:
        _check(kind, f"type {kind.slug}", known)
    for activity in catalogue.activities:
        _check(activity, activity.title, known)
    for entrance in catalogue.entrances:
        _check(entrance, entrance.code, known)
    for event in catalogue.events:
        _check(event, event.title, known)
    for evaluation in catalogue.evaluations:
        _check(evaluation, evaluation.question, known)
    check_plans(catalogue.plans, {page.slug for page in catalogue.pages}, known["groups"])
    entries: list[PageEntry | QuizEntry] = [*catalogue.pages, *catalogue.quizzes]
    for entry in entries:
        _check(entry, _place(entry), known)


def blocks_of(entry: Any) -> Iterator[Any]:
    """Every dataclass within this one, itself included, however deep."""
    yield entry
    for field in dataclasses.fields(entry):
        value = getattr(entry, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if dataclasses.is_dataclass(part):
                yield from blocks_of(part)


def _known(catalogue: Catalogue) -> dict[str, Collection[str]]:
    region = catalogue.region
    return {
        "themes": [theme.slug for theme in region.themes],
        "groups": [group.slug for group in region.groups],
        "municipalities": [municipality.slug for municipality in region.municipalities],
        "drawings": [drawing.slug for drawing in catalogue.drawings],
        "contacts": [contact.slug for contact in catalogue.contacts],
        "quizzes": [quiz.slug for quiz in catalogue.quizzes],
        "campaigns": [page.slug for page in catalogue.pages if isinstance(page, CampaignEntry)],
        "articles": sorted({page.slug for page in catalogue.pages}),
        "categories": [category.slug for category in catalogue.guide.categories],
        "types": [kind.slug for kind in catalogue.guide.types],
        "locations": [location.slug for location in catalogue.library.locations],
        "modules": [page.slug for page in catalogue.pages if isinstance(page, ModuleEntry)],
        "pages": [_place(page) for page in catalogue.pages],
        "questions": [question.id for quiz in catalogue.quizzes for question in quiz.questions],
    }


def _place(entry: PageEntry | QuizEntry) -> str:
    return f"{type(entry).__name__.removesuffix('Entry').lower()} {entry.municipality}/{entry.slug}"


def _check(entry: Any, where: str, known: dict[str, Collection[str]]) -> None:
    for part in blocks_of(entry):
        for key, told in _names_in(part):
            value = getattr(part, key)
            for name in value if isinstance(value, tuple) else (value,):
                if name and name not in known[told]:
                    raise BadEntry(f"{where}, {key}", name, f"een van {', '.join(sorted(known[told]))}")


def _names_in(part: Any) -> Iterator[tuple[str, str]]:
    if isinstance(part, OutcomeEntry):
        return
    if isinstance(part, TypeEntry):
        yield from (("theme", "themes"), ("article", "articles"), ("category", "categories"))
    elif isinstance(part, CallNow | CallEntry):
        yield "channel", "contacts"
    elif isinstance(part, Drawn):
        yield "picture", "drawings"
    elif isinstance(part, QuizStart):
        yield "quiz", "quizzes"
    elif isinstance(part, PartEntry):
        yield "question", "questions"
    else:
        yield from ((key, told) for key, told in NAMING_KEYS.items() if hasattr(part, key))
