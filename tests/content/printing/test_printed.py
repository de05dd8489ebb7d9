"""The sheets of a page at their addresses, for visitors and for the editor."""

import pytest
from django.conf import settings

from campagne.content.models import ArticleIndexPage, ArticlePage, QuizIndexPage, QuizPage
from tests.quiz.measured import STEMS, quiz_of_nine_parts

pytestmark = [pytest.mark.django_db, pytest.mark.once]
STEP = {"type": "step", "value": {"title": "Hang op", "body": "<p>Zeg niets meer.</p>", "picture": None}}


@pytest.fixture
def article(home, publish):
    page = ArticlePage(title="De bank belt", slug="de-bank-belt", summary="Hang op.", body=[STEP])
    return publish(ArticleIndexPage.objects.descendant_of(home).first(), page)


def test_a_page_leads_to_its_sheets_and_each_says_where_it_comes_from(client, article):
    page = client.get(article.url).content.decode()

    for end in ("print", "kaart", "poster"):
        assert f'href="{article.url}{end}/"' in page
        sheet = client.get(f"{article.url}{end}/").content.decode()
        assert '<svg class="qr"' in sheet
        assert f'<p class="sheet__address">{settings.SITE_URL.split("://")[1]}{article.url.rstrip("/")}</p>' in sheet
        assert "Nog niet gecontroleerd." in sheet
        assert 'href="pdf/"' in sheet


def test_a_page_that_says_nothing_to_do_has_no_card(client, home, publish):
    bare = publish(ArticleIndexPage.objects.descendant_of(home).first(), ArticlePage(title="Over ons", summary="Wij."))

    assert "kaart/" not in client.get(bare.url).content.decode()
    assert [client.get(f"{bare.url}{end}/").status_code for end in ("kaart", "kaart/pdf", "poster")] == [404, 404, 200]


def test_a_pdf_is_made_once_and_the_same_is_not_sent_twice(client, article):
    first = client.get(f"{article.url}kaart/pdf/")
    again = client.get(f"{article.url}kaart/pdf/", headers={"if-none-match": first["ETag"]})

    assert first["Content-Type"] == "application/pdf"
    assert first["Content-Disposition"] == 'inline; filename="kaart-de-bank-belt.pdf"'
    assert first["Cache-Control"] == "public, max-age=300"
    assert again.status_code == 304
    assert (settings.DATA_DIR / "printed" / f"{first['ETag'].strip(chr(34))}.pdf").read_bytes() == first.content
    assert not client.cookies


def test_the_sheet_of_a_quiz_asks_everything_and_tells_nothing(client, home, publish):
    page = QuizPage(title="Codes", summary="Zes vragen.", quiz=quiz_of_nine_parts())
    page = publish(QuizIndexPage.objects.descendant_of(home).first(), page)

    sheet = client.get(f"{page.url}print/").content.decode()

    assert [sheet.count(stem) for stem in (*STEMS, "Om te oefenen?")] == [2, 2, 2, 1]
    assert "Geheim" not in sheet
    assert "goed" not in sheet.split("<main")[1].lower()
    assert "quizversie 1" in sheet
    assert client.get(f"{page.url}kaart/").status_code == 404


def test_the_editor_hears_what_does_not_fit_and_sees_the_card_before_it_is_published(client, article, regional_editor):
    long = {**STEP, "value": {**STEP["value"], "body": f"<p>{'Zeg niets meer tegen wie u belt ' * 4}.</p>"}}
    article.body = [long] * 7
    article.title = "Een titel die te lang is " * 9
    article.save_revision()
    client.force_login(regional_editor)

    form = client.get(f"/beheer/pages/{article.pk}/edit/").content.decode()

    assert "Hulpkaart (A5): de tekst is te lang voor één bladzijde." in form
    assert "De uitleg bij de stappen past er niet op." in form
    assert "Poster (A3): de tekst is te lang" not in form
    assert {mode for mode, _ in article.preview_modes} >= {"print", "kaart", "poster"}
