"""What a page says about itself is written down when it is published, and holds until it says something else."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page

from campagne.content.models import ArticleIndexPage, ArticlePage, ModuleIndexPage, ModulePage, TargetGroupIndexPage
from campagne.content.places import TargetGroupPage
from campagne.measurement.cells import labelling
from campagne.measurement.models import PageFacts, PageLabelPeriod
from campagne.serving.clock.planned import keep_plans
from doelgroepen.models import TargetGroup, Theme

MONDAY, WEDNESDAY = date(2027, 3, 8), date(2027, 3, 10)


@pytest.fixture
def on(monkeypatch):
    """Let it be noon of a day for whoever writes labels: `on(MONDAY)`."""
    return lambda day: monkeypatch.setattr(labelling.timezone, "localdate", lambda *moment: day)


@pytest.fixture
def seniors(db):
    return TargetGroup.objects.create(name="Ouderen", slug="ouderen", self_description="Ik ben 65 of ouder")


@pytest.fixture
def article(home, publish, on):
    on(MONDAY)
    index = ArticleIndexPage.objects.child_of(home).get()
    return publish(index, ArticlePage(title="Hoi mam", summary="Een appje van een onbekend nummer."))


def periods(page):
    rows = PageLabelPeriod.objects.filter(page=page.pk).order_by("begins")
    return list(rows.values_list("begins", "ends", "groups"))


def relabel(page, *groups):
    page.target_groups.set(groups)
    page.save_revision().publish()


def test_labels_hold_from_the_day_of_publishing_to_the_day_before_the_next(article, seniors, on):
    on(WEDNESDAY)
    relabel(article, seniors)

    assert periods(article) == [(MONDAY, WEDNESDAY - timedelta(days=1), []), (WEDNESDAY, None, [seniors.pk])]


def test_the_last_labels_of_a_day_are_those_of_the_day(article, seniors):
    relabel(article, seniors)

    assert periods(article) == [(MONDAY, None, [seniors.pk])]


def test_the_same_labels_go_on_holding(article, on):
    on(WEDNESDAY)
    relabel(article)

    assert periods(article) == [(MONDAY, None, [])]


def test_a_draft_says_nothing(article, seniors):
    article.target_groups.add(seniors)
    article.save_revision()

    assert periods(article) == [(MONDAY, None, [])]


def test_theme_and_municipality_are_written_down_as_numbers(article, stein, publish):
    theme = Theme.objects.create(name="Cybercrime", slug="cyber", goal="…")
    index = publish(stein.page, ArticleIndexPage(title="Artikelen", summary="Lees hier."))
    page = publish(index, ArticlePage(title="Markt", summary="Kom langs.", theme=theme))

    period = PageLabelPeriod.objects.get(page=page.pk)
    assert (period.theme, period.municipality) == (theme.pk, stein.pk)


def test_labels_end_when_a_page_is_withdrawn_and_begin_when_it_comes_back(article, on):
    on(WEDNESDAY)
    article.unpublish()
    assert periods(article) == [(MONDAY, WEDNESDAY, [])]

    article.save_revision().publish()
    assert periods(article) == [(MONDAY, WEDNESDAY - timedelta(days=1), []), (WEDNESDAY, None, [])]


def test_what_a_clock_that_ran_ahead_wrote_is_gone_once_the_page_is_published_in_time(article, seniors, on):
    on(WEDNESDAY)
    relabel(article, seniors)

    on(MONDAY)
    relabel(article)

    assert periods(article) == [(MONDAY, None, [])]


def test_a_page_can_be_withdrawn_after_the_clock_was_set_back(article, seniors, on):
    on(WEDNESDAY)
    relabel(article, seniors)

    on(MONDAY)
    article.unpublish()

    assert periods(article) == [(MONDAY, WEDNESDAY - timedelta(days=1), []), (WEDNESDAY, WEDNESDAY, [seniors.pk])]


def test_labels_end_when_a_page_is_deleted_with_what_is_above_it(article, on):
    on(WEDNESDAY)
    Page.objects.get(pk=article.get_parent().pk).delete()

    assert periods(article) == [(MONDAY, WEDNESDAY, [])]


def test_a_page_that_the_clock_publishes_and_withdraws_gets_its_labels(article, home, on, monkeypatch):
    began = timezone.now()
    page = ArticlePage(title="Gepland", summary="Komt nog.", live=False)
    ArticleIndexPage.objects.child_of(home).get().add_child(instance=page)
    page.go_live_at, page.expire_at = began + timedelta(hours=1), began + timedelta(hours=3)
    page.save_revision().publish()
    assert periods(page) == []

    on(WEDNESDAY)
    for hours in (2, 4):
        monkeypatch.setattr(timezone, "now", lambda hours=hours: began + timedelta(hours=hours))
        keep_plans(timezone.now())

    assert periods(page) == [(WEDNESDAY, WEDNESDAY, [])]


def test_the_page_of_a_group_is_for_that_group(article, home, publish, seniors):
    index = TargetGroupIndexPage.objects.child_of(home).get()
    page = publish(index, TargetGroupPage(title="Ik ben 65 of ouder", summary="Voor u.", group=seniors))

    assert periods(page) == [(MONDAY, None, [seniors.pk])]


def test_a_page_that_moves_to_a_municipality_belongs_there_from_now_on(client, article, stein, publish, on, admin_user):
    place = publish(stein.page, ArticleIndexPage(title="Artikelen", summary="Lees hier."))
    on(WEDNESDAY)
    client.force_login(admin_user)

    client.post(f"/beheer/pages/{article.pk}/move/{place.pk}/confirm/")

    rows = PageLabelPeriod.objects.filter(page=article.pk).order_by("begins")
    assert list(rows.values_list("begins", "municipality")) == [(MONDAY, 0), (WEDNESDAY, stein.pk)]


def test_of_each_published_version_is_known_how_long_it_is(article):
    first = PageFacts.objects.get(page=article.pk)
    article.summary = "Een appje van een onbekend nummer. Bel eerst zelf."
    article.save_revision().publish()

    second = PageFacts.objects.exclude(pk=first.pk).get(page=article.pk)
    article.refresh_from_db()
    assert second.revision_id == article.live_revision_id
    assert (first.words, second.words) == (6, 9)
    assert second.read_seconds >= 3
    assert first.steps == second.steps == 0


def test_of_a_module_the_steps_count_along(home, publish):
    steps = [("step", {"title": f"Stap {number}", "body": []}) for number in (1, 2)]
    index = ModuleIndexPage.objects.child_of(home).get()
    module = publish(index, ModulePage(title="Les", summary="Leer hier iets.", steps=steps))

    facts = PageFacts.objects.get(page=module.pk)
    assert facts.steps == 2
    assert facts.words >= 3 + 2 * 2
