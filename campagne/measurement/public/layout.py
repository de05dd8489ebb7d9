"""How the tables of a month are laid out: their rows and columns, and what each asks for.

Lines are rolled up along one fixed hierarchy, whatever was counted: a municipality's own groups are "andere
doelgroepen", what is of no municipality is the region's, places to report are told by kind. Lines that were rolled up
because they are small would tell by being gone how small they are.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from campagne.contacts.models import Channel, ReportChannel
from campagne.measurement.cells.cell import NO_LABEL, Method
from campagne.measurement.public import tables
from campagne.measurement.public.answered import ALONE, DONT_KNOW, IN_GROUPS
from campagne.measurement.public.inputs import Inputs
from campagne.quiz.questions.versions import QuestionVersion
from doelgroepen.models import Municipality, TargetGroup, Theme

Where = dict[str, dict[str, list]]
NO_THEME = "zonder-thema"


@dataclass(frozen=True)
class Line:
    """A row or a column: its key in addresses and files, its words, and which of what was counted belongs to it."""

    key: str
    label: str
    where: Where
    is_sensitive: bool = False


@dataclass(frozen=True)
class Layout:
    """The lines of one table, as they were when the month was made."""

    rows: tuple[Line, ...]
    columns: tuple[Line, ...]

    def as_data(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_data(cls, told: Mapping[str, Any]) -> "Layout":
        return cls(*(tuple(Line(**line) for line in told[name]) for name in ("rows", "columns")))


def layouts(inputs: Inputs) -> dict[str, Layout]:
    """The layout of every table by its code, from the registers of now; without those of what was not counted."""
    known = [table for table in tables.TABLES if inputs.is_known(table.source)]
    return {table.code: Layout(*map(tuple, LAID_OUT[table.code](inputs))) for table in known}


def _themes() -> list[Line]:
    known = list(Theme.objects.all())
    lines = [Line(theme.slug, theme.name, {"theme": {"in": [theme.pk]}}) for theme in known]
    return [*lines, Line(NO_THEME, "zonder thema", {"theme": {"not_in": [theme.pk for theme in known]}})]


def _groups() -> list[Line]:
    known = list(TargetGroup.objects.regional())
    lines = [Line(group.slug, group.name, {"group": {"in": [group.pk]}}, group.is_sensitive) for group in known]
    others = {"group": {"not_in": [NO_LABEL, *(group.pk for group in known)]}}
    return [*lines, Line("andere-doelgroepen", "andere doelgroepen van gemeenten", others)]


def _groups_of_visits() -> list[Line]:
    none = {"in": [NO_LABEL]}
    shared = Line("meer-doelgroepen", "voor meer doelgroepen", {"group": none, "method": {"in": [Method.SHARED.value]}})
    unknown = {"group": none, "method": {"not_in": [Method.SHARED.value]}}
    return [*_groups(), shared, Line("onbekend", "doelgroep onbekend", unknown)]


def _groups_of_sessions() -> list[Line]:
    return [*_groups(), Line("meer-doelgroepen", "voor meer doelgroepen of iedereen", {"group": {"in": [NO_LABEL]}})]


def _municipalities() -> list[Line]:
    return [Line(each.slug, each.name, {"municipality": {"in": [each.pk]}}) for each in Municipality.objects.all()]


def _municipalities_and_region() -> list[Line]:
    known = _municipalities()
    ours = [pk for line in known for pk in line.where["municipality"]["in"]]
    return [*known, Line("hele-regio", "hele regio", {"municipality": {"not_in": ours}})]


def _channels() -> list[Line]:
    slugs: dict[str, list[str]] = {}
    for slug, code in ReportChannel.objects.order_by("slug").values_list("slug", "code"):
        slugs.setdefault(code, []).append(slug)
    lines = [Line(code.value, code.label, {"subject": {"in": slugs[code.value]}}) for code in Channel if code in slugs]
    known = [slug for listed in slugs.values() for slug in listed]
    return [*lines, Line("bestaat-niet-meer", "een meldpunt dat niet meer bestaat", {"subject": {"not_in": known}})]


def _ways() -> list[Line]:
    return [
        Line(ALONE, "online, alleen", {"way": {"in": [ALONE]}}),
        Line(IN_GROUPS, "in een begeleide les", {"way": {"in": [IN_GROUPS]}}),
    ]


def _questions(inputs: Inputs) -> list[Line]:
    """A line for each question that somebody answered, worded as in its newest version."""
    asked = {row["question"] for row in inputs.rows("right")}
    versions = QuestionVersion.objects.filter(series__in=asked).order_by("question__theme__order", "series", "number")
    stems = {version.series_id: version.stem for version in versions}
    return [Line(f"vraag-{key}", stem, {"question": {"in": [key]}}) for key, stem in stems.items()]


def _options(inputs: Inputs) -> list[Line]:
    asked = {row["version"] for row in inputs.rows("chosen")}
    versions = QuestionVersion.objects.filter(pk__in=asked).prefetch_related("options").order_by("question", "pk")
    return [
        Line(
            f"vraag-{version.pk}-{'weet-ik-niet' if order == DONT_KNOW else order}",
            f"{version.stem} {text}",
            {"version": {"in": [version.pk]}, "option": {"in": [order]}},
        )
        for version in versions
        for order, text in _answers_to(version)
    ]


def _answers_to(version: QuestionVersion) -> Iterable[tuple[int, str]]:
    yield from ((option.order, option.text) for option in version.options.all())
    yield DONT_KNOW, "Weet ik niet"


ONE_COLUMN = [Line("", "", {})]
LAID_OUT: Mapping[str, Callable[[Inputs], tuple[list[Line], list[Line]]]] = {
    tables.VISITS_OF_GROUPS.code: lambda _: (_groups_of_visits(), _themes()),
    tables.VISITS_OF_MUNICIPALITIES.code: lambda _: (_municipalities_and_region(), _themes()),
    tables.PERSONS.code: lambda _: (_groups_of_sessions(), _municipalities()),
    tables.READ.code: lambda _: (_themes(), ONE_COLUMN),
    tables.RIGHT.code: lambda inputs: (_questions(inputs), _ways()),
    tables.CHOSEN.code: lambda inputs: (_options(inputs), _ways()),
    tables.CLICKS.code: lambda _: (_channels(), _themes()),
}
