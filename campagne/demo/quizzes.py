"""The demo's quizzes and their questions. What exists stays as it is."""

from collections.abc import Mapping
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction

from campagne.contacts.models import ReportChannel
from campagne.demo.catalogue import Catalogue, QuestionEntry, QuizEntry
from campagne.demo.pictures import pictures_by_slug
from campagne.demo.sounds import put_sounds
from campagne.quiz.draft import Option
from campagne.quiz.models import Question, Quiz, QuizPart
from doelgroepen.models import Municipality, Theme


def put_quizzes(catalogue: Catalogue) -> int:
    """Put every quiz that is not there, with its questions; return how many are new."""
    known = set(Quiz.objects.values_list("slug", flat=True))
    missing = [entry for entry in catalogue.quizzes if entry.slug not in known]
    pictures = pictures_by_slug(catalogue) if missing else {}
    for entry in missing:
        _put(entry, pictures)
    return len(missing)


@transaction.atomic
def _put(entry: QuizEntry, pictures: Mapping[str, int]) -> None:
    """Publish the questions first, so that the quiz is born with one version that asks them all."""
    theme = Theme.objects.get(slug=entry.theme)
    municipality = Municipality.objects.filter(slug=entry.municipality).first()
    questions = [_publish(question, theme, municipality, pictures) for question in entry.questions]
    quiz = Quiz(slug=entry.slug, title=entry.title, introduction=entry.intro, theme=theme, municipality=municipality)
    quiz.parts = [QuizPart(question=question) for question in questions]
    quiz.full_clean()
    quiz.save()
    quiz.channels.set(ReportChannel.objects.filter(slug__in=entry.channels))


def _publish(
    entry: QuestionEntry, theme: Theme, municipality: Municipality | None, pictures: Mapping[str, int]
) -> Question:
    question = Question(
        stem=entry.stem,
        construct=entry.construct,
        kind=entry.kind,
        explanation=entry.explanation,
        easy_stem=entry.easy_stem,
        easy_explanation=entry.easy_explanation,
        picture_id=pictures[entry.drawing] if entry.drawing else None,
        theme=theme,
        municipality=municipality,
        live=False,
    )
    if entry.message:
        question.message_channel = entry.message.channel
        question.message_sender = entry.message.sender
        question.message_body = entry.message.body
    question.offer(_options(entry))
    question.full_clean()
    question.save()
    question.save_revision().publish()
    put_sounds(question)
    return question


def _options(entry: QuestionEntry) -> list[Option]:
    return [
        Option(
            _key_of(entry.id, option.key),
            option.text,
            is_right=bool(option.right),
            explanation=option.explanation,
            easy_text=option.easy_text,
            easy_explanation=option.easy_explanation,
        )
        for option in entry.options
    ]


def _key_of(question: str, option: str) -> UUID:
    """The same option has the same key in every demo."""
    return uuid5(NAMESPACE_URL, f"demo:{question}/{option}")
