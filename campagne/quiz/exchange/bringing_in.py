"""Make what somebody brought in: questions as drafts, quizzes with their plan. Nothing is published."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from campagne.contacts.models import ReportChannel
from campagne.media.models import Sound
from campagne.media.speaking import Spoken
from campagne.quiz.changes.freezing import fields_of
from campagne.quiz.changes.key_correction import KeyCorrection
from campagne.quiz.exchange import pack
from campagne.quiz.exchange.arriving import Arrival, Known, arrivals_of
from campagne.quiz.exchange.arriving_quizzes import QuizArrival, quiz_arrivals_of
from campagne.quiz.exchange.bringing_media import keep_pictures, keep_sounds
from campagne.quiz.exchange.bundle import Bundle
from campagne.quiz.exchange.carried import Report
from campagne.quiz.models import OptionVersion, Question, QuestionSeries, QuestionVersion, Quiz, QuizPart
from campagne.quiz.questions.draft import Draft
from campagne.quiz.sound.speech import Speech
from doelgroepen.models import Municipality, Theme


@dataclass(frozen=True)
class _Here:
    """What pictures and sounds of the file are called here, and whose the questions will be."""

    owner: Municipality | None
    by: Any
    pictures: Mapping[int, int]
    sounds: Mapping[str, Sound]
    themes: Mapping[str, Theme]

    def draft(self, draft: Draft) -> Draft:
        return replace(draft, picture_id=None if draft.picture_id is None else self.pictures[draft.picture_id])


def report_on(bundle: Bundle, owner: Municipality | None, by: Any = None) -> Report:
    """Report what bringing this in would do; nothing changes."""
    arrivals = list(arrivals_of(bundle, Known.of(owner), by))
    return _report(bundle, arrivals, list(quiz_arrivals_of(bundle, arrivals, owner)))


def _report(bundle: Bundle, arrivals: Sequence[Arrival], quizzes: Sequence[QuizArrival]) -> Report:
    return Report(tuple(each.line for each in (*arrivals, *quizzes)), bundle.remarks)


@transaction.atomic
def bring_in(bundle: Bundle, owner: Municipality | None, by: Any = None) -> Report:
    """Make what is new, for this owner; may run twice, for then everything is there. Return what became of each."""
    arrivals = list(arrivals_of(bundle, Known.of(owner), by))
    quizzes = list(quiz_arrivals_of(bundle, arrivals, owner))
    new = [arrival for arrival in arrivals if arrival.line.is_new]
    here = _here(bundle, new, owner, by)
    made: dict[int, Question] = {}
    numbers: dict[int, Question | int] = {}
    for place, arrival in enumerate(arrivals):
        if arrival.line.is_new:
            made[-place] = _question(arrival, here)
        question = made.get(-place) or made.get(arrival.there) or arrival.there
        if arrival.entry.packed and question is not None:
            numbers[arrival.entry.packed.number] = question
    for quiz in quizzes:
        if quiz.line.is_new:
            _quiz(quiz, here, numbers)
    return _report(bundle, arrivals, quizzes)


def _here(bundle: Bundle, new: Sequence[Arrival], owner: Municipality | None, by: Any) -> _Here:
    """Keep the pictures and sounds that the new questions use."""
    packed = [arrival.entry.packed for arrival in new if arrival.entry.packed]
    drafts = [draft for each in packed for draft in (each.draft, *(version.draft for version in each.versions))]
    shown, heard = {draft.picture_id for draft in drafts}, {s.sound for each in packed for s in each.speeches}
    return _Here(
        owner,
        by,
        keep_pictures([picture for picture in bundle.pictures if picture.number in shown], by),
        keep_sounds([sound for sound in bundle.sounds if sound.digest in heard]),
        {theme.slug: theme for theme in Theme.objects.all()},
    )


def _question(arrival: Arrival, here: _Here) -> Question:
    packed = arrival.entry.packed
    question = Question(municipality=here.owner, live=False, theme=here.themes.get(packed.theme) if packed else None)
    question.write(here.draft(arrival.draft))
    question.save()
    if packed:
        _versions(question, packed, here)
        for told in packed.speeches:
            spoken = Spoken(told.part, told.text, "")
            sound, at = here.sounds[told.sound], timezone.now()
            Speech.objects.say(question, spoken, sound, told.voice, at, rendering=told.rendering)
    question.save_revision(user=here.by)
    return question


def _versions(question: Question, packed: pack.Question, here: _Here) -> None:
    series: dict[int, QuestionSeries] = {}
    for version in packed.versions:
        if version.series not in series:
            series[version.series] = QuestionSeries.objects.create(question=question)
        _version(question, series[version.series], version, here)


def _version(question: Question, series: QuestionSeries, version: pack.Version, here: _Here) -> None:
    """Write a version as it was published elsewhere, with the key of now."""
    draft = here.draft(version.draft)
    made = QuestionVersion.objects.create(
        question=question,
        series=series,
        number=version.number,
        change=version.change.value,
        reason=version.reason,
        **fields_of(draft),
    )
    OptionVersion.objects.of(made, draft.options)
    OptionVersion.objects.filter(version=made).turn_key(version.right_now)
    moment = datetime.fromisoformat(version.published_at)
    models.QuerySet.update(QuestionVersion.objects.filter(pk=made.pk), published_at=moment)
    if version.correction:
        _correction(made, version.correction)


def _correction(made: QuestionVersion, told: pack.Correction) -> None:
    """Who corrected it is a person elsewhere, and what it turned are answers that are not here."""
    KeyCorrection.objects.create(
        version=made,
        why=told.why,
        at=datetime.fromisoformat(told.at),
        before=sorted(map(str, told.before)),
        after=sorted(map(str, told.after)),
        marked_otherwise=0,
    )


def _quiz(arrival: QuizArrival, here: _Here, numbers: Mapping[int, Question | int]) -> Quiz:
    told = arrival.quiz
    quiz = Quiz(
        title=told.title,
        slug=_free(told.slug),
        introduction=told.introduction,
        theme=here.themes.get(told.theme),
        municipality=here.owner,
    )
    quiz.parts = list(_parts(arrival, numbers))
    quiz.save()
    quiz.channels.set(ReportChannel.objects.offered_in(here.owner).filter(slug__in=told.channels))
    return quiz


def _parts(arrival: QuizArrival, numbers: Mapping[int, Question | int]) -> Iterator[QuizPart]:
    """The parts with the questions as they are here; two of the file that are one here are asked once."""
    asked: set[int | None] = set()
    for place, part in enumerate(arrival.parts):
        question = None if part.question is None else numbers[part.question]
        number = getattr(question, "pk", question)
        if number is None or number not in asked:
            asked.add(number)
            yield QuizPart(
                block=part.block.value, question_id=number, title=part.title, text=part.text, sort_order=place
            )


def _free(slug: str) -> str:
    """This address, or the first one after it that no quiz has."""
    taken = set(Quiz.objects.filter(slug__startswith=slug[:40]).values_list("slug", flat=True))
    others = (f"{slug[:40]}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (slug, *others) if each not in taken)
