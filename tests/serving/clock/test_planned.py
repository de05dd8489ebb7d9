"""What editors planned happens, also when one of the plans cannot be carried out."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, Revision

from campagne.content.models import ArticlePage
from campagne.serving.clock.planned import keep_plans


@pytest.fixture
def plan(home):
    """Plan an article: `plan("Titel", go_live_in=hours, expire_in=hours)`."""

    def add(title, go_live_in=None, expire_in=None):
        now = timezone.now()
        page = home.add_child(instance=ArticlePage(title=title, summary="Kort.", live=False))
        page.go_live_at = now + timedelta(hours=go_live_in) if go_live_in else None
        page.expire_at = now + timedelta(hours=expire_in) if expire_in else None
        page.save_revision().publish()
        return page

    return add


@pytest.fixture
def hours_later(monkeypatch):
    """Let hours pass and keep the plans then: `hours_later(2)`."""
    began = timezone.now()

    def travel(hours):
        at = began + timedelta(hours=hours)
        monkeypatch.setattr(timezone, "now", lambda: at)
        keep_plans(at)

    return travel


def live_titles():
    return set(Page.objects.live().type(ArticlePage).values_list("title", flat=True))


def test_a_page_appears_and_disappears_at_its_moment(plan, hours_later):
    before = live_titles()
    plan("Gepland", go_live_in=1, expire_in=3)
    assert live_titles() == before

    hours_later(2)
    assert live_titles() - before == {"Gepland"}

    hours_later(4)
    hours_later(4)
    assert live_titles() == before
    assert Page.objects.get(title="Gepland").expired


def test_one_that_cannot_be_published_does_not_stop_the_others(plan, hours_later):
    broken = plan("Kapot", go_live_in=1)
    plan("Heel", go_live_in=2)
    Revision.objects.for_instance(broken).update(content={})

    with pytest.raises(KeyError):
        hours_later(3)

    assert "Heel" in live_titles()


def test_nothing_due_costs_one_query(plan, django_assert_num_queries):
    plan("Later", go_live_in=1, expire_in=3)

    with django_assert_num_queries(1):
        keep_plans(timezone.now())
