"""The demo's quizzes and their questions. What exists stays as it is."""

from collections.abc import Iterator, Mapping
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction

from campagne.contacts.models import ReportChannel
from campagne.demo.catalogue import Catalogue
from campagne.demo.earlier import draft_before
from campagne.demo.people import regional_editor
from campagne.demo.pictures import pictures_by_slug
from campagne.demo.quiz_entries import MessageEntry, PartEntry, QuestionEntry, QuizEntry
from campagne.demo.sounds import put_sounds
from campagne.quiz.models import Question, Quiz, QuizPart
from campagne.quiz.questions.draft import Draft, Hotspot, Option, real_or_fake
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.scoring import Construct, Kind
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
    questions = {question.id: _publish(question, theme, municipality, pictures) for question in entry.questions}
    quiz = Quiz(slug=entry.slug, title=entry.title, introduction=entry.intro, theme=theme, municipality=municipality)
    quiz.parts = list(_parts(entry, questions))
    quiz.full_clean()
    quiz.save()
    quiz.channels.set(ReportChannel.objects.filter(slug__in=entry.channels))


def _parts(entry: QuizEntry, questions: Mapping[str, Question]) -> Iterator[QuizPart]:
    """The plan in its order. Raises ValidationError for a part that is not whole."""
    parts = entry.parts or [PartEntry(Block.PRACTICE.value, question.id) for question in entry.questions]
    for order, part in enumerate(parts):
        asked = questions[part.question] if part.question else None
        made = QuizPart(block=part.block, question=asked, title=part.title, text=part.text.strip(), sort_order=order)
        made.full_clean(exclude=["quiz"])
        yield made


def _publish(
    entry: QuestionEntry, theme: Theme, municipality: Municipality | None, pictures: Mapping[str, int]
) -> Question:
    question = Question(theme=theme, municipality=municipality, live=False)
    draft = _draft(entry, pictures.get(entry.drawing))
    if entry.earlier:
        _publish_draft(question, draft_before(entry.earlier, draft))
        question.change, question.change_reason = entry.earlier.change, entry.earlier.reason
        question.change_since = question.versions.latest("pk").pk
    _publish_draft(question, draft)
    if entry.easy_stem:  # A text that happens to be spoken elsewhere would be the only one here that can be heard.
        put_sounds(question)
    return question


def _publish_draft(question: Question, draft: Draft) -> None:
    by = regional_editor()
    question.write(draft)
    question.full_clean()
    question.save()
    question.save_revision(user=by).publish(by)


def _draft(entry: QuestionEntry, picture_id: int | None) -> Draft:
    message = entry.message or MessageEntry("", "", "")
    return Draft(
        kind=Kind(entry.kind),
        construct=Construct(entry.construct),
        stem=entry.stem,
        options=real_or_fake(entry.truth) if entry.truth else tuple(_options(entry)),
        explanation=entry.explanation,
        message_channel=message.channel,
        message_sender=message.sender,
        message_body=message.body,
        picture_id=picture_id,
        vignette=entry.vignette,
        hotspots=tuple(Hotspot(spot.x, spot.y, spot.text) for spot in entry.spots),
        easy_stem=entry.easy_stem,
        easy_explanation=entry.easy_explanation,
    )


def _options(entry: QuestionEntry) -> list[Option]:
    return [
        Option(
            _key_of(entry.id, option.key),
            option.text,
            is_right=bool(option.right),
            explanation=option.explanation,
            easy_text=option.easy_text,
            easy_explanation=option.easy_explanation,
            channel=option.reports_to,
        )
        for option in entry.options
    ]


def _key_of(question: str, option: str) -> UUID:
    """The same option has the same key in every demo."""
    return uuid5(NAMESPACE_URL, f"demo:{question}/{option}")
