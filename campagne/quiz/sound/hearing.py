"""What can be heard of a question as its editor left it, and whether that still is what is written."""

from django.db import models

from campagne.quiz.sound.speakable import QuestionHearing, hearings
from campagne.quiz.sound.speech import Speech


def hearings_of(question: models.Model) -> list[QuestionHearing]:
    """Every text of the newest draft with its sound. Two queries."""
    return hearings(question.get_latest_revision_as_object().draft(), speeches_of(question))


def speeches_of(question: models.Model) -> list[Speech]:
    return list(Speech.objects.audible().filter(question=question)) if question.pk else []
