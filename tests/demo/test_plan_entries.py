import dataclasses

import pytest

from campagne.action_plan.answers import MOST_QUESTIONS, mark_of
from campagne.demo.catalogue import read_catalogue
from campagne.demo.entry import BadEntry
from campagne.demo.plan_entries import check_plans


@pytest.fixture(scope="module")
def catalogue():
    return read_catalogue()


def test_each_role_asks_at_most_ten_questions_each_with_a_mark_and_an_act_of_its_own(catalogue):
    assert [role.slug for role in catalogue.plans.roles] == ["zzp", "winkel", "horeca", "praktijk", "vereniging"]
    for role in catalogue.plans.roles:
        marks = {mark_of(question.text) for question in role.questions}
        acts = {question.act for question in role.questions}
        assert len(marks) == len(acts) == len(role.questions) <= MOST_QUESTIONS, role.slug


def test_each_act_has_steps_a_source_and_a_page_to_read(catalogue):
    for act in catalogue.plans.acts:
        assert 1 <= len(act.steps) <= 6, act.key
        assert act.source_url.startswith("https://")
        assert act.page in {page.slug for page in catalogue.pages}


@pytest.mark.parametrize(("field", "name"), [("page", "bestaat-niet"), ("key", "niemand-vraagt-dit")])
def test_a_name_that_nothing_answers_to_is_refused(catalogue, field, name):
    plans = catalogue.plans
    wrong = dataclasses.replace(plans, acts=(dataclasses.replace(plans.acts[0], **{field: name}), *plans.acts[1:]))

    with pytest.raises(BadEntry, match=name):
        check_plans(wrong, {page.slug for page in catalogue.pages}, {"ondernemers"})
