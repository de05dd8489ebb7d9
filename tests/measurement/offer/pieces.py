"""Pieces of an offer, made up by hand."""

from datetime import date

from campagne.measurement.offer.matrix import Label, Offer, Piece
from campagne.measurement.offer.review import LAW, Review

CYBER, SAFETY = Label(1, "Cybercrime", "cybercrime"), Label(2, "Veiligheid", "veiligheid")
YOUNG = Label(11, "Jongeren", "jongeren", is_red_thread=True)
OLD = Label(12, "Senioren", "senioren")
STEIN, BEEK = Label(21, "Stein", "stein"), Label(22, "Beek", "beek")
_NUMBERS = iter(range(100, 100_000))


def piece(theme: Label = CYBER, *groups: Label, **told) -> Piece:
    """A page that was looked over in time, unless it is told otherwise: `piece(CYBER, YOUNG, quiz=5)`."""
    plain = {
        "pk": next(_NUMBERS),
        "title": "Pagina",
        "kind": "artikel",
        "municipality": None,
        "reviewed_on": date(2026, 11, 1),
        "review": Review.FRESH,
        "lifespan": LAW,
    }
    return Piece(theme=theme.pk, groups=frozenset(group.pk for group in groups), **{**plain, **told})


def a_quiz(theme: Label = CYBER, *groups: Label, **told) -> Piece:
    return piece(theme, *groups, **{"quiz": next(_NUMBERS), "is_page": False, "kind": "quizpagina", **told})


def an_offer(*pieces: Piece, contacts: tuple[Piece, ...] = (), **told) -> Offer:
    plain = {"themes": (CYBER,), "groups": (YOUNG, OLD), "places": (STEIN, BEEK)}
    return Offer(pieces=pieces, contacts=contacts, **{**plain, **told})
