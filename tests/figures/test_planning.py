"""What so many groups could show, checked against statsmodels and against people made up by chance."""

from random import Random

import pytest
from statsmodels.stats.power import NormalIndPower
from statsmodels.stats.proportion import proportion_effectsize

from campagne.figures.estimates import Plan, clustered_share, difference, smallest_visible_change

pytestmark = pytest.mark.once


def test_two_groups_of_fifteen_see_only_large_changes():
    change = smallest_visible_change(Plan(groups=2, size=15, before=0.5))

    assert change == pytest.approx(0.405, abs=0.001)


def test_a_thousand_plans_agree_with_statsmodels():
    chance = Random(4)
    for _ in range(1000):
        plan = Plan(chance.randint(1, 60), chance.randint(1, 40), chance.random())
        change = smallest_visible_change(plan)
        largest = proportion_effectsize(1, plan.before)
        power = NormalIndPower().power(largest, plan.worth, 0.05)
        if change is None:
            assert power < 0.8 + 1e-3
            continue
        effect = proportion_effectsize(plan.before + change, plan.before)
        assert NormalIndPower().power(effect, plan.worth, 0.05) == pytest.approx(0.8, abs=1e-4)


def test_made_up_groups_show_the_change_about_as_often_as_promised():
    chance, plan = Random(11), Plan(groups=12, size=15, before=0.5)
    change = smallest_visible_change(plan)
    seen = sum(_shows(plan, change, chance) for _ in range(400)) / 400

    assert 0.7 < seen < 0.92


def _shows(plan: Plan, change: float, chance: Random) -> bool:
    before, after = (
        clustered_share([_group(plan.size, share, chance) for _ in range(plan.groups)])
        for share in (plan.before, plan.before + change)
    )
    return difference(after, before).low > 0


def _group(size: int, share: float, chance: Random, correlation: float = 0.05) -> tuple[int, int]:
    alike = (1 - correlation) / correlation
    own = chance.betavariate(share * alike, (1 - share) * alike)
    return sum(chance.random() < own for _ in range(size)), size


def test_more_groups_see_smaller_changes_and_larger_groups_help_less():
    changes = [smallest_visible_change(Plan(groups, 15, 0.5)) for groups in (2, 4, 8, 16)]

    assert changes == sorted(changes, reverse=True)
    assert smallest_visible_change(Plan(8, 15, 0.5)) < smallest_visible_change(Plan(2, 60, 0.5))


@pytest.mark.parametrize("plan", [Plan(1, 1, 0.5), Plan(2, 15, 0.95), Plan(1, 5, 1)])
def test_what_can_never_be_seen_is_said(plan):
    assert smallest_visible_change(plan) is None


@pytest.mark.parametrize("wrong", [(0, 15, 0.5), (2, 0, 0.5), (2, 15, 60), (2, 15, -0.1)])
def test_a_plan_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match="expected at least one group"):
        Plan(*wrong)
