"""Forty questions of a trainer, twenty as GIFT and twenty as XML, come in as far as they can, each with its reason."""

from pathlib import Path

import pytest

from campagne.quiz.exchange import bundle
from campagne.quiz.exchange.bringing_in import bring_in, report_on
from campagne.quiz.exchange.carried import Carried
from campagne.quiz.models import Question

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SAMPLES = Path(__file__).with_name("samples")
GIFT, XML = (bundle.read((SAMPLES / name).read_bytes()) for name in ("moodle-export.gift.txt", "moodle-export.xml"))


def notes_by_title(report) -> dict[str, str]:
    return {line.title: " ".join(line.notes) for line in report.lines}


def test_twenty_questions_in_gift(home):
    report = report_on(GIFT, None)

    assert dict(report.counts) == {Carried.WHOLE: 8, Carried.PART: 6, Carried.NOT: 6}
    assert "Regel 101: gevonden 2 keer {" in notes_by_title(report)["Accolade"]
    assert "(‘Een sms over een pakket’)" in notes_by_title(report)["Is dit bericht echt?"]


def test_twenty_questions_in_xml(home):
    report = report_on(XML, None)

    assert dict(report.counts) == {Carried.WHOLE: 10, Carried.PART: 4, Carried.NOT: 6}
    assert "Hints gaan niet mee (1)." in notes_by_title(report)["Wat is tweestapsverificatie?"]


def test_all_that_can_be_carried_is_a_draft_afterwards(beek):
    for brought in (GIFT, XML, GIFT, XML):
        bring_in(brought, beek)

    assert Question.objects.filter(live=False, municipality=beek).count() == 28
