"""After a while only counts are left: whatever was known stays known, and nobody's attempt does."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from campagne.quiz.answers import anonymising
from campagne.quiz.answers.anonymising import Anonymised, anonymise, anonymise_some, days_kept
from campagne.quiz.answers.counting import count
from campagne.quiz.answers.results import item_results
from campagne.quiz.models import Attempt, KeyCorrection, Question, Response, ResponseChoice
from campagne.quiz.questions.edits import Change
from tests.quiz.conftest import NO, YES, options, republished
from tests.quiz.counted import LATER, NOON, attempted, crowd, kept, measuring

pytestmark = pytest.mark.django_db
OLD = NOON + timedelta(days=31)


def left() -> tuple[int, int, int]:
    return tuple(model.objects.count() for model in (Attempt, Response, ResponseChoice))


def test_what_is_old_and_counted_goes_and_the_counts_stay(quiz, monkeypatch):
    monkeypatch.setattr(anonymising, "ATTEMPTS_PER_TRANSACTION", 7)
    crowd(measuring(quiz), 20)
    attempted(quiz.current_version, ["1"], at=OLD - timedelta(days=29))
    count(OLD)
    counts, answers = kept(), Response.objects.count()
    told = []

    done = anonymise(OLD, tell=lambda done, total: told.append((done, total)))

    assert done == Anonymised(attempts=20, answers=answers - 1, not_counted=0)
    assert told == [(7, 20), (14, 20), (20, 20)]
    assert left() == (1, 1, 1)
    assert kept() == counts
    assert anonymise(OLD) == Anonymised(0, 0, 0)


def test_what_was_not_counted_is_never_deleted(quiz):
    attempted(quiz.current_version, ["1"])

    assert anonymise(OLD) == Anonymised(0, 0, not_counted=1)
    assert left() == (1, 1, 1)


def test_killed_halfway_it_goes_on_where_it_was(quiz, monkeypatch):
    monkeypatch.setattr(anonymising, "ATTEMPTS_PER_TRANSACTION", 4)
    crowd(measuring(quiz), 10)
    count(OLD)
    counts = kept()

    def die(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        anonymise(OLD, tell=die)
    assert left()[0] == 6

    assert anonymise(OLD).attempts == 6
    assert left() == (0, 0, 0)
    assert kept() == counts


def test_one_run_of_the_clock_is_bounded(quiz, monkeypatch):
    monkeypatch.setattr(anonymising, "ATTEMPTS_PER_TRANSACTION", 3)
    monkeypatch.setattr(anonymising, "ATTEMPTS_PER_RUN", 6)
    crowd(measuring(quiz), 10)
    count(OLD)

    assert [anonymise_some(OLD) for _ in range(3)] == [6, 4, 0]


@pytest.mark.parametrize(("asked", "days"), [(30, 30), (90, 90), (2, 2), (0, 2), (-5, 2)])
def test_no_setting_deletes_what_can_still_change(settings, asked, days):
    settings.ANONYMISE_AFTER_DAYS = asked

    assert days_kept() == days


def test_a_key_corrected_after_anonymisation_gives_the_right_scores(quiz):
    version = measuring(quiz)
    for before, after in [("1", "2"), ("1", "1"), ("2", "2"), ("dont_know", "1"), ("skipped", "3")]:
        attempted(version, [before, "1+3", "1", after])
    count(LATER)
    anonymise(OLD)
    question = Question.objects.get(stem="Geeft u de code?")
    results = [(item.right, item.wrong, item.dont_know) for item in item_results(quizzes=[quiz])]
    assert results[0] == (1, 2, 1)

    question.offer(options(YES))
    republished(question, Change.KEY, "Ja stond ten onrechte op fout.")

    again = item_results(quizzes=[quiz])[0]
    assert (again.right, again.wrong, again.dont_know) == (2, 1, 1)
    # Before: 1, 1 and 2. After: 2, 1, 2, 1 and 3. All but the last are right by one key and wrong by the other.
    assert KeyCorrection.objects.get().marked_otherwise == 7
    assert {option.option.key: option.count for option in again.options}[NO] == 1


def test_a_corrected_key_tells_how_many_whatever_is_left_of_them(quiz):
    version = quiz.current_version
    question = Question.objects.get(stem="Geeft u de code?")
    attempted(version, ["1"], at=NOON - timedelta(days=40))
    count(LATER)
    anonymise(LATER)
    attempted(version, ["2"], at=NOON)
    count(LATER)
    attempted(version, ["1"], at=LATER)
    attempted(version, ["3"], at=LATER)

    question.offer(options(YES))
    republished(question, Change.KEY, "Ja stond ten onrechte op fout.")

    assert KeyCorrection.objects.get().marked_otherwise == 3
    assert set(Response.objects.values_list("pattern", "is_right")) == {("1", True), ("2", False), ("3", False)}


def test_the_command_says_what_it_did_and_may_run_again(quiz, capsys):
    crowd(quiz.current_version, 12)
    Attempt.objects.update(started_at=timezone.now() - timedelta(days=31))

    call_command("anonymise")
    first = capsys.readouterr().out
    call_command("anonymise")

    assert "12 pogingen geteld die nog niet geteld waren." in first
    assert "12 pogingen van meer dan 30 dagen geleden weggegooid, met" in first
    assert "De tellingen zijn gebleven." in first
    assert "Er zijn geen pogingen van meer dan 30 dagen geleden." in capsys.readouterr().out
    assert left() == (0, 0, 0)


def test_what_was_answered_long_ago_is_still_not_to_be_deleted(client, regional_editor, quiz):
    attempted(quiz.current_version, ["1"])
    count(LATER)
    anonymise(OLD)
    client.force_login(regional_editor)

    response = client.post(f"/beheer/snippets/quiz/quiz/delete/{quiz.pk}/", follow=True)

    assert "blijft daarom bewaard" in response.content.decode()
    assert item_results(quizzes=[quiz])[0].answered == 1
