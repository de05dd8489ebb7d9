"""The signed values in the addresses of a presenter and of a board. Nothing that participants get leads to either."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.contrib.auth import get_user_model
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from campagne.guided.leading.cards import PresenterCard
from campagne.guided.sessions.session import GuidedSession
from campagne.serving.intake.refusals import Refusal

VALID_FOR = timedelta(hours=14)
"""A day's work; after that, come in again with the card or the account."""
NOT_OURS = Refusal(404, "Dit adres klopt niet", "Open de les opnieuw met uw begeleiderskaart, of log in.")
EXPIRED = Refusal(410, "Dit adres is verlopen", "Open de les opnieuw met uw begeleiderskaart, of log in.")
WITHDRAWN = Refusal(410, "Deze kaart geldt niet meer", "Vraag uw coördinator om een nieuwe begeleiderskaart.")

_presenters = Signer(salt="guided.presenter")
_boards = Signer(salt="guided.board")


@dataclass(frozen=True)
class PresenterTicket:
    """Which session, opened with which card or by whom (the other is 0), and when."""

    session: int
    card: int
    user: int
    opened_at: datetime

    def signed(self) -> str:
        told = [self.session, self.card, self.user, int(self.opened_at.timestamp())]
        return _presenters.sign_object(told)

    def url(self, name: str = "presenter", *args: object) -> str:
        """The address of one of the presenter's screens."""
        return reverse(f"guided:{name}", args=[self.signed(), *args])


def ticket_of_card(card: PresenterCard, at: datetime) -> PresenterTicket:
    return PresenterTicket(card.session_id, card.pk, 0, at)


def ticket_of_user(session: GuidedSession, user: object, at: datetime) -> PresenterTicket:
    """For who is logged in and may lead this session; the view asks that first."""
    return PresenterTicket(session.pk, 0, user.pk, at)


def led_with(signed: str, at: datetime) -> tuple[PresenterTicket, GuidedSession]:
    """Read a presenter's address, and give the session it opens.

    Raises Refusal for what we did not sign, for what is old, for a card that was withdrawn, and for somebody who may
    no longer lead this session.
    """
    try:
        session_id, card_id, user_id, seconds = _presenters.unsign_object(signed)
    except (BadSignature, ValueError) as error:
        raise NOT_OURS from error
    ticket = PresenterTicket(session_id, card_id, user_id, datetime.fromtimestamp(seconds, UTC))
    if at - ticket.opened_at > VALID_FOR:
        raise EXPIRED
    if not _still_may(ticket):
        raise WITHDRAWN
    session = GuidedSession.objects.whole().filter(pk=session_id).first()
    if session is None:
        raise NOT_OURS
    return ticket, session


def _still_may(ticket: PresenterTicket) -> bool:
    if ticket.card:
        return PresenterCard.objects.valid().filter(pk=ticket.card, session=ticket.session).exists()
    user = get_user_model().objects.filter(pk=ticket.user, is_active=True).first()
    return user is not None and GuidedSession.objects.led_by(user).filter(pk=ticket.session).exists()


def board_url(session: GuidedSession) -> str:
    """The address of the board: it shows, and changes nothing. It lasts as long as the session does."""
    return reverse("guided:board", args=[_boards.sign_object([session.pk])])


def shown_on(signed: str) -> GuidedSession:
    """The session on a board. Raises Refusal for what we did not sign."""
    try:
        [session_id] = _boards.unsign_object(signed)
    except (BadSignature, ValueError) as error:
        raise NOT_OURS from error
    session = GuidedSession.objects.whole().filter(pk=session_id).first()
    if session is None:
        raise NOT_OURS
    return session
