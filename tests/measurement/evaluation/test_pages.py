"""An evaluation is about the pages of its first day, whatever an editor adds while it runs."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry

from campagne.content.models import ArticleIndexPage, ArticlePage, CampaignModule, ModuleIndexPage, ModulePage
from campagne.measurement.evaluation.pages import are_sensitive, other_pages, pages_at_start, pages_now
from doelgroepen.models import TargetGroup

pytestmark = pytest.mark.once


@pytest.fixture
def later(home, publish, theme):
    index = ModuleIndexPage.objects.child_of(home).get()
    return publish(index, ModulePage(title="Later erbij", slug="later", summary="Kort.", theme=theme))


def published_days_ago(page, days: int) -> None:
    PageLogEntry.objects.filter(page_id=page.pk).update(timestamp=timezone.now() - timedelta(days=days))


def test_a_lesson_that_came_later_is_not_part_of_it(campaign, lesson, later, today):
    published_days_ago(campaign, 20)
    campaign.chosen_modules.add(CampaignModule(module=later))
    campaign.save_revision().publish()

    assert pages_at_start(campaign, today - timedelta(days=10)) == sorted([campaign.pk, lesson.pk])
    assert pages_now(campaign) == sorted([campaign.pk, lesson.pk, later.pk])


def test_a_campaign_that_was_published_after_the_first_day_counts_as_it_was_published_first(
    campaign, lesson, later, today
):
    published_days_ago(campaign, 2)
    campaign.chosen_modules.add(CampaignModule(module=later))
    campaign.save_revision().publish()

    assert pages_at_start(campaign, today - timedelta(days=10)) == sorted([campaign.pk, lesson.pk])


def test_a_draft_is_reckoned_with_as_it_stands_there(campaign, lesson, later):
    campaign.chosen_modules.add(CampaignModule(module=later))
    campaign.save_revision()

    assert later.pk in pages_now(campaign)


def test_other_pages_are_about_the_theme_were_there_by_then_and_belong_to_no_other_municipality(
    home, publish, campaign, lesson, theme, stein, beek, today
):
    index = ArticleIndexPage.objects.child_of(home).get()
    regional = publish(index, ArticlePage(title="Regio", summary="Kort.", theme=theme))
    other_theme = publish(index, ArticlePage(title="Anders", summary="Kort."))
    of = {
        place.slug: publish(
            ArticleIndexPage.objects.child_of(place.page).get(),
            ArticlePage(title=place.name, summary="Kort.", theme=theme),
        )
        for place in (stein, beek)
    }
    own = pages_now(campaign)

    assert other_pages(theme, None, own, today) == [regional.pk]
    assert other_pages(theme, stein, own, today) == sorted([regional.pk, of["stein"].pk])
    assert other_pages(theme, None, own, today - timedelta(days=1)) == []
    assert other_theme.pk not in other_pages(theme, beek, own, today)


def test_a_group_whose_small_numbers_stay_inside_makes_it_sensitive(campaign):
    group = TargetGroup.objects.create(name="Daders", self_description="Ik", is_sensitive=True)
    assert not are_sensitive(pages_now(campaign))

    campaign.target_groups.add(group)
    campaign.save()

    assert are_sensitive(pages_now(campaign))
