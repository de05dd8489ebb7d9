"""What can be chosen, and which pages then count."""

from datetime import date, timedelta

import pytest

from campagne.content.models import (
    ArticleIndexPage,
    ArticlePage,
    CampaignIndexPage,
    CampaignModule,
    CampaignPage,
    ContentPage,
    ModuleIndexPage,
    ModulePage,
)
from campagne.measurement.dashboard.choosing import SelectionForm
from campagne.measurement.dashboard.selection import part_of
from campagne.measurement.periods import Period
from doelgroepen.models import TargetGroup, Theme

TODAY = date(2026, 11, 25)


@pytest.fixture
def choose(regional_editor):
    def chosen(user=None, **data):
        form = SelectionForm(data, user=user or regional_editor, today=TODAY)
        return form, form.selection()

    return chosen


def test_without_a_choice_it_is_the_last_four_weeks_of_everything(choose):
    form, selection = choose()

    assert form.is_valid()
    assert selection.period == Period(TODAY - timedelta(days=27), TODAY)
    assert selection.pages is None


def test_a_day_of_which_only_the_month_is_left_becomes_that_month(choose):
    _, selection = choose(van="2023-05-17", tot="2026-11-25")

    assert selection.period.first == date(2023, 5, 1)


def test_a_period_that_ends_before_it_begins_is_explained(choose):
    form, selection = choose(van="2026-11-20", tot="2026-11-10")

    assert "De eerste dag ligt na de laatste" in str(form.errors["van"])
    assert selection.period.last == TODAY


def test_theme_and_group_narrow_the_pages(choose, publish, home):
    theme = Theme.objects.create(name="Cybercrime", slug="cybercrime", goal="…")
    group = TargetGroup.objects.create(name="Jongeren", slug="jongeren", self_description="Ik ben jong")
    index = ArticleIndexPage.objects.get(municipality=None)
    both = ArticlePage(title="Beide", slug="beide", summary="…", theme=theme)
    both.target_groups.add(group)
    publish(index, both)
    publish(index, ArticlePage(title="Thema", slug="thema", summary="…", theme=theme))

    _, selection = choose(thema=theme.pk, doelgroep=group.pk)

    assert selection.pages == [both.pk]
    assert selection.words == ("thema: Cybercrime", "doelgroep: Jongeren")


def test_a_sensitive_group_raises_the_threshold(choose, home):
    group = TargetGroup.objects.create(name="Daders", slug="daders", self_description="…", is_sensitive=True)

    _, selection = choose(doelgroep=group.pk)

    assert selection.is_sensitive


def test_a_campaign_is_its_page_and_its_modules(publish, home):
    module = publish(ModuleIndexPage.objects.get(municipality=None), ModulePage(title="M", slug="m", summary="…"))
    other = publish(ModuleIndexPage.objects.get(municipality=None), ModulePage(title="N", slug="n", summary="…"))
    campaign = CampaignPage(title="C", slug="c", summary="…", goal="…")
    campaign.chosen_modules = [CampaignModule(module=module)]
    publish(CampaignIndexPage.objects.get(municipality=None), campaign)

    found = set(ContentPage.objects.filter(part_of(campaign)).values_list("pk", flat=True))

    assert found == {campaign.pk, module.pk}
    assert other.pk not in found


def test_an_editor_can_choose_only_what_is_the_regions_or_their_own(choose, editor_of_stein, stein, beek):
    theirs = TargetGroup.objects.create(name="In Beek", slug="in-beek", self_description="…", municipality=beek)
    ours = TargetGroup.objects.create(name="In Stein", slug="in-stein", self_description="…", municipality=stein)

    form, _ = choose(editor_of_stein)

    assert set(form.fields["gemeente"].queryset) == {stein}
    assert theirs not in form.fields["doelgroep"].queryset
    assert ours in form.fields["doelgroep"].queryset
