"""The verbs of coming in and going: with a code or a card, from one device to another, from one person to the next.

Each is one transaction that holds the session, so that nobody gets in above the number of places, and nobody twice.
"""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F

from campagne.guided.joining.participants import Participant
from campagne.guided.joining.seats import SeatCard
from campagne.guided.sessions.session import GuidedSession
from campagne.guided.sessions.standing import State
from campagne.serving.intake.refusals import Refusal

NOT_BEGUN = Refusal(409, "De les begint zo", "Wacht tot de begeleider begint. Probeer het dan opnieuw.")
PAUSED = Refusal(409, "De groep is klaar voor vandaag", "De volgende keer kunt u weer meedoen. Bewaar uw kaart.")
CLOSED = Refusal(410, "Deze les is afgelopen", "Meedoen kan niet meer. Vraag de begeleider om een nieuwe les.")
FULL = Refusal(409, "Alle plaatsen zijn bezet", "Vraag de begeleider om hulp. Meedoen kan ook op papier.")
SHUT = {State.PLANNED: NOT_BEGUN, State.PAUSED: PAUSED, State.CLOSED: CLOSED}


class InUse(Exception):
    """Somebody works with this card: only who says to go on here takes it over."""

    def __init__(self, seat: SeatCard) -> None:
        super().__init__(f"seat card {seat.pk} is in use")
        self.seat = seat


@transaction.atomic
def come_in(
    session: GuidedSession,
    at: datetime,
    seat: SeatCard | None = None,
    *,
    moves: bool = False,
    place: UUID | None = None,
) -> Participant:
    """Take part: as somebody new, or as who held this card before, whose attempt goes on here.

    `place` makes that sending a form twice is one participant; `moves` says that the card may leave another device.
    Raises Refusal if the session does not run or is full, and InUse.
    """
    held = _held(session)
    if held.state != State.RUNNING:
        raise SHUT[State(held.state)]
    known = Participant.objects.filter(seat=seat).first() if seat else None
    if known is None and place is not None:
        known = Participant.objects.filter(pk=place, session=held).first()
    if known is None:
        return _new(held, at, seat, place or uuid4())
    return known if known.pk == place else _move_here(known, moves)


@transaction.atomic
def hand_over(
    participant: Participant,
    at: datetime,
    seat: SeatCard | None = None,
    *,
    moves: bool = False,
    place: UUID | None = None,
) -> Participant:
    """Give the device to the next one. Who has a card waits for a turn; who has none came to the end.

    Raises as `come_in`, and then nothing changed.
    """
    _held(participant.session)
    of_now = Participant.objects.filter(pk=participant.pk, device=participant.device)
    if participant.seat_id:
        of_now.update(is_waiting=True, device=F("device") + 1)
    else:
        of_now.update(left_at=at, device=F("device") + 1)
    return come_in(participant.session, at, seat, moves=moves, place=place)


def leave(participant: Participant, at: datetime) -> None:
    """Note that somebody is ready; the address on this device opens nothing any more. May run twice."""
    Participant.objects.filter(pk=participant.pk, left_at=None).update(left_at=at, device=F("device") + 1)


def note_presence(participant: Participant, at: datetime) -> None:
    """Note, once a meeting, that the screen of somebody is open. `participant` was read with its meeting."""
    began_at, came_at = participant.meeting_began_at, participant.came_at
    if participant.session.is_running and began_at and (came_at is None or came_at < began_at):
        Participant.objects.filter(pk=participant.pk).update(came_at=at)


def _held(session: GuidedSession) -> GuidedSession:
    return GuidedSession.objects.select_for_update(no_key=True).get(pk=session.pk)


def _new(session: GuidedSession, at: datetime, seat: SeatCard | None, pk: UUID) -> Participant:
    """Somebody new. All who came in today are counted, also who left: a stranger cannot make places without end."""
    began_at = session.meetings.exclude(started_at=None).latest("started_at").started_at
    if session.participants.filter(device__gt=0, joined_at__gte=began_at).count() >= session.places:
        raise FULL
    return Participant.objects.create(pk=pk, session=session, seat=seat, joined_at=at)


def _move_here(participant: Participant, moves: bool) -> Participant:
    if participant.is_at_device and not moves:
        raise InUse(participant.seat)
    participant.device += 1
    participant.left_at, participant.is_waiting = None, False
    participant.save(update_fields=["device", "left_at", "is_waiting"])
    return participant
