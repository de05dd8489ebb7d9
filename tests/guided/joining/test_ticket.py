from datetime import timedelta

import pytest
from django.utils import timezone

from campagne.guided.joining.ticket import LEFT, NOT_OURS, OVER, ParticipantTicket, taking_part_with, ticket_of
from campagne.guided.joining.verbs import leave, note_presence
from campagne.guided.leading.ticket import board_url, led_with, shown_on
from campagne.guided.models import Participant
from campagne.quiz.questions.rendering import Rendering
from campagne.serving.intake.refusals import Refusal

pytestmark = pytest.mark.django_db


def refusal_of(signed: str) -> Refusal:
    with pytest.raises(Refusal) as refused:
        taking_part_with(signed)
    return refused.value


def test_a_ticket_says_who_it_is_on_which_device_and_in_which_words(running):
    ticket = ticket_of(running.participant()).read_in(Rendering.EASY)

    read, participant = taking_part_with(ticket.signed())

    assert (read, participant.session) == (ticket, running.session)


def test_a_ticket_that_opens_nothing_says_why(running):
    left, gone = running.participant(), running.participant()
    for participant, refusal in ((left, LEFT), (gone, OVER)):
        signed = ticket_of(participant).signed()
        leave(participant, timezone.now())
        if participant is gone:
            Participant.objects.filter(pk=gone.pk).delete()
        assert refusal_of(signed) == refusal

    assert refusal_of(ticket_of(left).signed()[:-1] + "x") == NOT_OURS
    assert refusal_of("iets") == NOT_OURS


def test_what_participants_get_opens_nothing_of_who_leads(running, client):
    participant = running.participant()
    session = running.session
    told = [ticket_of(participant).signed(), session.poll_key, session.join_key, session.code]

    for secret in told:
        with pytest.raises(Refusal, match="klopt niet"):
            led_with(secret, timezone.now())
        with pytest.raises(Refusal, match="klopt niet"):
            shown_on(secret)
    assert refusal_of(board_url(session).split("/")[-2]) == NOT_OURS


def test_presence_is_noted_once_a_meeting(running):
    participant = running.participant(came_at=None)
    now = timezone.now()

    for at in (now, now + timedelta(minutes=5)):
        _, read = taking_part_with(ParticipantTicket(participant.pk, 1).signed())
        note_presence(read, at)

    participant.refresh_from_db()
    assert participant.came_at == now
