import pytest
from django.urls import reverse

from campagne.content.models import ArticleIndexPage


@pytest.fixture
def address(home):
    return lambda place=None: reverse(
        "wagtailadmin_pages:add", args=["content", "articlepage", ArticleIndexPage.objects.get(municipality=place).pk]
    )


def test_a_page_for_a_cell_begins_with_its_theme_and_group(client, regional_editor, address, cybercrime, young):
    client.force_login(regional_editor)

    form = client.get(address(), {"thema": "cybercrime", "doelgroep": "jongeren"}).context["form"]

    assert form["theme"].value() == cybercrime.pk
    assert form["target_groups"].value() == [young.pk]


@pytest.mark.parametrize("query", [{}, {"thema": "bestaat-niet", "doelgroep": "\x00"}])
def test_without_a_theme_that_is_there_the_form_is_empty(client, regional_editor, address, cybercrime, young, query):
    client.force_login(regional_editor)

    form = client.get(address(), query).context["form"]

    assert not form["theme"].value()
    assert not form["target_groups"].value()


def test_nobody_makes_a_page_where_they_may_not(client, editor_of_stein, address, beek, stein, cybercrime):
    client.force_login(editor_of_stein)

    assert client.get(address(beek), {"thema": "cybercrime"}).status_code in {302, 403}
    assert client.get(address(stein), {"thema": "cybercrime"}).status_code == 200


def test_a_filled_form_saves_as_any_other(client, editor_of_stein, address, stein, cybercrime):
    client.force_login(editor_of_stein)
    screen = client.get(address(stein), {"thema": "cybercrime"}).content.decode()

    assert f'action="{address(stein)}"' in screen
