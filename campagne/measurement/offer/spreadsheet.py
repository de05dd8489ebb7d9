"""The table of what is offered as lines of a sheet: one for each cell, with what it says in words."""

from collections.abc import Iterable, Iterator

from campagne.measurement.offer.matrix import Offer
from campagne.sheets.cells import Cell

HEADER = (
    *("gemeente", "doelgroep", "rode draad", "thema", "nagekeken pagina's", "nagekeken quizzen"),
    *("niet op tijd nagekeken", "oordeel", "ontbreekt"),
)


def export_rows(offers: Iterable[tuple[str, Offer]]) -> Iterator[list[Cell]]:
    """The cells of each place, by its name."""
    for name, offer in offers:
        for cell in offer.cells():
            yield [
                name,
                cell.group.name,
                cell.group.is_red_thread,
                cell.theme.name,
                cell.pages,
                cell.quizzes,
                len(cell.stale),
                str(cell.state),
                ", ".join(cell.lacks),
            ]
