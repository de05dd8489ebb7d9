"""The months of a drawing in a sentence and in a table, both made from the numbers that are drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from campagne.figures.disclosure import DEFAULT
from campagne.figures.notation import month_label, number

GAP = f"Een gat is een maand waarin niet is geteld, of met minder dan {DEFAULT.public_traffic} bezoeken."
NO_FIGURE, NOT_OVER = "geen cijfer", "nog niet voorbij"


@dataclass(frozen=True)
class MonthVisits:
    """Visits in a month; None is not counted, or too few to show. A month that goes on is no highest or lowest."""

    month: date
    visits: int | None
    is_over: bool = True

    @property
    def label(self) -> str:
        return month_label(self.month)

    @property
    def words(self) -> str:
        if self.visits is None:
            return NO_FIGURE
        return number(self.visits) if self.is_over else f"{number(self.visits)} ({NOT_OVER})"


def months_in_words(months: Sequence[MonthVisits]) -> str:
    """Say which months are drawn, of how many there is a figure, the highest, the lowest and the last."""
    known = [each for each in months if each.visits is not None]
    counted = f"{len(known)} {'maand' if len(known) == 1 else 'maanden'} met een cijfer"
    opening = f"Bezoeken per maand, van {months[0].label} tot en met {months[-1].label}: {counted}."
    gap = [GAP] if len(known) < len(months) else []
    return " ".join([opening, *_ends(known), *gap])


def _ends(known: Sequence[MonthVisits]) -> Iterator[str]:
    over = sorted((each for each in known if each.is_over), key=lambda each: each.visits or 0)
    if over and over[0].visits != over[-1].visits:
        yield f"Het meest: {_said(over[-1])}."
        yield f"Het minst: {_said(over[0])}."
    if known:
        yield f"Het laatst: {_said(known[-1])}."


def _said(each: MonthVisits) -> str:
    return f"{number(each.visits or 0)} in {each.label}" + ("" if each.is_over else f" ({NOT_OVER})")
