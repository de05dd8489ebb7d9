"""The signed value in the address of somebody who takes a quiz: it stands in for a cookie."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.core.signing import BadSignature, Signer

from campagne.quiz.answers.medium import Medium
from campagne.quiz.questions.rendering import Rendering
from campagne.serving.intake.refusals import BROKEN, Refusal

VALID_FOR = timedelta(hours=24)
NOT_OURS = Refusal(404, "Dit adres klopt niet", "Begin de quiz opnieuw vanaf de pagina waar u hem vond.")
EXPIRED = Refusal(
    410,
    "Deze quiz is verlopen",
    "U begon meer dan een dag geleden. Begin opnieuw vanaf de pagina waar u de quiz vond.",
)

_tickets = Signer(salt="quiz.ticket")
_pages = Signer(salt="quiz.page")


@dataclass(frozen=True)
class Led:
    """How a group takes a quiz together: under which code, on what, and until when somebody may go on.

    Whoever leads decides what is open, so everybody gets the questions in the order of the plan.
    """

    cluster: str
    open_until: datetime
    medium: Medium = Medium.SCREEN


@dataclass(frozen=True)
class Ticket:
    """Which attempt this is, at which questions, from which page, since when, and in which words it is read."""

    attempt: UUID
    quiz_version_id: int
    page_id: int | None
    handed_out_at: datetime
    rendering: Rendering = Rendering.STANDARD
    led: Led | None = None

    def signed(self) -> str:
        """The ticket for an address. Raises ValueError for one of a group: that has addresses of its own."""
        if self.led:
            raise ValueError(f"attempt {self.attempt} is led; only who answers alone has a signed ticket")
        seconds = int(self.handed_out_at.timestamp())
        words = [] if self.rendering is Rendering.STANDARD else [self.rendering.value]
        return _tickets.sign_object([self.attempt.hex, self.quiz_version_id, self.page_id, seconds, *words])

    def read_in(self, rendering: Rendering) -> "Ticket":
        """The ticket of the same attempt, as old as this one, in other words."""
        return replace(self, rendering=rendering)


def read_ticket(signed: str, at: datetime) -> Ticket:
    """Read what we signed. Raises Refusal for what we did not sign, and for what is more than a day old."""
    try:
        attempt, quiz_version_id, page_id, seconds, *words = _tickets.unsign_object(signed)
    except (BadSignature, ValueError) as error:
        raise NOT_OURS from error
    handed_out_at = datetime.fromtimestamp(seconds, UTC)
    if at - handed_out_at > VALID_FOR:
        raise EXPIRED
    return Ticket(UUID(attempt), quiz_version_id, page_id, handed_out_at, *map(Rendering, words))


def read_rendering(value: str) -> Rendering:
    """Read in which words somebody starts; the ordinary ones when nothing was chosen. Raises Refusal for others."""
    try:
        return Rendering(value or Rendering.STANDARD)
    except ValueError as error:
        raise BROKEN from error


def sign_page(page_id: int) -> str:
    """Sign the page a quiz starts on, so that nobody credits another page."""
    return _pages.sign(page_id)


def read_page(signed: str) -> int | None:
    """Read the page a quiz started on; None when none was named. Raises Refusal if we did not sign it."""
    if not signed:
        return None
    try:
        return int(_pages.unsign(signed))
    except (BadSignature, ValueError) as error:
        raise BROKEN from error
