"""A group on paper: who leads it, and what is typed in the grid."""

from dataclasses import dataclass

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from campagne.guided.leading.ticket import ticket_of_user

# 2-4 before, 6 to practise, 7-9 afterwards; the second of each takes more letters
PLACES = (2, 3, 4, 6, 7, 8, 9)
SHEET = ("a", "ac", "?", "b", "b", "a", "-")


def typed(sheet: int, *letters: str, seat: str = "") -> dict[str, str]:
    """The fields of one row: its letters in the order of the columns."""
    fields = {f"{sheet}.{place}": letter for place, letter in zip(PLACES, letters, strict=False)}
    return {**fields, f"{sheet}.k": seat} if seat else fields


@dataclass
class Presenter:
    """Who leads the session, at the screens about paper."""

    lesson: object
    user: object

    def url(self, name: str, *args) -> str:
        return ticket_of_user(self.lesson.session, self.user, timezone.now()).url(name, *args)

    def gets(self, name: str, *args, **fields):
        return Client().get(self.url(name, *args), fields)

    def posts(self, name: str, fields: dict[str, str]):
        return Client().post(self.url(name), fields)

    def types_in(self, *rows: dict[str, str]):
        return self.posts("entry", {name: text for row in rows for name, text in row.items()})


def leader(lesson) -> Presenter:
    return Presenter(lesson, get_user_model().objects.create_superuser("leider", "leider@voorbeeld.nl"))


@pytest.fixture
def presenter(running) -> Presenter:
    return leader(running)
