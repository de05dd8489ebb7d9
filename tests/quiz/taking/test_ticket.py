"""A ticket is ours, is for a day, and nothing else opens a quiz."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.quiz.questions.rendering import Rendering
from campagne.quiz.taking.ticket import Ticket, read_page, read_rendering, read_ticket, sign_page
from campagne.serving.intake.refusals import Refusal

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)


def test_a_ticket_comes_back_as_it_went():
    ticket = Ticket(uuid4(), 12, 7, NOW)

    assert read_ticket(ticket.signed(), NOW + timedelta(hours=24)) == ticket


def test_other_words_are_the_same_attempt_at_the_same_age():
    ticket = Ticket(uuid4(), 12, None, NOW)

    easy = read_ticket(ticket.read_in(Rendering.EASY).signed(), NOW)

    assert easy == Ticket(ticket.attempt, 12, None, NOW, Rendering.EASY)
    assert easy.read_in(Rendering.STANDARD).signed() == ticket.signed()


def test_a_quiz_starts_in_ordinary_words_unless_easy_ones_are_chosen():
    assert [read_rendering(value) for value in ("", "standard", "easy")] == ["standard", "standard", "easy"]
    with pytest.raises(Refusal) as refused:
        read_rendering("moeilijk")
    assert refused.value.status == 400


def test_a_ticket_of_yesterday_is_gone():
    with pytest.raises(Refusal) as refused:
        read_ticket(Ticket(uuid4(), 12, None, NOW).signed(), NOW + timedelta(hours=24, seconds=1))

    assert refused.value.status == 410


@given(st.text())
def test_anything_else_is_not_found(text):
    with pytest.raises(Refusal) as refused:
        read_ticket(text, NOW)

    assert refused.value.status == 404


def test_a_page_cannot_be_used_as_a_ticket_nor_changed():
    assert read_page(sign_page(7)) == 7
    assert read_page("") is None
    for forged in (sign_page(7).replace("7", "8", 1), "7", "\x00"):
        with pytest.raises(Refusal) as refused:
            read_page(forged)
        assert refused.value.status == 400
    with pytest.raises(Refusal):
        read_ticket(sign_page(7), NOW)
