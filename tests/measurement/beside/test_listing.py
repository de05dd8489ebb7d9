"""The columns in the list of pages: of what one may edit, in one question, and blank where nothing was counted."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.admin.views.pages.listing import ExplorableIndexView

from campagne.content.models import ArticleIndexPage
from campagne.measurement.beside.listing import COLUMNS, ExplorerWithFigures, WithFigures

VIEWS, VISITS, READ = COLUMNS


def explorer(page) -> str:
    return f"/beheer/pages/{page.pk}/"


def rows_of(response) -> dict[str, list[str]]:
    """What stands in our columns, by the title of the page."""
    table = response.context["table"]
    return {page.title: [column.get_value(page) for column in COLUMNS] for page in table.data}


def test_each_page_has_its_views_visits_and_reads_of_the_last_days(client, regional_editor, article_of, count, today):
    client.force_login(regional_editor)
    read, few = article_of(None, "Gelezen"), article_of(None, "Weinig")
    article_of(None, "Nooit")
    count(read, today, views=1000, visits=90, reads=620)
    count(read, today - timedelta(days=27), views=200, step=1)
    count(read, today - timedelta(days=28), views=5000)
    count(few, today, views=5, visits=2, reads=4)

    answer = client.get(explorer(read.get_parent()))

    assert rows_of(answer) == {
        "Gelezen": ["1.200", "90", "52 van de 100 (49 tot 54)"],
        "Weinig": ["5", "2", "4 van de 5"],
        "Nooit": ["", "", ""],
    }
    assert "52 van de 100 (49 tot 54)" in answer.content.decode()


def test_a_head_says_what_the_figure_does_not_say(client, regional_editor, article_of):
    client.force_login(regional_editor)

    screen = client.get(explorer(article_of(None, "Iets").get_parent())).content.decode()

    assert "Een bezoek is geen persoon." in screen
    assert "28 dagen" in screen


def test_an_editor_of_stein_sees_figures_of_what_is_steins_alone(
    client, editor_of_stein, article_of, stein, beek, count, today
):
    client.force_login(editor_of_stein)
    own, others = article_of(stein, "Steinse"), article_of(beek, "Beekse")
    count(own, today, views=321)
    count(others, today, views=987_654)
    for above in others.get_ancestors():
        count(above, today, views=987_654)

    assert rows_of(client.get(explorer(own.get_parent())))["Steinse"][0] == "321"
    for page in (*own.get_ancestors(), *others.get_ancestors()):
        for query in ({}, {"q": "e", "search_all": 1}):
            assert "987.654" not in client.get(explorer(page), query, follow=True).content.decode()


def test_the_list_of_a_kind_of_page_has_the_columns_too(client, regional_editor, article_of, count, today):
    client.force_login(regional_editor)
    count(article_of(None, "Iets"), today, views=321)

    assert rows_of(client.get("/beheer/pages/usage/content/articlepage/"))["Iets"][0] == "321"


def test_results_that_a_script_asks_for_have_the_figures_too(client, regional_editor, article_of, count, today):
    client.force_login(regional_editor)
    page = article_of(None, "Iets")
    count(page, today, views=321)

    assert ">321" in "".join(client.get(f"{explorer(page.get_parent())}results/").content.decode().split())


@pytest.mark.parametrize("many", [1, 30], ids=["one page", "many pages"])
def test_the_columns_cost_one_question_however_many_pages_there_are(
    client, regional_editor, article_of, count, today, monkeypatch, many
):
    client.force_login(regional_editor)
    for number in range(many):
        count(article_of(None, f"Artikel {number}"), today, views=number + 1)
    address = explorer(ArticleIndexPage.objects.get(municipality=None))
    client.get(address)

    with CaptureQueriesContext(connection) as with_columns:
        client.get(address)
    monkeypatch.setattr(WithFigures, "get_context_data", ExplorableIndexView.get_context_data)
    with CaptureQueriesContext(connection) as without:
        client.get(address)

    assert len(with_columns) - len(without) == 1


def test_an_empty_list_asks_nothing(client, regional_editor, home, django_assert_num_queries):
    assert ExplorerWithFigures.base_columns[-3:] == COLUMNS
    index = ArticleIndexPage.objects.get(municipality=None)
    client.force_login(regional_editor)

    assert rows_of(client.get(explorer(index))) == {}
