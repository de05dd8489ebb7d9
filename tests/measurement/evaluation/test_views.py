"""Screens: who sees figures reads the plans of the region and their own, and only whose they are writes them."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from campagne.content.models import CampaignIndexPage, CampaignPage
from campagne.measurement.evaluation.reporting import make_reports
from campagne.measurement.evaluation.spreadsheet import HEADER
from campagne.measurement.models import ContextEvent, EvaluationPlan, PlanChange
from tests.conftest import make_user

pytestmark = pytest.mark.once
OF_ONE = ["evaluation", "evaluation_edit", "evaluation_withdraw", "evaluation_csv"]
OF_ALL = ["evaluations", "evaluation_add"]


@pytest.fixture
def reader(home):
    return make_user("burgemeester", Group.objects.get(name="Lezer"))


@pytest.fixture
def of_stein(campaign_of, plan_for, stein):
    return plan_for(campaign_of(stein, "Steinse campagne"), question="Steinse vraag?")


@pytest.fixture
def of_beek(campaign_of, plan_for, beek):
    return plan_for(campaign_of(beek, "Beekse campagne"), question="Beekse vraag?")


@pytest.fixture
def of_region(campaign, plan_for):
    return plan_for(campaign, question="Regionale vraag?")


def body(response) -> str:
    return response.getvalue().decode() if response.streaming else response.content.decode()


def filled_in(campaign, today, **told) -> dict:
    return {
        "campaign": campaign.pk,
        "question": "Wordt de uitleg beter gelezen?",
        "measured": "gelezen",
        "expected": "up",
        "smallest": 5,
        "comparison": "before",
        "begins": (today + timedelta(days=1)).isoformat(),
        "ends": (today + timedelta(days=28)).isoformat(),
        **told,
    }


def posted_again(plan, **told) -> dict:
    days = {"begins": plan.begins.isoformat(), "ends": plan.ends.isoformat()}
    names = ("question", "measured", "expected", "smallest", "comparison")
    kept = {name: getattr(plan, name) for name in names}
    return {**kept, **days, "campaign": plan.campaign_id, "seen": plan.seen_as, **told}


def test_a_municipality_sees_its_own_plans_and_those_of_the_region(
    client, editor_of_stein, of_stein, of_beek, of_region
):
    client.force_login(editor_of_stein)

    page = body(client.get(reverse("evaluations")))

    assert "Steinse vraag?" in page
    assert "Regionale vraag?" in page
    assert "Beek" not in page.split('aria-labelledby="evaluaties"')[1]


@pytest.mark.parametrize("address", OF_ONE)
def test_nothing_of_another_municipality_opens_or_is_written(client, editor_of_stein, of_beek, address):
    make_reports(timezone.now())
    client.force_login(editor_of_stein)
    url = reverse(address, args=[of_beek.pk])

    answers = [client.get(url), client.post(url, posted_again(of_beek, reason="Zomaar", smallest=9))]

    assert {answer.status_code for answer in answers} <= {404, 405}
    assert (EvaluationPlan.objects.get().smallest, PlanChange.objects.count()) == (5, 0)


@pytest.mark.parametrize("address", ["evaluation_edit", "evaluation_withdraw"])
def test_a_municipality_reads_a_plan_of_the_region_and_does_not_write_it(client, editor_of_stein, of_region, address):
    client.force_login(editor_of_stein)
    url = reverse(address, args=[of_region.pk])

    refused = [client.get(url), client.post(url, posted_again(of_region, reason="Zomaar", smallest=9))]

    assert {answer.status_code for answer in refused} <= {302, 403}
    page = body(client.get(reverse("evaluation", args=[of_region.pk])))
    assert "Regionale vraag?" in page
    assert reverse("evaluation_edit", args=[of_region.pk]) not in page
    assert (EvaluationPlan.objects.get().smallest, PlanChange.objects.count()) == (5, 0)


def test_a_reader_reads_everything_and_writes_nothing(client, reader, of_stein, of_beek):
    client.force_login(reader)

    page = body(client.get(reverse("evaluations")))

    assert "Steinse vraag?" in page
    assert "Beekse vraag?" in page
    assert reverse("evaluation_add") not in page
    assert client.get(reverse("evaluation_add")).status_code in {302, 403}
    assert client.get(reverse("evaluation_edit", args=[of_stein.pk])).status_code in {302, 403}


def test_who_may_not_see_figures_sees_nothing(client, home, of_region):
    client.force_login(make_user("iemand", Group.objects.get(name="Incidentredacteur")))

    addresses = [reverse(name) for name in OF_ALL] + [reverse(name, args=[of_region.pk]) for name in OF_ONE]

    assert {client.get(address).status_code for address in addresses} <= {302, 403}


def test_the_title_of_a_campaign_that_is_still_a_draft_is_for_who_writes_it(
    client, home, plan_for, editor_of_stein, regional_editor
):
    draft = CampaignPage(title="Nog geheim", summary="Kort.", goal="Doel.", live=False)
    CampaignIndexPage.objects.child_of(home).get().add_child(instance=draft)
    plan_for(draft)

    seen = {}
    for user in (editor_of_stein, regional_editor):
        client.force_login(user)
        seen[user] = "Nog geheim" in body(client.get(reverse("evaluations")))

    assert seen == {editor_of_stein: False, regional_editor: True}


def test_a_plan_is_written_down_for_a_campaign_of_ones_own(client, editor_of_stein, campaign_of, stein, today):
    client.force_login(editor_of_stein)
    campaign = campaign_of(stein)

    answer = client.post(reverse("evaluation_add"), filled_in(campaign, today), follow=True)

    plan = EvaluationPlan.objects.get()
    assert (plan.municipality, plan.registered_by, plan.expected) == (stein, editor_of_stein, "up")
    assert answer.redirect_chain[-1][0] == reverse("evaluation", args=[plan.pk])


@pytest.mark.parametrize("whose", ["beek", None])
def test_no_plan_is_made_for_a_campaign_of_another(client, editor_of_stein, campaign_of, beek, today, whose):
    client.force_login(editor_of_stein)
    theirs = campaign_of(beek if whose else None, "Van een ander")

    answer = client.post(reverse("evaluation_add"), filled_in(theirs, today))

    assert answer.status_code == 422
    assert not EvaluationPlan.objects.exists()
    assert "Van een ander" not in body(answer)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        pytest.param({"question": "Neemt de meldingsbereidheid toe?"}, "‘meldingsbereidheid’", id="a word too large"),
        pytest.param({"question": "Heeft het effect?"}, "‘effect’ kan deze maat niet laten zien", id="effect"),
        pytest.param({"smallest": "0"}, "van 1 tot en met 50", id="no change at all"),
        pytest.param({"smallest": "veel"}, "van 1 tot en met 50", id="no number"),
        pytest.param({"expected": ""}, "verplicht", id="no direction"),
        pytest.param({"measured": "goed"}, "heeft geen quiz", id="no quiz"),
        pytest.param({"begins": "vandaag"}, "geldige datum", id="no day"),
    ],
)
def test_wrong_input_is_refused_in_words_and_nothing_is_lost(client, regional_editor, campaign, today, told, words):
    client.force_login(regional_editor)
    sent = filled_in(campaign, today, **{"question": "Mijn eigen zin?", **told})

    answer = client.post(reverse("evaluation_add"), sent)

    page = body(answer)
    assert answer.status_code == 422
    assert words in page
    assert sent["question"] in page
    assert not EvaluationPlan.objects.exists()


@pytest.mark.parametrize(
    ("begins", "ends", "words"),
    [
        pytest.param(0, 10, "te vroeg", id="today is too late to think of it beforehand"),
        pytest.param(-5, 10, "te vroeg", id="the past"),
        pytest.param(5, 4, "ligt vóór de eerste", id="ends before it begins"),
        pytest.param(1, 367, "langer dan 366 dagen", id="too long"),
    ],
)
def test_a_plan_comes_before_what_it_is_about(client, regional_editor, campaign, today, begins, ends, words):
    client.force_login(regional_editor)
    days = {"begins": today + timedelta(days=begins), "ends": today + timedelta(days=ends)}

    answer = client.post(reverse("evaluation_add"), filled_in(campaign, today, **days))

    assert words in body(answer)
    assert not EvaluationPlan.objects.exists()


def test_pressing_twice_writes_one_plan(client, regional_editor, campaign, today):
    client.force_login(regional_editor)

    answers = [client.post(reverse("evaluation_add"), filled_in(campaign, today)) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 422]
    assert EvaluationPlan.objects.count() == 1


def test_other_pages_need_a_theme(client, regional_editor, campaign_of, today):
    client.force_login(regional_editor)
    campaign = campaign_of(None, "Zonder thema", theme=None)

    answer = client.post(reverse("evaluation_add"), filled_in(campaign, today, comparison="others"))

    assert "heeft geen thema" in body(answer)


def test_the_days_of_the_campaign_are_proposed(client, regional_editor, campaign_of, today):
    client.force_login(regional_editor)
    days = {"starts_on": today + timedelta(days=9), "ends_on": today + timedelta(days=40)}
    campaign = campaign_of(None, "Later", **days)

    page = body(client.get(reverse("evaluation_add"), {"campagne": campaign.pk}))

    assert f'value="{days["starts_on"].isoformat()}"' in page
    assert f'value="{days["ends_on"].isoformat()}"' in page


@pytest.mark.parametrize("asked", ["", "0", "999999", "x", "-1", "9" * 40])
def test_a_form_opens_whatever_stands_in_its_address(client, regional_editor, campaign, asked):
    client.force_login(regional_editor)

    assert client.get(reverse("evaluation_add"), {"campagne": asked}).status_code == 200


def test_the_form_says_how_small_a_change_can_be_seen_and_writes_nothing(
    client, regional_editor, campaign, count, long_counted, today
):
    client.force_login(regional_editor)
    count(campaign, today - timedelta(days=4), views=400, reads=200)

    page = body(client.post(reverse("evaluation_add"), {**filled_in(campaign, today, smallest=3), "reckon": "1"}))

    assert "in de laatste 28 dagen 400 weergaven" in page
    assert "Met ongeveer 400 weergaven is een verschil van 10 procentpunt of meer te zien" in page
    assert "3 procentpunt is zo waarschijnlijk niet te zien" in page
    assert not EvaluationPlan.objects.exists()


def test_a_plan_that_runs_is_changed_with_a_reason_that_everybody_reads(client, regional_editor, of_region):
    client.force_login(regional_editor)
    url = reverse("evaluation_edit", args=[of_region.pk])

    refused = client.post(url, posted_again(of_region, smallest=9))
    client.post(url, posted_again(of_region, smallest=9, reason="Vijf was te klein."))

    assert "Zeg waarom" in body(refused)
    page = body(client.get(reverse("evaluation", args=[of_region.pk])))
    assert "Vijf was te klein." in page
    assert "Was: 5 procentpunt." in page
    assert "Na de start veranderd in:</strong> 9 procentpunt" in page


def test_of_a_plan_that_runs_the_first_day_and_the_campaign_cannot_be_sent_along(
    client, regional_editor, of_region, campaign_of, today
):
    client.force_login(regional_editor)
    sent = posted_again(of_region, campaign=campaign_of(None, "Anders").pk, begins=today.isoformat(), reason="Zomaar")

    client.post(reverse("evaluation_edit", args=[of_region.pk]), sent)

    plan = EvaluationPlan.objects.get()
    assert (plan.begins, plan.campaign) == (of_region.begins, of_region.campaign)


def test_days_that_have_been_cannot_be_cut_off_or_added(client, regional_editor, campaign, plan_for, today):
    client.force_login(regional_editor)
    plan = plan_for(campaign, ends=today + timedelta(days=5))

    answer = client.post(
        reverse("evaluation_edit", args=[plan.pk]),
        posted_again(plan, ends=(today - timedelta(days=2)).isoformat(), reason="Het ging goed genoeg."),
    )

    assert "al geweest" in body(answer)
    assert EvaluationPlan.objects.get().ends == plan.ends


def test_who_was_second_sees_what_stands_there_now_beside_their_own_words_and_may_go_on(
    client, regional_editor, of_region
):
    client.force_login(regional_editor)
    url, seen = reverse("evaluation_edit", args=[of_region.pk]), of_region.seen_as
    client.post(url, posted_again(of_region, smallest=9, reason="Eerst"))

    second = client.post(url, posted_again(of_region, seen=seen, smallest=12, reason="Daarna"))

    assert second.status_code == 422
    assert "9 procentpunt" in body(second)
    assert 'value="12"' in body(second)
    again = posted_again(EvaluationPlan.objects.get(), smallest=12, reason="Daarna")
    assert client.post(url, again).status_code == 302
    assert list(PlanChange.objects.values_list("before", "after")) == [
        ("5 procentpunt", "9 procentpunt"),
        ("9 procentpunt", "12 procentpunt"),
    ]


def test_a_plan_is_deleted_before_its_first_day_and_marked_after_it(client, regional_editor, campaign, plan_for, today):
    client.force_login(regional_editor)
    coming = plan_for(campaign, begins=today + timedelta(days=2), ends=today + timedelta(days=9))
    running = plan_for(campaign, begins=today, ends=today + timedelta(days=9))

    client.post(reverse("evaluation_withdraw", args=[coming.pk]), {"seen": coming.seen_as})
    url = reverse("evaluation_withdraw", args=[running.pk])
    refused = client.post(url, {"seen": running.seen_as, "reason": ""})
    client.post(url, {"seen": running.seen_as, "reason": "De poster was fout."})

    assert refused.status_code == 422
    assert list(EvaluationPlan.objects.all()) == [running]
    assert "De poster was fout." in body(client.get(reverse("evaluation", args=[running.pk])))


@pytest.fixture
def reported(count, campaign, plan_for, long_counted, today):
    count(campaign, today - timedelta(days=10), views=500, reads=340)
    count(campaign, today - timedelta(days=20), views=500, reads=300)
    plan = plan_for(campaign)
    make_reports(timezone.now())
    return plan


def test_the_report_says_what_it_does_not_say_and_what_happened_meanwhile(client, reader, reported, beek, today):
    client.force_login(reader)
    ContextEvent.objects.create(title="Golf van nepberichten", begins=today - timedelta(days=21))
    ContextEvent.objects.create(title="Elders", begins=today - timedelta(days=2), ends=today)

    page = body(client.get(reverse("evaluation", args=[reported.pk])))

    assert "Het verschil is 8 procentpunt meer" in page
    assert "68 van de 100, waarschijnlijk tussen 64 en 72 (500 weergaven)" in page
    assert "Tegelijk is nog geen oorzaak." in page
    assert "kan ook door iets anders komen" in page
    assert "Golf van nepberichten" in page
    assert "Elders" not in page
    assert "veranderen/" not in page


def test_a_municipality_does_not_see_what_happened_in_another(client, editor_of_stein, reported, beek, today):
    client.force_login(editor_of_stein)
    ContextEvent.objects.create(title="Beekse markt", begins=today - timedelta(days=9), municipality=beek)

    assert "Beekse markt" not in body(client.get(reverse("evaluation", args=[reported.pk])))
    assert "Beekse markt" not in body(client.get(reverse("evaluation_csv", args=[reported.pk])))


def test_the_file_says_on_every_figure_what_it_does_not_say(client, reader, reported):
    client.force_login(reader)
    PlanChange.objects.create(
        plan=reported, field="smallest", before="3", after="5", reason="=1+1", changed_at=timezone.now()
    )

    text = body(client.get(reverse("evaluation_csv", args=[reported.pk])))

    header, *rows = csv.reader(StringIO(text.removeprefix("\ufeff")), delimiter=";")
    assert tuple(header) == HEADER
    assert rows[0][8] == "hoger"
    [planned] = [row for row in rows if row[0] == "plan" and row[2] == "kleinste verandering die telt"]
    assert planned[8] == "3; na de start veranderd in: 5 procentpunt"
    figures = [row for row in rows if row[0] == "Gelezen weergaven"]
    assert [row[3:5] for row in figures] == [["340", "500"], ["300", "500"]]
    assert all("Tegelijk is nog geen oorzaak." in row[11] for row in figures)
    [gap] = [row for row in rows if row[0] == "verschil"]
    assert gap[5] == "0,08"
    assert 0 < float(gap[6].replace(",", ".")) < 0.05 < float(gap[7].replace(",", "."))
    assert any("=1+1" in cell for row in rows for cell in row)


def test_without_a_report_there_is_no_file(client, reader, of_region):
    client.force_login(reader)

    assert client.get(reverse("evaluation_csv", args=[of_region.pk])).status_code == 404


def test_a_running_plan_shows_no_figures(client, reader, count, campaign, plan_for, long_counted, today):
    client.force_login(reader)
    count(campaign, today, views=500, reads=340)
    plan = plan_for(campaign, begins=today, ends=today + timedelta(days=9))

    page = body(client.get(reverse("evaluation", args=[plan.pk])))

    assert "Een tussenstand is er niet" in page
    assert "van de 100" not in page


def test_a_campaign_leads_to_a_new_plan_and_other_pages_do_not(client, regional_editor, campaign, lesson, home):
    client.force_login(regional_editor)
    address = f"{reverse('evaluation_add')}?campagne={campaign.pk}"

    assert address in body(client.get(reverse("wagtailadmin_pages:edit", args=[campaign.pk])))
    assert reverse("evaluation_add") not in body(client.get(reverse("wagtailadmin_pages:edit", args=[lesson.pk])))


def test_a_list_of_many_takes_as_many_questions_as_of_few(
    client, reader, campaign, plan_for, django_assert_max_num_queries
):
    client.force_login(reader)
    for _ in range(20):
        plan_for(campaign)
    client.get(reverse("evaluations"))

    with django_assert_max_num_queries(25):
        client.get(reverse("evaluations"))


def test_how_to_recompute_it_stands_below_everything_and_says_for_whom(client, reader, reported):
    client.force_login(reader)

    page = body(client.get(reverse("evaluation", args=[reported.pk])))

    assert page.index("Veranderd na de start") < page.index("Voor de beheerder") < page.index("recompute_evaluation")
    assert page.index("Voor de beheerder") < page.index("SHA-256")
