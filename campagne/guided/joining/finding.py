"""From what somebody typed to the session it opens: read in words, and limited, so that nobody guesses a way in.

A code that does not exist and one whose door is shut get the same answer, and cost the same.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from campagne.guided.codes import is_seat_number, typed_code
from campagne.guided.joining.guesses import TooManyGuesses, guessed
from campagne.guided.joining.networks import CODES, CODES_INSIDE, SEATS, Networks
from campagne.guided.joining.seats import SeatCard
from campagne.guided.sessions.session import GuidedSession
from campagne.guided.sessions.standing import State

CODE, SEAT = "code", "kaart"
NO_CODE = "Typ de zes cijfers van de code."
NOT_A_CODE = "U typte ‘{}’. Een code heeft zes cijfers, zoals 34 81 52."
OPENS_NOTHING = (
    "Met deze code kunt u nu niet meedoen. Kijk of de cijfers kloppen. "
    "Kloppen ze? Vraag de begeleider dan om de deur weer open te zetten."
)
TOO_MANY_CODES = (
    "Er zijn te veel verkeerde codes getypt. Scan de QR-code op het bord of op uw kaart. "
    "Of wacht een minuut, en probeer het opnieuw."
)
NOT_A_SEAT = "U typte ‘{}’. Dat is geen nummer van een kaart. Kijk de vijf cijfers op uw kaart na."
SEAT_OF_ANOTHER = "Deze kaart hoort niet bij deze les. Kijk het nummer na. Of laat dit leeg, en doe mee zonder kaart."
TOO_MANY_SEATS = "Er zijn te veel verkeerde nummers getypt. Scan de QR-code op uw kaart. Of laat dit leeg."
LONGEST, MOST_SHOWN = 60, 20
"""Of what is typed so much is read, and so much is said again."""


@dataclass(eq=False)
class NoWayIn(Exception):
    """Why what was typed opens nothing: at which field, in words, and the HTTP status."""

    target: str
    text: str
    status: int = 422


@dataclass(frozen=True)
class Typed:
    """A code, and the number of a seat card if one was typed; both can exist."""

    code: str
    digits: str


@dataclass(frozen=True)
class Found:
    session: GuidedSession
    seat: SeatCard | None = None


@dataclass(frozen=True)
class Asker:
    """From which network somebody asks, when, and when by a steady clock (seconds)."""

    network: str | None
    at: datetime
    tick: float


def read_typed(code: str, digits: str) -> Typed:
    """Read what was typed in the two fields. Raises NoWayIn."""
    if not code.strip():
        raise NoWayIn(CODE, NO_CODE)
    read = typed_code(code)
    if read is None:
        raise NoWayIn(CODE, NOT_A_CODE.format(code.strip()[:MOST_SHOWN]))
    return Typed(read, read_seat_number(digits))


def read_seat_number(text: str) -> str:
    """Read the number of a seat card; empty if none was typed. Raises NoWayIn."""
    digits = "".join(sign for sign in text if not (sign.isspace() or sign in ".-–"))
    if digits and not is_seat_number(digits):
        raise NoWayIn(SEAT, NOT_A_SEAT.format(text.strip()[:MOST_SHOWN]))
    return digits


def find(typed: Typed, asker: Asker, networks: Networks) -> Found:
    """The session and the seat that are meant. Raises NoWayIn.

    A network with somebody in a session finds that one first: nobody shuts it out by guessing.
    """
    session = _found_inside(typed, asker, networks) or _found_anywhere(typed, asker, networks)
    if session is None:
        networks.was_wrong(CODES, asker.network, asker.tick)
        raise NoWayIn(CODE, OPENS_NOTHING)
    return Found(session, find_seat(session, typed.digits, asker, networks))


def find_seat(session: GuidedSession, digits: str, asker: Asker, networks: Networks) -> SeatCard | None:
    """The card of this session with these digits; None if no digits were typed. Raises NoWayIn."""
    if not digits:
        return None
    if not networks.may_guess(SEATS, asker.network, asker.tick):
        raise NoWayIn(SEAT, TOO_MANY_SEATS, 429)
    seat = session.seats.filter(digits=digits).first()
    if seat is None:
        networks.was_wrong(SEATS, asker.network, asker.tick)
        raise NoWayIn(SEAT, SEAT_OF_ANOTHER)
    return seat


def _found_inside(typed: Typed, asker: Asker, networks: Networks) -> GuidedSession | None:
    inside = networks.inside(asker.network, asker.tick)
    if not inside or not networks.may_guess(CODES_INSIDE, asker.network, asker.tick):
        return None
    session = _opened_by(typed, asker.at, inside)
    if session is None:
        networks.was_wrong(CODES_INSIDE, asker.network, asker.tick)
    return session


def _found_anywhere(typed: Typed, asker: Asker, networks: Networks) -> GuidedSession | None:
    if not networks.may_guess(CODES, asker.network, asker.tick):
        raise NoWayIn(CODE, TOO_MANY_CODES, 429)
    try:
        return guessed(asker.at, lambda: _opened_by(typed, asker.at))
    except TooManyGuesses as error:
        raise NoWayIn(CODE, TOO_MANY_CODES, 429) from error


def _opened_by(typed: Typed, at: datetime, among: Collection[int] | None = None) -> GuidedSession | None:
    """The session whose code this is, if its door is open or a card of it was typed as well."""
    running = GuidedSession.objects.filter(state=State.RUNNING, code=typed.code)
    session = (running if among is None else running.filter(pk__in=among)).first()
    if session is None or session.may_join(at):
        return session
    return session if typed.digits and session.seats.filter(digits=typed.digits).exists() else None
