"""What the gates say of a question as it is being written, and of the questions that a quiz asks."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models

from campagne.quiz.quality.findings import Finding
from campagne.quiz.quality.gates import Surroundings, findings_of
from campagne.quiz.quality.quiz_gates import findings_of_quiz
from campagne.quiz.questions.draft import Draft
from campagne.quiz.questions.rendering import has_easy
from campagne.quiz.questions.versions import QuestionVersion
from campagne.quiz.sound.hearing import speeches_of
from campagne.quiz.sound.speakable import unheard
from campagne.quiz.sound.speech import Speech


@dataclass(frozen=True)
class Quality:
    """What was found, what blocks first."""

    findings: tuple[Finding, ...] = ()

    @property
    def blocking(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.blocks]

    @property
    def asking(self) -> list[Finding]:
        return [finding for finding in self.findings if not finding.blocks]


def quality_of(question: models.Model, draft: Draft) -> Quality:
    """Judge a draft of this question. One query for its picture, one for its sounds if it has easy words."""
    described = question.picture is None or bool(question.picture.description.strip())
    places = {(speech.part, speech.text_hash) for speech in speeches_of(question)} if draft.easy_stem else set()
    return Quality(tuple(findings_of(draft, Surroundings(described, unheard(draft, frozenset(places))))))


def quality_of_quiz(questions: Iterable[int]) -> Quality:
    """Judge what people get of these questions, in this order. Three queries."""
    asked = list(questions)
    newest = QuestionVersion.objects.filter(question__in=asked).live().newest().prefetch_related("options")
    of_question = {version.question_id: version for version in newest}
    versions = [of_question[question] for question in asked if question in of_question]
    return Quality(tuple(findings_of_quiz([version.as_draft() for version in versions], list(_unheard(versions)))))


def _unheard(versions: list[QuestionVersion]) -> Iterable[str]:
    if not all(has_easy(version, version.options.all()) for version in versions):
        return
    speeches = Speech.objects.audible().filter(question__in=[version.question_id for version in versions])
    known = set(speeches.values_list("question", "part", "text_hash"))
    for place, version in enumerate(versions, 1):
        told = frozenset((part, text) for question, part, text in known if question == version.question_id)
        if lacking := unheard(version.as_draft(), told):
            yield f"vraag {place} ({', '.join(lacking).lower()})"
