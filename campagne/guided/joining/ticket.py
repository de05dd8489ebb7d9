"""The signed value in the address of a participant: it stands in for a cookie, and opens nothing of a presenter."""

from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from campagne.guided.joining.participants import Participant
from campagne.guided.sessions.session import GuidedSession
from campagne.quiz.questions.rendering import Rendering
from campagne.serving.intake.refusals import Refusal

NOT_OURS = Refusal(404, "Dit adres klopt niet", "Typ de code van uw begeleider. Of scan de QR-code nog een keer.")
MOVED = Refusal(
    410, "U bent verder gegaan op een ander apparaat", "Dit scherm is nu vrij. Toch hier verder? Scan uw kaart opnieuw."
)
WAITING = Refusal(
    410, "Een ander werkt nu op dit apparaat", "Uw antwoorden zijn bewaard. Scan uw kaart als u weer aan de beurt bent."
)
LEFT = Refusal(410, "U bent klaar", "Op dit apparaat staat niets meer van u. Weer meedoen? Typ dan de code.")
OVER = Refusal(410, "Deze les is voorbij", "Bedankt voor het meedoen. Uw antwoorden zijn geteld, zonder naam.")

_participants = Signer(salt="guided.participant")
_once = Signer(salt="guided.once")


@dataclass(frozen=True)
class ParticipantTicket:
    """Who takes part, on the how-manieth device, and in which words questions are read."""

    participant: UUID
    device: int
    rendering: Rendering = Rendering.STANDARD

    def signed(self) -> str:
        words = [] if self.rendering is Rendering.STANDARD else [self.rendering.value]
        return _participants.sign_object([self.participant.hex, self.device, *words])

    def url(self, name: str = "participant", *args: object) -> str:
        """The address of one of the participant's screens."""
        return reverse(f"guided:{name}", args=[self.signed(), *args])

    def read_in(self, rendering: Rendering) -> "ParticipantTicket":
        return replace(self, rendering=rendering)


def ticket_of(participant: Participant) -> ParticipantTicket:
    return ParticipantTicket(participant.pk, participant.device)


def taking_part_with(signed: str) -> tuple[ParticipantTicket, Participant]:
    """Read a participant's address; give who it is, with the session as it is now, in two queries.

    Raises Refusal for what we did not sign, for a device that is no longer theirs, and once the answers are counts.
    """
    ticket = _read(signed)
    participant = Participant.objects.with_meeting().select_related("seat").filter(pk=ticket.participant).first()
    if participant is None:
        raise OVER
    if participant.left_at:
        raise LEFT
    if participant.device != ticket.device:
        raise WAITING if participant.is_waiting else MOVED
    participant.session = GuidedSession.objects.whole().get(pk=participant.session_id)
    return ticket, participant


def _read(signed: str) -> ParticipantTicket:
    try:
        participant, device, *words = _participants.unsign_object(signed)
    except (BadSignature, ValueError) as error:
        raise NOT_OURS from error
    return ParticipantTicket(UUID(participant), device, *map(Rendering, words))


def new_place() -> str:
    """A signed id for the next participant, for a form: sent twice, it is one participant."""
    return _once.sign(uuid4().hex)


def read_place(signed: str) -> UUID | None:
    """Read what `new_place` made; None for anything else, which gets an id of its own."""
    try:
        return UUID(_once.unsign(signed))
    except (BadSignature, ValueError):
        return None
