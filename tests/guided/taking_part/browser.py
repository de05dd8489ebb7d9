"""Somebody who takes part with a browser that only follows forms and links."""

import re
from dataclasses import dataclass, field
from uuid import uuid4

from django.test import Client

from campagne.guided.joining.ticket import ticket_of
from campagne.guided.models import Participant


@dataclass
class Browser:
    participant: Participant
    client: Client = field(default_factory=Client)

    @property
    def address(self) -> str:
        return ticket_of(self.participant).url()

    def get(self, screen: str = ""):
        return self.client.get(self.address + screen)

    def text(self, screen: str = "") -> str:
        return self.get(screen).content.decode()

    def heading(self, screen: str = "") -> str:
        return re.search(r"<h1[^>]*>([^<]*)</h1>", self.text(screen))[1]

    def sends(self, place: int, *chosen, submission: str = "", **fields):
        body = {"submission": submission or str(uuid4()), "option": [str(key) for key in chosen], **fields}
        return self.client.post(f"{self.address}vraag/{place}/", body)
