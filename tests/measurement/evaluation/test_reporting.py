"""The report is made once, by the clock, from counters, and comes out the same when it is made again."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import PageLogEntry

from campagne.content.models import ArticleIndexPage, ArticlePage, CampaignModule, ModuleIndexPage, ModulePage
from campagne.measurement.evaluation.keeping import withdraw
from campagne.measurement.evaluation.reporting import make_reports
from campagne.measurement.models import DayPage, EvaluationReport, MonthPage, Purge
from campagne.quiz.models import Quiz, QuizPart

pytestmark = pytest.mark.django_db


@pytest.fixture
def counted(count, campaign, lesson, long_counted, today):
    """Read more often in the ten days of the campaign than in the ten before, on two of its pages."""
    for page in (campaign, lesson):
        count(page, today - timedelta(days=10), views=250, reads=170)
        count(page, today - timedelta(days=20), views=250, reads=150)
        count(page, today - timedelta(days=24), views=999, reads=999)
        count(page, today - timedelta(days=3), views=999, reads=0)


def made(plan, days_later=3):
    return make_reports(timezone.now() + timedelta(days=(plan.ends - timezone.localdate()).days + days_later))


def test_what_came_out_is_held_against_the_plan(counted, campaign, lesson, plan_for, today):
    plan = plan_for(campaign)

    assert make_reports(timezone.now()) == 1

    report = plan.report
    assert report.verdict == "hoger"
    assert report.sentence == (
        "U verwachtte hoger, met minstens 5 procentpunt. Het verschil is 8 procentpunt meer, waarschijnlijk tussen "
        "2 en 14 meer: hoger dan in de even lange periode ervoor. Of het minstens 5 procentpunt is, weten we niet."
    )
    assert report.figures["ours"]["counts"] == {"": [340, 500]}
    assert report.figures["theirs"]["counts"] == {"": [300, 500]}
    assert report.figures["theirs"]["last"] == (plan.begins - timedelta(days=1)).isoformat()
    assert report.figures["ours"]["pages"] == sorted([campaign.pk, lesson.pk])


def test_it_is_made_once_however_often_the_clock_comes(counted, campaign, plan_for):
    plan_for(campaign)

    assert [make_reports(timezone.now()) for _ in range(3)] == [1, 0, 0]
    assert EvaluationReport.objects.count() == 1


def test_it_waits_until_the_counters_of_the_last_day_are_complete(counted, campaign, plan_for):
    plan = plan_for(campaign)

    assert made(plan, days_later=2) == 0
    assert made(plan, days_later=3) == 1


def test_other_pages_are_compared_over_the_same_days(counted, count, home, publish, campaign, plan_for, theme, today):
    index = ArticleIndexPage.objects.child_of(home).get()
    other = publish(index, ArticlePage(title="Een ander", summary="Kort.", theme=theme))
    ArticlePage.objects.update(first_published_at=timezone.now() - timedelta(days=40))
    count(other, today - timedelta(days=10), views=400, reads=100)
    count(other, today - timedelta(days=20), views=400, reads=400)
    plan = plan_for(campaign, comparison="others", expected="down")

    make_reports(timezone.now())

    assert plan.report.figures["theirs"]["counts"] == {"": [100, 400]}
    assert plan.report.figures["theirs"]["first"] == plan.begins.isoformat()
    assert "hoger dan op andere pagina's over hetzelfde thema" in plan.report.sentence
    assert "de andere kant op dan verwacht" in plan.report.sentence


def test_days_before_anybody_counted_are_not_entered_and_never_0(count, campaign, plan_for, today):
    count(campaign, today, views=500, reads=400)
    plan = plan_for(campaign, begins=today, ends=today)

    made(plan)

    assert plan.report.verdict == "nog niet ingevoerd"
    assert plan.report.figures["theirs"]["counts"] is None


def test_nothing_counted_is_too_little(campaign, plan_for, long_counted):
    plan = plan_for(campaign)

    make_reports(timezone.now())

    assert plan.report.verdict == "te weinig gegevens"


def test_whether_it_was_useful(count_act, campaign, plan_for, long_counted, today):
    for day, yes, no in ((10, 80, 20), (20, 50, 50)):
        count_act(campaign, today - timedelta(days=day), "useful", "yes", yes)
        count_act(campaign, today - timedelta(days=day), "useful", "no", no)
    plan = plan_for(campaign, measured="nuttig", smallest=10)

    make_reports(timezone.now())

    assert plan.report.figures["ours"]["counts"] == {"": [80, 100]}
    assert plan.report.verdict == "hoger"


def test_of_a_quiz_the_same_questions_are_compared_each_with_equal_weight(
    answer, published_question, campaign, plan_for, long_counted, today
):
    asked, once = published_question("Wat doet u?", construct="kennis"), published_question("En dan?")
    answer(asked, right=45, wrong=5, page=campaign, days_ago=10)
    answer(asked, right=25, wrong=25, page=campaign, days_ago=20)
    answer(once, right=40, wrong=0, page=campaign, days_ago=10)
    plan = plan_for(campaign, measured="goed")

    make_reports(timezone.now())

    series = str(asked.versions.get().series_id)
    assert plan.report.figures["ours"]["counts"][series] == [45, 50]
    assert plan.report.figures["questions"][series] == "Wat doet u?"
    assert plan.report.figures["shares"]["ours"][1] == pytest.approx(0.9)
    assert plan.report.verdict == "hoger"


def test_a_page_that_came_while_it_ran_is_not_counted(counted, count, home, publish, campaign, plan_for, today):
    PageLogEntry.objects.filter(page_id=campaign.pk).update(timestamp=timezone.now() - timedelta(days=30))
    index = ModuleIndexPage.objects.child_of(home).get()
    late = publish(index, ModulePage(title="Later erbij", slug="later", summary="Kort."))
    campaign.chosen_modules.add(CampaignModule(module=late))
    campaign.save_revision().publish()
    count(late, today - timedelta(days=8), views=4000, reads=0)
    plan = plan_for(campaign)

    make_reports(timezone.now())

    assert plan.report.figures["ours"]["counts"] == {"": [340, 500]}


def test_a_plan_that_was_withdrawn_gets_its_report_all_the_same(counted, campaign, plan_for):
    plan = plan_for(campaign)
    withdraw(plan, seen=plan.seen_as, reason="Valt tegen", by=None, at=timezone.now())

    assert make_reports(timezone.now()) == 1


def recompute(plan) -> str:
    told = StringIO()
    try:
        call_command("recompute_evaluation", str(plan.pk), stdout=told)
    except CommandError as error:
        return f"{told.getvalue()}{error}"
    return told.getvalue()


@pytest.mark.parametrize(("asked", "why"), [("x", "‘x’ is geen nummer van een plan"), ("999999", "heeft geen verslag")])
def test_a_plan_that_is_none_is_said_in_dutch(home, asked, why):
    with pytest.raises(CommandError, match=why):
        call_command("recompute_evaluation", asked)


def test_made_again_it_is_the_same(counted, campaign, plan_for):
    plan = plan_for(campaign)
    make_reports(timezone.now())

    assert recompute(plan).strip().endswith("gelijk")


def test_a_sentence_that_is_worded_otherwise_by_now_is_told_and_is_no_difference(counted, campaign, plan_for):
    plan = plan_for(campaign)
    make_reports(timezone.now())
    EvaluationReport.objects.update(sentence="Zoals we het vroeger zeiden.")

    told = recompute(plan)

    assert "De zin schrijven we nu anders: U verwachtte hoger" in told
    assert told.strip().endswith("gelijk")


def test_made_again_from_other_counters_it_says_where_it_differs(counted, campaign, plan_for, today):
    plan = plan_for(campaign)
    make_reports(timezone.now())
    DayPage.objects.filter(page_id=campaign.pk, day=today - timedelta(days=10)).update(reads=1)
    MonthPage.objects.filter(page_id=campaign.pk).update(reads=1)

    told = recompute(plan)

    assert told.endswith("verschilt")
    assert "[340, 500]" in told


def test_what_was_purged_cannot_be_made_again(counted, campaign, plan_for, today):
    plan = plan_for(campaign)
    make_reports(timezone.now())
    Purge.objects.create(before=today)

    assert "Narekenen kan niet meer" in recompute(plan)


def test_without_a_report_there_is_nothing_to_make_again(campaign, plan_for):
    assert "heeft geen verslag" in recompute(plan_for(campaign))


def test_a_quiz_of_another_day_stays_out(answer, published_question, campaign, plan_for, long_counted):
    asked = published_question("Wat doet u?", construct="kennis")
    answer(asked, right=45, wrong=5, page=campaign, days_ago=1)
    plan = plan_for(campaign, measured="goed")

    make_reports(timezone.now())

    assert (plan.report.verdict, plan.report.figures["ours"]["counts"]) == ("te weinig gegevens", {})
    assert (Quiz.objects.count(), QuizPart.objects.count()) == (1, 1)
