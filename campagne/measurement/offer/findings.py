"""What is wrong with the offer, in sentences with what to do; the same for the screens and the command. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from campagne.measurement.offer.matrix import Gap, Label, Offer, Piece, gaps_in

NO_RED_THREAD = "Geen enkele doelgroep is een rode draad, dus niemand let erop of elk thema iets voor jongeren heeft."
MARK_ONE = "Zet bij de doelgroep jongeren ‘rode draad’ aan."
FILL_IN = "vul ‘nagekeken op’ in"
FILL_IN_CONTACT = "vul ‘gecontroleerd op’ in"
SHOWN = 3


@dataclass(frozen=True)
class Finding:
    what: str
    todo: str


def lacking(offer: Offer, places: Iterable[Label | None] | None = None) -> list[Finding]:
    """What the rule of the red thread asks for and is not there; of these places alone, when they are named.

    A page of another municipality is then not named either: looking it over is somebody else's work.
    """
    if offer.themes and not any(group.is_red_thread for group in offer.groups):
        return [Finding(NO_RED_THREAD, MARK_ONE)]
    if places is None:
        return [Finding(_said(gap), _todo(gap, gap.stale)) for gap in gaps_in(offer)]
    met = list(places)
    owners = {None, *(place.pk for place in met if place)}
    return [
        Finding(_said(gap), _todo(gap, [piece for piece in gap.stale if piece.municipality in owners]))
        for gap in gaps_in(offer)
        if any(gap.is_in(place) for place in met)
    ]


def too_old(pieces: Iterable[Piece]) -> Iterator[Finding]:
    """One finding for each thing that nobody looked over in time."""
    for piece in pieces:
        since = f"nagekeken op {piece.reviewed_on:%d-%m-%Y}" if piece.reviewed_on else "nooit nagekeken"
        name, term = piece.lifespan.name, piece.lifespan.term
        yield Finding(
            f"{piece.kind.capitalize()} ‘{piece.title}’: {since}.",
            f"Bij {name} hoort dat {term}. Loop alles na en {FILL_IN_CONTACT if piece.is_contact else FILL_IN}.",
        )


def _said(gap: Gap) -> str:
    missing = " en ".join(f"geen nagekeken {what}" for what in gap.lacks)
    where = f"in {_listed([place.name for place in gap.places])}" if gap.places else "in de hele regio"
    return f"{gap.theme.name}, {gap.group.name}: {missing}, {where}."


def _todo(gap: Gap, stale: Sequence[Piece]) -> str:
    """Looking over what is there costs less than writing, so that comes first."""
    if stale:
        titles = [f"‘{piece.title}’" for piece in stale[:SHOWN]]
        return f"Kijk {_listed(titles)} na en {FILL_IN}, of maak iets nieuws."
    made = " en ".join(f"een {what}" for what in gap.lacks)
    return f"Maak {made} over dit thema voor deze groep, en {FILL_IN}."


def _listed(names: list[str]) -> str:
    return " en ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
