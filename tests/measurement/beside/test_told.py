"""What the panel says of a page that is not there yet, was not visited yet, or is gone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campagne.content.models import ArticleIndexPage, ArticlePage, ModuleIndexPage, ModulePage
from campagne.figures.notation import day_label
from campagne.measurement.beside import told
from campagne.measurement.beside.told import told_of

DAY = timedelta(days=1)


def long_ago(page, days: int) -> None:
    """Have the page published so many days ago."""
    at = timezone.now() - DAY * days
    type(page).objects.filter(pk=page.pk).update(first_published_at=at, last_published_at=at)
    page.refresh_from_db()


def test_a_draft_has_no_figures_and_asks_for_none(home, today, django_assert_num_queries):
    index = ArticleIndexPage.objects.child_of(home).get()
    draft = index.add_child(instance=ArticlePage(title="Nieuw", summary="…", live=False))

    with django_assert_num_queries(0):
        said = told_of(draft, today)

    assert said == told.Told(told.NOT_PUBLISHED)


def test_a_page_that_nobody_opened_says_since_when(page, today, django_assert_num_queries):
    with django_assert_num_queries(1):
        said = told_of(page, today)

    assert said.state.startswith(f"Nog geen bezoek, sinds {day_label(today, with_year=True)}.")
    assert (said.sections, said.versions) == ((), None)


def test_a_page_says_what_was_counted_in_two_questions(page, today, count, django_assert_num_queries):
    long_ago(page, 100)
    count(page, today, views=5, visits=3, reads=2)

    with django_assert_num_queries(2):
        said = told_of(page, today)

    assert said.state == ""
    assert [section.title for section in said.sections] == [
        "Getoond en gelezen",
        "Naar een meldpunt",
        "Was dit nuttig?",
    ]
    assert said.sections[0].days.endswith(f"tot en met {day_label(today, with_year=True)}")
    assert [column.name for column in said.versions.columns] == ["Nu te zien"]


def test_a_young_page_counts_from_its_first_day(page, today, count):
    long_ago(page, 2)
    count(page, today, views=5)

    first = day_label(today - 2 * DAY, with_year=(today - 2 * DAY).year != today.year)
    assert told_of(page, today).sections[0].days.startswith(first)


def test_a_page_that_is_gone_keeps_its_figures_and_says_that_it_is_gone(page, today, count):
    count(page, today, views=5)
    page.unpublish()

    said = told_of(page, today)

    assert said.state == told.NOT_THERE
    assert said.versions.columns[0].name == "Het laatst te zien"


def test_a_page_that_went_live_without_a_version_has_figures(home, today, count):
    index = ArticleIndexPage.objects.child_of(home).get()
    live = index.add_child(instance=ArticlePage(title="Zo", summary="…"))
    count(live, today, views=5)

    assert live.first_published_at is None
    assert told_of(live, today).versions.columns[0].words[0] == "5"


@pytest.mark.parametrize("has_steps", [True, False])
def test_only_a_module_has_steps(home, publish, today, count, has_steps):
    module = publish(ModuleIndexPage.objects.child_of(home).get(), ModulePage(title="Klik en tik", summary="…"))
    count(module, today, step=1, views=5)

    titles = [section.title for section in told_of(module, today, has_steps=has_steps).sections]

    assert ("Stappen, naast stap 1" in titles) is has_steps


def test_steps_are_those_of_the_version_that_readers_see(home, publish, today, count):
    module = publish(ModuleIndexPage.objects.child_of(home).get(), ModulePage(title="Klik en tik", summary="…"))
    count(module, today, step=1, views=5)
    count(module, today - DAY, step=1, revision_id=module.live_revision_id - 1, views=77)

    steps = told_of(module, today, has_steps=True).sections[1]

    assert [row.words for row in steps.rows] == ["5 weergaven"]
