"""Whoever changes a published version behind the site's back is found out."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import models
from django.utils import timezone

from campagne.quiz.answers.counting import count
from campagne.quiz.models import AttemptCount, ItemCount, OptionVersion, QuestionVersion, Response
from campagne.quiz.questions.edits import Change
from tests.quiz.conftest import NO, YES, Taker, options, published, quiz_of, republished

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(home) -> QuestionVersion:
    """The first of two versions; the key was corrected after somebody answered."""
    question = published(offer=options(YES), message_channel="sms", message_body="Hoi mam 👋\u202e")
    Taker().start(quiz_of(question)).answer(1, NO)
    question.offer(options(NO))
    republished(question, Change.KEY, "Verkeerd aangevinkt.")
    return question.versions.order_by("pk").first()


def verified(capsys) -> tuple[int, str]:
    try:
        call_command("verify_versions")
        code = 0
    except CommandError as error:
        code = error.returncode
    return code, capsys.readouterr().out


def test_what_was_published_is_still_the_same(version, capsys):
    assert verified(capsys) == (0, "2 vraagversies nagekeken: alles is zoals het werd gepubliceerd.\n")


@pytest.mark.parametrize(
    ("model", "changes", "words"),
    [
        pytest.param(QuestionVersion, {"stem": "Geeft u de pincode?"}, "gevonden inhoud", id="words"),
        pytest.param(OptionVersion, {"explanation": "Toch wel"}, "gevonden inhoud", id="an explanation"),
        pytest.param(OptionVersion, {"order": 9 - models.F("order")}, "gevonden inhoud", id="the order"),
        pytest.param(OptionVersion, {"is_right": False}, f"gevonden sleutel leeg, verwacht {NO}", id="the key"),
        pytest.param(Response, {"is_right": False}, "gevonden 1 met een ander oordeel", id="a mark"),
    ],
)
def test_a_change_outside_the_site_is_found(version, capsys, model, changes, words):
    models.QuerySet.update(model.objects.all(), **changes)

    code, report = verified(capsys)

    assert code == 1
    assert words in report
    assert "verwacht" in report


@pytest.mark.parametrize(
    ("model", "changes", "words"),
    [
        pytest.param(ItemCount, {"pattern": "4"}, "gevonden antwoord '4'", id="an option that is not there"),
        pytest.param(ItemCount, {"pattern": "1+1"}, "gevonden antwoord '1+1'", id="an option twice"),
        pytest.param(ItemCount, {"pattern": ""}, "gevonden antwoord ''", id="no answer"),
        pytest.param(AttemptCount, {"count": 0}, "gevonden 0 getelde pogingen, verwacht minstens 1", id="a count"),
    ],
)
def test_a_count_changed_outside_the_site_is_found(version, capsys, model, changes, words):
    count(timezone.now() + timedelta(days=2))
    assert verified(capsys)[0] == 0
    model.objects.update(**changes)

    code, report = verified(capsys)

    assert code == 1
    assert words in report
