"""The panel beside the editor: for who may edit the page, and never in the way of editing."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import GroupPagePermission

from campagne.content.models import ArticleIndexPage, ArticlePage, ModuleIndexPage, ModulePage
from campagne.measurement.beside.panel import FiguresBeside
from campagne.measurement.models import Act
from tests.conftest import make_user
from tests.content.test_reading_form import filled_in

PANEL = 'data-side-panel="figures"'


def editor(page) -> str:
    return f"/beheer/pages/{page.pk}/edit/"


def body(response) -> str:
    return response.content.decode()


@pytest.fixture
def writer_without_figures(home):
    """Somebody who may change pages of the region, and has no right to see figures."""
    group = Group.objects.create(name="Schrijvers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=group, page=home, permission=change)
    return make_user("schrijver", group)


def test_an_editor_sees_the_figures_of_the_page(client, editor_of_stein, article_of, stein, count, count_act, today):
    client.force_login(editor_of_stein)
    page = article_of(stein, "Steinse")
    count(page, today, views=1234, visits=900, reads=700)
    count_act(page, today, Act.REPORT, "bank", times=55)

    screen = body(client.get(editor(page)))

    assert PANEL in screen
    assert "1.234 weergaven" in screen
    assert "55 klikken" in screen
    assert "Een klik op een meldpunt is geen melding." in screen
    assert f"/beheer/cijfers/?pagina={page.pk}" in screen


def test_an_editor_of_stein_gets_nothing_of_a_page_of_beek(client, editor_of_stein, article_of, beek, count, today):
    client.force_login(editor_of_stein)
    page = article_of(beek, "Beekse")
    count(page, today, views=987_654)

    for address in (editor(page), f"/beheer/pages/{page.pk}/revisions/{page.latest_revision_id}/revert/"):
        answer = client.get(address)
        assert answer.status_code in {302, 403}
        assert "987.654" not in body(answer)


def test_an_editor_of_stein_gets_nothing_of_a_page_of_the_region(client, editor_of_stein, page, count, today):
    client.force_login(editor_of_stein)
    count(page, today, views=987_654)

    assert "987.654" not in body(client.get(editor(page)))


def test_who_may_edit_sees_the_figures_of_the_page_and_no_way_to_all(
    client, writer_without_figures, page, count, today
):
    client.force_login(writer_without_figures)
    count(page, today, views=987_654)

    screen = body(client.get(editor(page)))

    assert "987.654 weergaven" in screen
    assert "/beheer/cijfers/" not in screen


def test_who_is_not_logged_in_is_led_to_the_login(client, page):
    assert client.get(editor(page)).url.startswith("/beheer/login/")


def test_a_page_that_is_not_there_gets_the_page_of_the_admin(client, regional_editor):
    client.force_login(regional_editor)

    answer = client.get("/beheer/pages/999999/edit/")

    assert answer.status_code == 404
    assert "wagtailadmin" in body(answer)


@pytest.mark.parametrize("is_live", [True, False], ids=["nobody came yet", "a draft"])
def test_without_figures_the_panel_says_why(client, regional_editor, home, publish, is_live):
    client.force_login(regional_editor)
    index = ArticleIndexPage.objects.child_of(home).get()
    page = ArticlePage(title="Nieuw", slug="nieuw", summary="…", live=is_live)
    page = publish(index, page) if is_live else index.add_child(instance=page)

    screen = body(client.get(editor(page)))

    assert ("Nog geen bezoek" if is_live else "Nog niet gepubliceerd") in screen
    assert "/beheer/cijfers/?pagina=" not in screen.split(PANEL)[1]


def test_an_older_version_is_edited_with_the_same_figures_beside_it(client, regional_editor, page, count, today):
    client.force_login(regional_editor)
    first = page.live_revision_id
    count(page, today - timedelta(days=1), views=40, reads=10)
    page.save_revision().publish()
    page.refresh_from_db()
    count(page, today, views=50, reads=25)

    screen = body(client.get(f"/beheer/pages/{page.pk}/revisions/{first}/revert/"))

    assert "50 weergaven" in screen
    assert "De versie ervoor" in screen
    assert "Aandeel gelezen: " in screen


def test_an_automatic_save_asks_for_no_figures(client, regional_editor, page, count, today):
    client.force_login(regional_editor)
    count(page, today, views=987_654)

    answer = client.post(editor(page), filled_in(action=None), headers={"accept": "application/json"})

    assert answer.json()["success"]
    assert "987.654" not in body(answer)


def test_a_module_shows_its_steps(client, regional_editor, home, publish, count, today):
    client.force_login(regional_editor)
    module = publish(ModuleIndexPage.objects.child_of(home).get(), ModulePage(title="Les", slug="les", summary="…"))
    for step, views in ((1, 100), (2, 62)):
        count(module, today, step=step, views=views)

    assert "62 van de 100, waarschijnlijk tussen 52 en 71 (100 weergaven)" in body(client.get(editor(module)))


@pytest.mark.parametrize("many", [0, 1, 60], ids=["nothing counted", "a day", "many days"])
def test_the_panel_costs_at_most_two_questions(
    client, regional_editor, page, count, count_act, today, monkeypatch, many
):
    client.force_login(regional_editor)
    for passed in range(many):
        count(page, today - timedelta(days=passed), revision_id=passed % 7, views=2, reads=1)
        count_act(page, today - timedelta(days=passed), Act.REPORT, f"meldpunt-{passed}")
    client.get(editor(page))

    with CaptureQueriesContext(
        connection,
    ) as with_panel:
        client.get(editor(page))
    monkeypatch.setattr(FiguresBeside, "get_side_panels", EditView.get_side_panels)
    with CaptureQueriesContext(connection) as without:
        client.get(editor(page))

    assert len(with_panel) - len(without) <= 2
