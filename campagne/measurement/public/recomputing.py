"""Make a published figure again from the question that is kept with it, and tell whether it is the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from campagne.figures.disclosure import Thresholds
from campagne.figures.protection import TOTAL
from campagne.measurement.public.freezing import kept_as
from campagne.measurement.public.inputs import Inputs
from campagne.measurement.public.layout import Layout
from campagne.measurement.public.making import PROTECTION_VERSION, Asked, Made, make
from campagne.measurement.public.published import PublishedFigure, PublishedMonth
from campagne.measurement.public.tables import BY_CODE, protected_with

COMPARED = ("status", "reason", "count", "n", "low", "value", "high")


@dataclass(frozen=True)
class Recomputed:
    """One figure beside itself made again. `differences` are sentences in Dutch; none means it is the same."""

    figure: PublishedFigure
    differences: tuple[str, ...]

    @property
    def is_same(self) -> bool:
        return not self.differences


def recompute_table(month: PublishedMonth, code: str) -> list[Recomputed]:
    """Make a table of a month again, by the questions and thresholds that stand with it.

    A cell alone cannot be made again: what is hidden depends on all that stands beside it.
    Raises KeyError if the month has no such table.
    """
    linked = protected_with(code)
    kept = [list(month.figures.filter(table=one)) for one in linked]
    tables = [_asked(month, one, figures) for one, figures in zip(linked, kept, strict=True)]
    made = make(tables, Inputs(month.month), Thresholds(**month.rules["thresholds"]))
    at = linked.index(code)
    again = {each.place: each for each in made[at]}
    rules = tuple(_changed_rules(month, code))
    found = [(figure, tuple(_differences(figure, again[figure.row, figure.column]))) for figure in kept[at]]
    return [Recomputed(figure, (*told, *rules) if told else ()) for figure, told in found]


def _asked(month: PublishedMonth, code: str, figures: list[PublishedFigure]) -> Asked:
    queries = {
        (figure.row, figure.column): figure.query for figure in figures if TOTAL not in (figure.row, figure.column)
    }
    return Asked(BY_CODE[code], Layout.from_data(month.rules["tables"][code]), queries)


def _changed_rules(month: PublishedMonth, code: str) -> Iterator[str]:
    """What we do otherwise by now: the figure may then differ although nothing was counted otherwise."""
    table, then = BY_CODE[code], month.rules
    versions = (
        (f"de maat ‘{table.measure.name}’", then["measures"].get(table.measure.code), table.measure.version),
        (f"de tabel ‘{table.name}’", then["tables"][code]["version"], table.version),
        ("de bescherming van kleine aantallen", then["protection"], PROTECTION_VERSION),
    )
    for what, before, now in versions:
        if before != now:
            yield f"versie van {what} was {before} en is nu {now}"


def _differences(figure: PublishedFigure, made: Made) -> Iterator[str]:
    again = kept_as(made, figure.month, figure.place)
    for name in COMPARED:
        before, now = getattr(figure, name), getattr(again, name)
        if before != now:
            field = PublishedFigure._meta.get_field(name)
            yield f"{field.verbose_name} was {_told(before)} en is nu {_told(now)}"
    if figure.inputs_hash != again.inputs_hash:
        yield "de telling waaruit het is gemaakt, is veranderd (andere vingerafdruk)"


def _told(value: object) -> str:
    return "leeg" if value in (None, "") else str(value)
