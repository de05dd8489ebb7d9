"""A corrected key gives the scores that would have been there if it had been right from the start."""

from concurrent.futures import ThreadPoolExecutor
from random import Random
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from campagne.quiz.answers.results import item_results
from campagne.quiz.changes.key_correction import correct_key
from campagne.quiz.models import Frozen, KeyCorrection, QuestionVersion, Quiz, Response
from campagne.quiz.questions.edits import Change
from campagne.quiz.questions.scoring import Answer, State, mark
from campagne.quiz.taking.answering import show_explanation
from campagne.quiz.taking.ticket import Ticket
from tests.quiz.conftest import MAYBE, NO, YES, Taker, options, published, quiz_of, republished, sent

pytestmark = pytest.mark.django_db
WHY = "Ja stond per ongeluk op goed."
KINDS = pytest.mark.parametrize(
    ("kind", "wrong", "right"),
    [
        pytest.param("single", {YES}, {NO}, id="one answer"),
        pytest.param("multiple", {YES}, {NO, MAYBE}, id="more answers"),
        pytest.param("multiple", {YES, NO}, {YES}, id="one fewer is right"),
    ],
)


def correct(quiz: Quiz, *right, by=None) -> QuestionVersion:
    question = quiz.parts.get().question
    question.offer(options(*right))
    return republished(question, Change.KEY, WHY, by=by)


def answered(quiz: Quiz, kind: str, seed: int = 4) -> None:
    """Forty people: they choose, do not know, skip, change their mind, and look at the explanation."""
    chance = Random(seed)
    version, at = quiz.current_version.items.get().version, timezone.now()
    for _ in range(40):
        ticket = Ticket(uuid4(), quiz.current_version.pk, None, at)
        for _ in range(chance.choice([1, 1, 2])):
            chosen = frozenset(chance.sample([YES, NO, MAYBE], chance.choice([1, 1, 2]) if kind == "multiple" else 1))
            states = [Answer(State.ANSWERED, chosen)] * 3 + [Answer(State.DONT_KNOW), Answer(State.SKIPPED)]
            sent(ticket, 1, chance.choice(states), at)
            if chance.random() < 0.5:
                show_explanation(ticket, version, at)


def scores(quiz: Quiz) -> list[tuple]:
    given = Response.objects.filter(attempt__quiz_version__quiz=quiz).order_by("pk").prefetch_related("choices__option")
    return [(r.state, sorted(map(str, r.answer().chosen)), r.is_right, r.is_counting) for r in given]


def figures(quiz: Quiz) -> tuple:
    (item,) = item_results(quizzes=[quiz])
    chosen = [(count.option.text, count.option.is_right, count.count) for count in item.options]
    return item.right, item.wrong, item.dont_know, item.skipped, chosen


@KINDS
def test_scores_are_as_if_the_key_had_been_right_from_the_start(home, kind, wrong, right):
    mistaken = quiz_of(published("Fout?", kind=kind, offer=options(*wrong)), slug="fout")
    correct_from_the_start = quiz_of(published("Goed?", kind=kind, offer=options(*right)), slug="goed")
    for quiz in (mistaken, correct_from_the_start):
        answered(quiz, kind)
    assert scores(mistaken) != scores(correct_from_the_start)

    correct(mistaken, *right)

    assert scores(mistaken) == scores(correct_from_the_start)
    assert figures(mistaken) == figures(correct_from_the_start)


@KINDS
def test_marking_many_rows_follows_the_rule_for_one(home, kind, wrong, right):
    quiz = quiz_of(published(kind=kind, offer=options(*wrong)))
    answered(quiz, kind, seed=7)

    correct(quiz, *right)

    for response in Response.objects.all():
        assert response.is_right == mark(response.answer(), response.question_version.key())
    assert not Response.objects.mismarked().exists()


def test_it_is_written_down_who_did_it_why_and_what_it_did(home, editor_of_stein):
    quiz = quiz_of(published(offer=options(YES)))
    for chosen in (YES, NO, NO, MAYBE):
        Taker().start(quiz).answer(1, chosen)

    version = correct(quiz, NO, by=editor_of_stein)

    done = KeyCorrection.objects.get()
    assert (done.version, done.by, done.why) == (version, editor_of_stein, WHY)
    assert (done.before, done.after, done.marked_otherwise) == ([str(YES)], [str(NO)], 3)
    assert done.at == version.published_at
    with pytest.raises(Frozen):
        done.save()


def test_versions_of_the_series_follow_and_keep_what_they_held(home):
    quiz = quiz_of(published(offer=options(YES)))
    first = QuestionVersion.objects.get()

    second = correct(quiz, NO)

    assert (second.series, second.number, second.change) == (first.series, 2, "key")
    assert first.key().right == second.key().right == {NO}
    assert first.as_draft().fingerprint() == first.content_hash
    assert [(o.is_right, o.was_right) for o in first.options.all()][:2] == [(False, True), (True, False)]


def test_another_series_keeps_its_own_key(home):
    question = published(offer=options(YES))
    quiz = quiz_of(question)
    Taker().start(quiz).answer(1, YES)
    republished(question, stem="Heel iets anders gevraagd?")

    correct(quiz, NO)

    first = question.versions.order_by("pk").first()
    assert first.key().right == {YES}
    assert Response.objects.get().is_right is True


def test_doing_it_again_changes_nothing(home):
    quiz = quiz_of(published(offer=options(YES)))
    answered(quiz, "single")
    version = correct(quiz, NO)
    before = scores(quiz)

    again = correct_key(version, before=frozenset({YES}), why="Nog eens", by=None)

    assert again.why == WHY
    assert scores(quiz) == before
    assert Response.objects.all().mark_again() == 0


def test_correcting_back_gives_the_first_scores(home):
    quiz = quiz_of(published(offer=options(YES)))
    answered(quiz, "single")
    before = scores(quiz)

    correct(quiz, NO)
    correct(quiz, YES)

    assert scores(quiz) == before
    assert KeyCorrection.objects.count() == 2


def test_who_was_busy_is_marked_by_the_corrected_key(home):
    quiz = quiz_of(published(offer=options(YES)))
    taker = Taker().start(quiz)

    correct(quiz, NO)
    taker.answer(1, NO)

    assert Response.objects.get().is_right is True
    assert '<h2 class="feedback__word">Goed</h2>' in taker.explain(1)


def test_a_reason_is_kept_by_the_database(home):
    version = published().versions.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        correct_key(version, before=frozenset(), why="", by=None)


@pytest.mark.django_db(transaction=True)
def test_an_answer_that_comes_in_meanwhile_is_never_marked_by_the_old_key(home):
    quiz = quiz_of(published(offer=options(YES)))

    def answer(_) -> int:
        try:
            return Taker(Client()).start(quiz).answer(1, NO).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        statuses = pool.map(answer, range(40))
        correct(quiz, NO)
        assert set(statuses) == {303}

    assert Response.objects.filter(is_right=True).count() == 40
    assert not Response.objects.mismarked().exists()
