"""What the screen after an answer says: what was chosen and what is right, in the words of each kind."""

from dataclasses import replace

import pytest

from campagne.contacts.models import ReportChannel
from campagne.quiz.questions.draft import real_or_fake
from campagne.quiz.questions.rendering import Rendering, rendered_draft
from campagne.quiz.questions.scoring import FAKE_KEY, REAL_KEY, Answer, State
from campagne.quiz.taking.explaining import Explanation
from tests.quiz.kinds import FIRST, FOURTH, KINDS, SECOND, THIRD, with_its_neighbours

pytestmark = pytest.mark.once

UNKNOWN = Answer(State.DONT_KNOW)


def explained(draft, answer: Answer, is_right: bool | None = None) -> Explanation:
    return Explanation.about(rendered_draft(draft, Rendering.STANDARD), answer, is_right)


def chosen(*keys) -> Answer:
    return Answer(State.ANSWERED, frozenset(keys))


@pytest.mark.parametrize(
    ("truth", "key", "is_right", "word"),
    [
        pytest.param("fake", FAKE_KEY, True, "Goed: dit is nep", id="hit"),
        pytest.param("fake", REAL_KEY, False, "Nog niet goed: dit is nep", id="miss"),
        pytest.param("real", FAKE_KEY, False, "Nog niet goed: dit is echt", id="false alarm"),
        pytest.param("real", REAL_KEY, True, "Goed: dit is echt", id="rightly trusted"),
        pytest.param("real", None, None, "Goed dat u het zegt. Dit is echt", id="not known"),
    ],
)
def test_real_or_fake_is_said_in_the_first_words(truth, key, is_right, word):
    draft = replace(KINDS["real or fake as text"], options=real_or_fake(truth))

    assert explained(draft, chosen(key) if key else UNKNOWN, is_right).word == word


def test_an_order_is_shown_as_it_should_be_with_where_each_was_put():
    explanation = explained(KINDS["order"], Answer.ranked([SECOND, FIRST, THIRD, FOURTH]), False)

    shown = [(o.option.key, o.place, o.given_place, o.standing) for o in explanation.outcomes]
    assert shown == [
        (FIRST, 1, 2, "wrong"),
        (SECOND, 2, 1, "wrong"),
        (THIRD, 3, 0, "right"),
        (FOURTH, 4, 0, "right"),
    ]
    assert (explanation.title, explanation.word) == ("De goede volgorde", "Bijna goed")


def test_an_order_that_is_mostly_wrong_is_not_called_nearly_right():
    assert explained(KINDS["order"], Answer.ranked([SECOND, THIRD, FIRST, FOURTH]), False).word == ""


def test_who_does_not_know_the_order_sees_it_without_a_verdict_on_each():
    outcomes = explained(KINDS["order"], UNKNOWN).outcomes

    assert [(outcome.place, outcome.standing) for outcome in outcomes] == [(1, ""), (2, ""), (3, ""), (4, "")]


@pytest.mark.parametrize(
    ("answer", "shown"), [(chosen(SECOND), [SECOND]), (UNKNOWN, [])], ids=["answered", "not known"]
)
def test_of_a_scale_only_the_step_that_was_chosen_comes_back(answer, shown):
    explanation = explained(KINDS["scale"], answer)

    assert [outcome.option.key for outcome in explanation.outcomes] == shown
    assert {outcome.standing for outcome in explanation.outcomes} <= {""}


@pytest.mark.parametrize(
    ("answer", "is_right", "verdict"),
    [
        pytest.param(chosen(FIRST), True, "right", id="right"),
        pytest.param(chosen(SECOND), False, "wrong", id="wrong"),
        pytest.param(UNKNOWN, None, "unknown", id="not known"),
        pytest.param(Answer(State.SKIPPED), None, "unknown", id="skipped"),
    ],
)
def test_the_verdict_follows_from_the_mark(answer, is_right, verdict):
    assert explained(KINDS["single"], answer, is_right).verdict == verdict


@pytest.mark.django_db
def test_places_to_report_to_are_told_as_the_register_has_them_now():
    draft = with_its_neighbours(KINDS["channel"])
    ReportChannel.objects.filter(slug="bank").update(phone="088-0000000")
    ReportChannel.objects.filter(slug="politie").delete()

    outcomes = explained(draft, chosen(SECOND), False).outcomes

    assert [outcome.option.text for outcome in outcomes] == ["Uw eigen bank", "Politie", "Nergens"]
    assert outcomes[0].channel.phone == "088-0000000"
    assert [outcome.channel for outcome in outcomes[1:]] == [None, None]
    assert [outcome.standing for outcome in outcomes] == ["right", "wrong", ""]
