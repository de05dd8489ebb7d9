from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from campagne.guided.leading.acting import Action
from campagne.guided.models import HandCount, Participant, Referral
from campagne.guided.report.session_report import report_of
from campagne.guided.report.spreadsheet import HEADER, report_rows
from campagne.guided.report.told import ONE_GROUP
from campagne.guided.sessions.script import Kind
from campagne.quiz.answers.anonymising import anonymise
from campagne.quiz.answers.attempts import Attempt
from campagne.quiz.answers.counting import count
from campagne.quiz.answers.medium import Medium
from campagne.quiz.questions.plan import Block
from doelgroepen.models import TargetGroup
from tests.quiz.conftest import YES

pytestmark = pytest.mark.django_db


def counted(lesson, *headcounts: int | None) -> None:
    """Write down how many came to each meeting; the first is there already."""
    session = lesson.session
    first = session.meetings.get()
    first.headcount = headcounts[0]
    first.save()
    for number, headcount in enumerate(headcounts[1:], start=1):
        at = first.starts_at + timedelta(days=7 * number)
        session.meetings.create(starts_at=at, started_at=at, headcount=headcount)


def test_eight_identical_browsers_behind_one_address_are_eight_that_began(running, figures):
    browsers = [Client(REMOTE_ADDR="192.0.2.7", HTTP_USER_AGENT="Mozilla/5.0 (Tablet)") for _ in range(8)]
    for browser in browsers:
        assert browser.post("/meedoen/", {"code": running.session.code}).status_code == 303
    running.goes_to(Kind.QUESTION)

    for participant in Participant.objects.all():
        running.takes(participant, 2, YES)

    assert figures(running.session)["Begonnen"] == "8"


def test_four_meetings_of_one_group_are_as_many_people_as_came_most(running, figures):
    counted(running, 7, None, 9, 6)

    assert figures(running.session)["Bezoekers"] == "9"
    assert report_of(running.session).visitors.not_filled_in == 1


def test_what_nobody_filled_in_is_not_nought(running, figures):
    assert figures(running.session)["Bezoekers"] == "nog niet ingevuld"


def test_the_four_counts_are_of_who_answered_both_times_and_the_others_are_named(running, attend, figures):
    attend(running, 4, "2", "2")
    attend(running, 1, "2", "1")
    attend(running, 3, "dont_know", "2")
    attend(running, 2, "1", "3")
    attend(running, 2, "1")
    attend(running, 1, "", "2")

    told = figures(running.session)

    assert {name: told[name] for name in ("Bleef goed", "Verleerde", "Leerde", "Bleef fout")} == {
        "Bleef goed": "4 van de 10 die beide keren antwoordden",
        "Verleerde": "1 van de 10 die beide keren antwoordden",
        "Leerde": "3 van de 10 die beide keren antwoordden",
        "Bleef fout": "2 van de 10 die beide keren antwoordden",
    }
    assert told["Goed vooraf"] == "5 van de 10 die beide keren antwoordden"
    assert told["Goed achteraf"] == "7 van de 10 die beide keren antwoordden"
    assert told["Alleen vooraf"] == "2 van de 12 die vooraf antwoordden"
    assert told["Alleen achteraf"] == "1 van de 11 die achteraf antwoordden"
    assert (told["Begonnen"], told["Afgerond"]) == ("13", "11 van de 13 die begonnen")


def test_one_group_says_nothing_about_others_and_four_people_say_nothing_at_all(running, attend):
    attend(running, 4, "2", "2")
    few = report_of(running.session).learned[0]
    attend(running, 1, "2", "2")
    enough = report_of(running.session).learned[0]

    assert (few.is_told, few.before.words, few.verdict) == (False, "te weinig antwoorden", "")
    assert (enough.margin, enough.verdict, enough.change) == (ONE_GROUP, "", None)


def test_a_group_whose_small_numbers_stay_inside_longer_keeps_them_inside(running, attend):
    attend(running, 12, "2", "2")
    group = TargetGroup.objects.create(name="Jongeren in de knel", slug="knel", is_sensitive=True)
    running.session.target_groups.add(group)

    assert report_of(running.session).learned[0].before.words == "te weinig antwoorden"


def test_who_was_referred_is_a_part_of_who_came_and_what_is_sensitive_is_never_everybody(running, figures):
    counted(running, 8)
    Referral.objects.create(session=running.session, where=Referral.Where.IDO, count=2)
    Referral.objects.create(session=running.session, where=Referral.Where.VICTIM_SUPPORT, count=8)

    told = figures(running.session)

    assert told["naar Informatiepunt Digitale Overheid (IDO)"] == "2 van de 8 bezoekers"
    assert told["naar Slachtofferhulp Nederland"] == "niet getoond: te herkenbaar"


def test_hands_stand_apart_and_add_nothing_to_who_began(running, figures):
    session = running.session
    place, part = next((n, p) for n, p in enumerate(session.lesson.parts, 1) if p.block is Block.MEASURE_PRE)
    for pattern, hands in (("1", 2), ("2", 5), ("dont_know", 1)):
        HandCount.objects.create(
            session=session, place=place, version_id=part.version, pattern=pattern, count=hands, present=8
        )

    [hands] = report_of(session).hands

    assert hands.block == "meting vooraf"
    assert [(answer, told.words) for answer, told in hands.answers] == [
        ("Ja", "2 van de 8 in de zaal"),
        ("Nee", "5 van de 8 in de zaal"),
        ("Weet ik niet", "1 van de 8 in de zaal"),
    ]
    assert figures(session)["Begonnen"] == "te weinig pogingen"


def test_the_report_stays_the_same_when_answers_become_counts_and_attempts_are_gone(running, attend):
    attend(running, 6, "2", "2")
    attend(running, 5, "1", "2", medium=Medium.PAPER)
    attend(running, 1, "1")
    counted(running, 12)
    running.does(Action.FINISH)
    later = timezone.now() + timedelta(days=400)

    def told():
        return list(report_rows(report_of(running.session), is_demo=False))

    before = told()
    assert count(later) == 12
    after_counting = told()
    assert anonymise(later).attempts == 12
    assert not Attempt.objects.exists()

    assert before == after_counting == told()
    assert ["Op papier", 5, 12] in [[row[0], row[2], row[3]] for row in before]


def test_the_version_of_a_lesson_is_called_after_a_dutch_day(running, attend):
    attend(running, 6, "2", "2")
    revision = running.session.module_revision
    revision.created_at = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    revision.save()

    [row, *_] = report_rows(report_of(running.session), is_demo=False)

    assert dict(zip(HEADER, row, strict=True))["versie van de les"] == date(2026, 7, 2)


def test_every_line_of_the_sheet_says_what_it_is_and_what_it_does_not_say(running, attend):
    session = running.session
    session.remarks, session.group_name = "=SOM(1)", "dinsdag"
    session.save()
    attend(running, 6, "2", "2")

    rows = [dict(zip(HEADER, row, strict=True)) for row in report_rows(report_of(running.session), is_demo=False)]

    figures = [row for row in rows if row["wat"] != "Bijzonderheden"]
    needed = (
        "eenheid",
        "in woorden",
        "marge",
        "eerste dag",
        "bron",
        "wat het niet zegt",
        "locatie",
        "versie van de quiz",
    )
    assert [row["wat"] for row in figures if not all(row[name] for name in needed)] == []
    assert rows[-1]["in woorden"] == "=SOM(1)"
