"""What an editor of a municipality can make, and what is refused with a reason."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from campagne.action_plan.models import PlanQuestion, PlanRole
from tests.action_plan.conftest import an_act

pytestmark = pytest.mark.django_db
ADD = "wagtailsnippets_action_plan_planrole:add"


def a_form(municipality, questions: list[dict], **more) -> dict:
    told = {"name": "Camping", "slug": "camping", "self_description": "Ik heb een camping", "introduction": "Kort."}
    place = {"order": "1", "helper": "", "is_open": "on", "municipality": municipality.pk}
    rows = [{"explanation": "", "not_for_me": "", **row} for row in questions]
    return nested_form_data({**told, **place, "questions": inline_formset(rows), **more})


def test_an_editor_makes_a_role_of_the_own_municipality_with_acts_of_the_region(client, editor_of_stein, stein):
    client.force_login(editor_of_stein)

    client.post(reverse(ADD), a_form(stein, [{"text": "Is er een back-up?", "act": an_act("Maak hem").pk}]))

    role = PlanRole.objects.get(slug="camping")
    assert role.municipality == stein
    assert [question.text for question in role.questions.all()] == ["Is er een back-up?"]


@pytest.mark.parametrize(
    ("texts", "more", "reason"),
    [
        pytest.param(["Is er een back-up?", "is er een backup"], {}, "Deze vraag staat er al", id="the same twice"),
        pytest.param([], {}, "", id="no question"),
        pytest.param([f"Vraag {number}?" for number in range(11)], {}, "", id="eleven questions"),
        pytest.param(["Is er een back-up?"], {"slug": "mijn"}, "al in gebruik", id="a reserved address"),
    ],
)
def test_what_cannot_be_asked_is_refused(client, editor_of_stein, stein, texts, more, reason):
    client.force_login(editor_of_stein)
    act = an_act("Maak hem")

    page = client.post(reverse(ADD), a_form(stein, [{"text": text, "act": act.pk} for text in texts], **more))

    assert page.status_code == 200
    assert reason in page.content.decode()
    assert not PlanRole.objects.exists()


def test_an_act_of_another_municipality_is_refused_and_not_named(client, editor_of_stein, stein, beek):
    client.force_login(editor_of_stein)
    act = an_act("Geheim van Beek", municipality=beek)

    page = client.post(reverse(ADD), a_form(stein, [{"text": "Is er een back-up?", "act": act.pk}]))

    assert not PlanQuestion.objects.exists()
    assert "Geheim van Beek" not in page.content.decode()
