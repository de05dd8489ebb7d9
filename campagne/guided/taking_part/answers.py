"""The verb of answering in a group: what the session takes at this moment goes to the quiz. It knows no browser."""

from datetime import datetime

from django.db import transaction

from campagne.guided.joining.participants import Participant
from campagne.guided.sessions.session import GuidedSession
from campagne.guided.sessions.standing import takes
from campagne.quiz.answers.attempts import Attempt
from campagne.quiz.answers.medium import Medium
from campagne.quiz.questions.rendering import Rendering
from campagne.quiz.taking.answering import Read, Taken, send_in
from campagne.quiz.taking.sitting import Sitting
from campagne.quiz.taking.ticket import Ticket
from campagne.serving.database.patience import patiently
from campagne.serving.intake.refusals import Refusal

NOT_OPEN = Refusal(
    409,
    "Deze vraag is nu niet open",
    "Dit antwoord telt niet mee. Dat is niet erg. Ga verder met de groep.",
)
SESSION_OVER = Refusal(
    410,
    "Deze les is afgelopen",
    "Uw antwoord kwam net te laat. Wat u eerder antwoordde, is bewaard. Bedankt voor het meedoen.",
)


def sitting_of(
    participant: Participant, medium: Medium = Medium.SCREEN, rendering: Rendering = Rendering.STANDARD
) -> Sitting:
    """What somebody in a group is in the quiz of the session. Raises ValueError if the session has no quiz."""
    session = participant.session
    if session.quiz_version is None:
        raise ValueError(f"session {session.pk} has no quiz, so nothing can be answered")
    ticket = Ticket(
        participant.pk,
        session.quiz_version_id,
        session.module_id,
        participant.joined_at,
        rendering,
        led=session.led(medium),
    )
    return Sitting(session.quiz_version.quiz.slug, ticket)


def answer(
    participant: Participant, place: int, read: Read, at: datetime, rendering: Rendering = Rendering.STANDARD
) -> Taken:
    """Keep an answer on a device, once, if the session takes it now; the presenter goes on before it or after it.

    What `read` raises goes on. Raises Refusal if the question is not open.
    """
    sitting = sitting_of(participant, rendering=rendering)
    participant.session.lesson  # noqa: B018 (put together before anybody has to wait for it)
    return patiently(lambda: _answer(participant, sitting, place, read, at))


@transaction.atomic
def _answer(participant: Participant, sitting: Sitting, place: int, read: Read, at: datetime) -> Taken:
    session = GuidedSession.objects.select_for_update(no_key=True).get(pk=participant.session_id)
    if not takes(session.standing, participant.session.script, place, at):
        raise SESSION_OVER if session.is_closed else NOT_OPEN
    taken = send_in(sitting, place, read, at)
    if session.is_closed:
        _note_end(participant, session, taken)
    return taken


def _note_end(participant: Participant, session: GuidedSession, taken: Taken) -> None:
    """An answer that was on its way when the session closed: as closing does for those that were in."""
    attempts = Attempt.objects.filter(pk=participant.pk)
    attempts.update(open_until=session.closed_at)
    last = next((step.block for step in reversed(participant.session.script) if step.asks), None)
    if taken.place.block is last:
        attempts.filter(finished_at=None).update(finished_at=session.closed_at)


def answer_on_paper(participant: Participant, place: int, read: Read, at: datetime) -> Taken:
    """Keep an answer from a sheet: it was given in the room, whenever it is typed in. Raises Refusal as `send_in`."""
    return send_in(sitting_of(participant, Medium.PAPER), place, read, at)
