"""An instruction that is ready in three languages, and two people who may raise it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from campagne.content.models import InstructionIndexPage, InstructionPage, InstructionText
from campagne.incidents.course import Way
from campagne.incidents.models import Incident
from campagne.incidents.raising import Wanted, confirm, put_ready
from home.models import HomePage
from tests.conftest import make_user
from tests.founded import bring_the_founded_region, keep_with

ACTS = {
    "nl": ["Ga naar binnen.", "Doe ramen en deuren dicht."],
    "en": ["Go inside.", "Close windows and doors."],
    "de": ["Gehen Sie ins Haus.", "Schließen Sie Fenster und Türen."],
}


def acts(language: str) -> list:
    pictograms = ("inside", "close")
    return [
        ("act", {"pictogram": pictogram, "text": text, "detail": ""})
        for pictogram, text in zip(pictograms, ACTS[language], strict=True)
    ]


@pytest.fixture(scope="session")
def with_an_instruction(django_db_setup, django_db_blocker) -> str:
    """Publish the instruction once for all tests here, because that takes longer than most of them."""
    with django_db_blocker.unblock():
        keep_with("with_an_instruction", _publish_instruction)
    return "with_an_instruction"


def _publish_instruction() -> None:
    page = InstructionPage(
        title="Gaswolk: dit doet u", summary="Naar binnen. Alles dicht.", scenario="gas", acts=acts("nl")
    )
    page.texts = [
        InstructionText(language="en", title="Gas cloud: what to do", summary="Go inside.", acts=acts("en")),
        InstructionText(language="de", title="Gaswolke: das tun Sie", summary="Ins Haus.", acts=acts("de")),
    ]
    InstructionIndexPage.objects.get().add_child(instance=page)
    page.save_revision().publish()


@pytest.fixture
def home(with_an_instruction, db) -> HomePage:
    """The front page of the region, which has the instruction below it."""
    bring_the_founded_region(with_an_instruction)
    return HomePage.objects.get()


@pytest.fixture
def instruction(home) -> InstructionPage:
    return InstructionPage.objects.get()


@dataclass
class Officers:
    """Two people who may raise an incident, and what they do together."""

    first: Any
    second: Any
    page: InstructionPage

    def ready(self, *, is_exercise: bool = False, at: datetime | None = None, **wanted) -> Incident:
        at = at or timezone.now()
        told = Wanted(**{"area": "Geleen-Zuid en Neerbeek", "ends_at": at + timedelta(hours=4), **wanted})
        return put_ready(self.page, told, self.first, at, is_exercise=is_exercise)

    def raised(self, *, is_exercise: bool = False, at: datetime | None = None, **wanted) -> Incident:
        """An incident, or an exercise, that readers see."""
        incident = self.ready(is_exercise=is_exercise, at=at, **wanted)
        way = Way.EXERCISE if is_exercise else Way.SECOND_PERSON
        return confirm(incident.pk, self.second, at or timezone.now(), way)


@pytest.fixture
def officers(instruction) -> Officers:
    return Officers(make_user("officier-1"), make_user("officier-2"), instruction)
