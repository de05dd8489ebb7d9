"""What can be heard of a question as its editor left it, and whether that still is what is written."""

from dataclasses import dataclass

from django.db import models

from campagne.quiz.sound.speakable import Freshness, Hearing, hearings
from campagne.quiz.sound.speech import Speech


@dataclass(frozen=True)
class Audibility:
    """How many texts there are, and how many of them have a sound that fits, one that does not, or none."""

    good: int
    stale: int
    missing: int

    @property
    def total(self) -> int:
        return self.good + self.stale + self.missing


def hearings_of(question: models.Model) -> list[Hearing]:
    """Every text of the newest draft with its sound. Two queries."""
    return hearings(question.get_latest_revision_as_object().draft(), speeches_of(question))


def speeches_of(question: models.Model) -> list[Speech]:
    return list(Speech.objects.audible().filter(question=question)) if question.pk else []


def audibility(heard: list[Hearing]) -> Audibility:
    states = [hearing.freshness for hearing in heard]
    return Audibility(states.count(Freshness.GOOD), states.count(Freshness.STALE), states.count(Freshness.MISSING))
