"""Is there anything for them? What the rule of the red thread misses, what went stale, and where nothing is at all."""

from collections.abc import Iterator

from campagne.measurement.attention.card import Gap
from campagne.measurement.attention.signal import Proposal, Signal
from campagne.measurement.attention.subject import Subject
from campagne.measurement.attention.told import nothing_about, nothing_fresh
from campagne.measurement.offer.matrix import Cell, Label, Offer, Piece, What, gaps_in, oldest_first


def offer_gaps(offer: Offer) -> Iterator[Signal]:
    """One signal for each cell that lacks something or went stale, one for each group that finds nothing on a theme."""
    broken = set()
    for gap in gaps_in(offer):
        for place in gap.places or (None,):
            about = Subject(gap.theme.pk, gap.group.pk, place.pk if place else None)
            broken.add((about.theme, about.group))
            stale = [piece for piece in gap.stale if piece.municipality in (None, about.municipality)]
            yield _lacking(about, gap.lacks, stale)
    for place in (None, *offer.places):
        for cell in offer.found_in(place).cells():
            stale = _own(cell.stale, place)
            if stale and len(cell.stale) == len(cell.pieces) and (cell.theme.pk, cell.group.pk) not in broken:
                about = Subject(cell.theme.pk, cell.group.pk, place.pk if place else None)
                yield _lacking(about, (), stale)
    yield from _nowhere(offer)


def _own(pieces: tuple[Piece, ...], place: Label | None) -> list[Piece]:
    """What a place must look over itself; what the region offers is the region's work."""
    return list(oldest_first(piece for piece in pieces if piece.municipality == (place.pk if place else None)))


def _lacking(about: Subject, lacks: tuple[What, ...], stale: list[Piece]) -> Signal:
    """Looking over what is there costs less than writing, so that is proposed first."""
    make = Proposal.MAKE_PAGE if What.PAGE in lacks else Proposal.MAKE_QUIZ
    return Signal(
        Gap.OFFER,
        about,
        nothing_fresh(lacks, len(stale)),
        len(lacks) or len(stale),
        Proposal.LOOK_OVER if stale else make,
        stale[0].pk if stale else None,
        numbers={"lacks": list(map(str, lacks)), "stale": [piece.pk for piece in stale]},
    )


def _nowhere(offer: Offer) -> Iterator[Signal]:
    """Groups of the region that find nothing about a theme; what a red thread misses was told already."""
    lines = offer.found_in(None).lines()
    for line in lines:
        empty = [cell for cell in line.cells if _is_empty(cell)]
        if empty:
            names = [cell.theme.name for cell in empty]
            sentence = nothing_about(names, len(line.cells))
            numbers = {"themes": [cell.theme.pk for cell in empty]}
            about = Subject(group=line.group.pk)
            yield Signal(Gap.OFFER, about, sentence, len(empty), Proposal.SEE_OFFER, numbers=numbers)


def _is_empty(cell: Cell) -> bool:
    return not cell.pieces and not cell.group.is_red_thread
