"""Entrances in the admin: whose they are, what may change, and what somebody can print."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.models import Page

from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.measurement.models import Entrance, MonthEntrance
from tests.measurement.conftest import an_entrance

NAMES = "wagtailsnippets_measurement_entrance"


def address(name, *args):
    return reverse(f"{NAMES}:{name}", args=args)


def filled(page, municipality=None, **changes):
    day = {"placed_from": "2027-01-01", "placed_until": "", "print_run": ""}
    told = {"place": "Bibliotheek", "means": "poster", "code": "Bieb-Stein", "page": page.pk, "photo": ""}
    return {
        **told,
        **day,
        "campaign": "",
        "group": "",
        "municipality": municipality.pk if municipality else "",
        **changes,
    }


@pytest.fixture
def article_of(publish):
    def make(municipality):
        parent = ArticleIndexPage.objects.get(municipality=municipality)
        return publish(parent, ArticlePage(title=f"Van {municipality}", slug="eigen", summary="…"))

    return make


def test_an_editor_makes_an_entrance_for_the_own_municipality(client, editor_of_stein, stein, page):
    client.force_login(editor_of_stein)

    response = client.post(address("add"), filled(page, stein))

    entrance = Entrance.objects.get()
    assert (entrance.code, entrance.municipality, entrance.page_id) == ("bieb-stein", stein, page.pk)
    assert response["Location"] == address("place", entrance.pk)


@pytest.mark.parametrize("draft", [True, False], ids=["a draft", "of another municipality"])
def test_it_leads_to_what_readers_may_find_and_is_not_anothers(client, editor_of_stein, stein, beek, article_of, draft):
    client.force_login(editor_of_stein)
    page = article_of(stein if draft else beek)
    if draft:
        page.unpublish()

    response = client.post(address("add"), filled(page, stein))

    assert response.status_code == 200
    assert not Entrance.objects.exists()


def test_nothing_is_made_for_another_municipality(client, editor_of_stein, beek, page):
    client.force_login(editor_of_stein)

    client.post(address("add"), filled(page, beek))

    assert not Entrance.objects.exists()


def test_the_code_never_changes(client, regional_editor, page):
    client.force_login(regional_editor)
    entrance = an_entrance("bieb", page)

    client.post(address("edit", entrance.pk), filled(page, code="anders", place="Nieuwe balie"))

    entrance.refresh_from_db()
    assert (entrance.code, entrance.place) == ("bieb", "Nieuwe balie")
    assert "verandert het niet meer" in client.get(address("edit", entrance.pk)).content.decode()


@pytest.mark.parametrize("code", ["voor-senioren", "VOOR-senioren"])
def test_a_code_that_looks_like_the_choice_of_a_visitor_is_refused_with_a_way_out(client, regional_editor, page, code):
    client.force_login(regional_editor)

    response = client.post(address("add"), filled(page, code=code))

    assert (response.status_code, Entrance.objects.count()) == (200, 0)
    assert "Begin niet met ‘voor-’" in response.content.decode()


@pytest.mark.parametrize("code", ["BIEB-stein", "bieb stein", "x" * 25, ""])
def test_a_code_that_is_there_or_cannot_be_typed_is_refused(client, regional_editor, page, code):
    client.force_login(regional_editor)
    an_entrance("bieb-stein", page)

    response = client.post(address("add"), filled(page, code=code))

    assert (response.status_code, Entrance.objects.count()) == (200, 1)


def test_what_was_scanned_stays_and_what_nobody_saw_may_go(client, regional_editor, page):
    client.force_login(regional_editor)
    used, unused = an_entrance("gebruikt", page), an_entrance("leeg", page)
    MonthEntrance.objects.create(month=date(2027, 3, 1), entrance=used.pk, scans=1)

    for entrance in (used, unused):
        client.post(address("delete", entrance.pk))

    assert [entrance.code for entrance in Entrance.objects.all()] == ["gebruikt"]


def test_a_page_that_is_printed_on_posters_is_not_deleted(client, regional_editor, page):
    client.force_login(regional_editor)
    an_entrance("bieb", page)

    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))

    assert Page.objects.filter(pk=page.pk).exists()


def test_a_page_leads_to_a_new_entrance_with_the_page_filled_in(client, regional_editor, page):
    client.force_login(regional_editor)
    way = f"{address('add')}?page={page.pk}"

    assert way in client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    form = client.get(way).content.decode()
    assert f'<input type="hidden" name="page" value="{page.pk}"' in form
    assert client.get(f"{address('add')}?page=<b>").status_code == 200


def test_the_screen_of_a_place_shows_what_came_of_it_and_its_sheets(client, editor_of_stein, stein, page):
    client.force_login(editor_of_stein)
    entrance = an_entrance("bieb", page, stein, placed_until=date(2027, 2, 1), print_run=50)
    MonthEntrance.objects.create(month=date(2027, 1, 1), entrance=entrance.pk, scans=9, visits=6)

    screen = client.get(address("place", entrance.pk)).content.decode()

    assert [told in screen for told in ("9 keer", "12,0", "januari 2027", "/q/bieb", "weggehaald op")] == [True] * 5
    for paper in ("poster", "flyer", "stroken"):
        assert address("paper", entrance.pk, paper) in screen


@pytest.mark.parametrize("name", ["place", "paper", "paper_pdf"])
def test_who_is_of_elsewhere_sees_no_screen_and_no_sheet(client, editor_of_stein, beek, page, name):
    client.force_login(editor_of_stein)
    entrance = an_entrance("geheim", page, beek)

    response = client.get(address(name, entrance.pk, *([] if name == "place" else ["poster"])))

    assert response.status_code in {302, 403}
    assert b"geheim" not in response.content


def test_a_sheet_that_does_not_exist_is_not_found(client, regional_editor, page):
    client.force_login(regional_editor)

    assert client.get(address("paper", an_entrance("bieb", page).pk, "billboard")).status_code == 404
