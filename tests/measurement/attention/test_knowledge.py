from uuid import uuid4

import pytest

from campagne.figures.verdicts import UNDERSTANDING, check_words
from campagne.measurement.attention.card import Gap
from campagne.measurement.attention.knowledge import knowledge_gaps
from campagne.measurement.attention.signal import Proposal
from campagne.measurement.attention.subject import Subject
from campagne.measurement.attention.weeks import weeks_before
from campagne.measurement.offer.gathered import gather
from campagne.quiz.models import Attempt, Response, ResponseChoice
from tests.measurement.attention.conftest import NOON, TODAY, WEEKS

pytestmark = pytest.mark.django_db


@pytest.fixture
def answer(home):
    """Answer the question of a page so many times right and wrong, a week ago: `answer(page, right=3, wrong=40)`."""

    def give(page, *, right: int = 0, wrong: int = 0) -> None:
        version = page.quiz.renew_version()
        asked = page.quiz.parts.get().question.versions.get()
        options = {option.is_right: option for option in asked.options.all()}
        for is_right in [True] * right + [False] * wrong:
            attempt = Attempt.objects.create(quiz_version=version, page=page, started_at=NOON.replace(month=11, day=25))
            response = Response.objects.create(
                attempt=attempt,
                question_version=asked,
                submission=uuid4(),
                state="answered",
                pattern=str(options[is_right].order),
                is_right=is_right,
                is_counting=True,
                answered_at=attempt.started_at,
            )
            ResponseChoice.objects.create(response=response, option=options[is_right])

    return give


def found():
    return knowledge_gaps(gather(TODAY), WEEKS)


def test_a_question_that_few_know_proposes_to_explain_it_better(ask, answer, cybercrime, old):
    page, _ = ask("Geeft u de code?")
    answer(page, right=12, wrong=48)

    (signal,), unknown = found()

    assert unknown == []
    assert (signal.gap, signal.about) == (Gap.KNOWLEDGE, Subject(cybercrime.pk, old.pk))
    assert (signal.proposal, signal.page, signal.quoted) == (Proposal.EXPLAIN, page.pk, "Geeft u de code?")
    assert signal.sentence.startswith("Goed: 20 van de 100, waarschijnlijk tussen 12 en 32 (60 antwoorden).")
    check_words(signal.sentence, rung=UNDERSTANDING)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param(28, 30, id="the margin reaches 60"),
        pytest.param(60, 0, id="everybody knows"),
    ],
)
def test_what_may_be_known_well_enough_is_no_signal(ask, answer, right, wrong):
    page, _ = ask()
    answer(page, right=right, wrong=wrong)

    assert found() == ([], [])


def test_under_thirty_answers_nothing_is_said_of_the_share(ask, answer, cybercrime, old):
    page, _ = ask()
    answer(page, wrong=29)

    signals, (unknown,) = found()

    assert signals == []
    assert unknown.about == Subject(cybercrime.pk, old.pk)
    assert unknown.why == "te weinig gegevens: hoogstens 29 antwoorden op een vraag, en we kijken vanaf 30"


@pytest.mark.parametrize(
    ("answers", "is_sensitive", "told"),
    [
        pytest.param(1, False, "minder dan 5 antwoorden op een vraag", id="one answer"),
        pytest.param(4, False, "minder dan 5 antwoorden op een vraag", id="one under the threshold"),
        pytest.param(5, False, "hoogstens 5 antwoorden op een vraag", id="at the threshold"),
        pytest.param(19, True, "minder dan 20 antwoorden op een vraag", id="a sensitive group, one under"),
        pytest.param(20, True, "hoogstens 20 antwoorden op een vraag", id="a sensitive group, at the threshold"),
    ],
)
def test_a_small_number_of_answers_is_not_told(ask, answer, old, answers, is_sensitive, told):
    old.is_sensitive = is_sensitive
    old.save()
    page, _ = ask()
    answer(page, wrong=answers)

    _, (unknown,) = found()

    assert unknown.why == f"te weinig gegevens: {told}, en we kijken vanaf 30"


def test_a_quiz_that_nobody_took_is_too_little(ask):
    ask()

    signals, (unknown,) = found()

    assert signals == []
    assert "nog geen antwoorden" in unknown.why


def test_of_a_page_for_two_groups_nobody_knows_who_answered(ask, answer, cybercrime, old, young):
    page, _ = ask("Geeft u de code?", old, young)
    answer(page, wrong=40)

    (signal,), _ = found()

    assert signal.about == Subject(cybercrime.pk)


def test_answers_on_a_page_of_stein_are_about_stein(ask, answer, cybercrime, old, stein):
    page, _ = ask(place=stein)
    answer(page, wrong=40)

    (signal,), _ = found()

    assert signal.about == Subject(cybercrime.pk, old.pk, stein.pk)


def test_answers_from_before_these_weeks_no_longer_count(ask, answer):
    page, _ = ask()
    answer(page, wrong=40)

    signals, _ = knowledge_gaps(gather(TODAY), weeks_before(TODAY.replace(month=11, day=16)))

    assert signals == []
