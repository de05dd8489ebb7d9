from datetime import timedelta

import pytest

from campagne.contacts.models import Channel, ReportChannel
from campagne.content.models import InstructionIndexPage, InstructionPage, ModuleIndexPage, ModulePage, PageTargetGroup
from campagne.measurement.offer.gathered import gather
from campagne.measurement.offer.matrix import gaps_in
from campagne.measurement.offer.review import Review
from tests.quiz.conftest import published, quiz_of


def test_a_live_page_is_gathered_with_what_it_is_about_and_for_whom(write, stein, cybercrime, young, today):
    page = write("Steins", place=stein)

    (piece,) = gather(today).pieces

    assert (piece.pk, piece.title, piece.kind) == (page.pk, "Steins", "artikel")
    assert (piece.theme, piece.groups, piece.municipality) == (cybercrime.pk, {young.pk}, stein.pk)
    assert piece.review is Review.FRESH


def test_lists_drafts_and_what_was_withdrawn_are_not_offered(write, today):
    write().unpublish()

    assert gather(today).pieces == ()


@pytest.mark.parametrize(
    ("days_ago", "review"),
    [
        pytest.param(183, Review.FRESH, id="half a year"),
        pytest.param(184, Review.OVERDUE, id="a day longer"),
        pytest.param(None, Review.NEVER, id="never"),
    ],
)
def test_a_page_about_tricks_holds_half_a_year(write, today, days_ago, review):
    write(days_ago=days_ago)

    assert gather(today).pieces[0].review is review


def test_an_instruction_is_judged_by_its_expert_and_by_the_day_that_was_planned(publish, home, today):
    told = {"reviewed_on": today - timedelta(days=800), "verified_on": today, "verify_before": today}
    page = InstructionPage(title="Gaswolk", summary="Naar binnen.", **told)
    publish(InstructionIndexPage.objects.get(), page)

    (piece,) = gather(today).pieces

    assert piece.reviewed_on == today
    assert piece.review is Review.OVERDUE


def test_a_quiz_counts_on_its_own_page_and_below_a_lesson(publish, ask, write, cybercrime, young, today):
    ask("Echt of nep")
    quiz = quiz_of(published("Wat doet u?"), slug="les")
    lesson = ModulePage(title="Les", summary="Kort.", quiz=quiz, theme=cybercrime, reviewed_on=today)
    publish(ModuleIndexPage.objects.get(municipality=None), lesson)
    PageTargetGroup.objects.create(tag=young, content_object=lesson)

    (cell,) = gather(today).cells()

    assert (cell.pages, cell.quizzes) == (1, 2)
    assert cell.lacks == ()


def test_a_place_to_report_holds_three_months(home, today):
    plain = {"code": Channel.POLICE_CALL, "phone": "0900-8844", "purpose": "Vragen"}
    for days_ago in (92, 93):
        name = f"dag {days_ago}"
        checked_on = today - timedelta(days=days_ago)
        ReportChannel.objects.create(name=name, slug=f"d{days_ago}", checked_on=checked_on, **plain)

    assert [piece.title for piece in gather(today).stale()] == ["dag 93"]
    assert list(ReportChannel.objects.overdue(today).values_list("name", flat=True)) == ["dag 93"]


def test_the_rule_holds_once_there_is_a_page_and_a_quiz(write, ask, today):
    write()
    assert len(gaps_in(gather(today))) == 1

    ask()

    assert gaps_in(gather(today)) == []


def test_the_number_of_questions_does_not_grow_with_pages(write, today, django_assert_max_num_queries):
    write("Een")
    gather(today)
    with django_assert_max_num_queries(10) as few:
        gather(today)
    for number in range(25):
        write(f"Meer {number}")

    with django_assert_max_num_queries(len(few)):
        assert len(gather(today).pieces) == 26
