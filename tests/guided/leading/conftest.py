"""Somebody who leads a session with a card, in a browser."""

import re
from dataclasses import dataclass, field
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from campagne.guided.leading.acting import Action
from campagne.guided.leading.cards import make_card
from campagne.guided.leading.polling import counted_presence
from campagne.guided.leading.ticket import PresenterTicket, board_url, ticket_of_card
from tests.guided.conftest import Lesson


@dataclass
class Presenter:
    """A presenter's browser on the address that a card gave."""

    lesson: Lesson
    ticket: PresenterTicket
    client: Client = field(default_factory=Client)

    def get(self, name: str = "presenter", **headers):
        return self.client.get(self.ticket.url(name), headers=headers)

    def post(self, name: str, **typed):
        return self.client.post(self.ticket.url(name), typed)

    def presses(self, action: Action | str, version: int | str | None = None):
        seen = self.lesson.session.state_version if version is None else version
        return self.post("act", action=str(action), version=seen)

    def reads(self) -> str:
        return text_of(self.get())

    def board(self, address: str = "") -> str:
        return text_of(self.client.get(board_url(self.lesson.session) + address))


def text_of(response) -> str:
    """What is on a screen as it is read, without the space between."""
    main = response.content.decode().partition("<body")[2].partition("<footer")[0]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", main.replace("<wbr>", "")))).strip()


@pytest.fixture(autouse=True)
def counts_afresh():
    counted_presence.forget()


@pytest.fixture
def presenter(running) -> Presenter:
    card, _ = make_card(running.session, timezone.now())
    return Presenter(running, ticket_of_card(card, timezone.now()))
