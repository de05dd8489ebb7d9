"""What is printed of an entrance: its code is read back, and everything fits."""

import re

import pypdfium2
import pytest
import zxingcpp
from django.conf import settings
from django.urls import reverse

from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.measurement.entrances.paper import STRIPS, EntrancePaper, address_of, sheet_of
from tests.measurement.conftest import an_entrance

pytestmark = [pytest.mark.django_db, pytest.mark.once]
MILLIMETRES = {EntrancePaper.POSTER: (210, 297), EntrancePaper.FLYER: (148, 210), EntrancePaper.STRIPS: (210, 297)}
LONG = "Arbeidsongeschiktheidsverzekeringsmaatschappij waarschuwt ondernemers in Sittard-Geleen, Stein en Beek. "
STEP = {"type": "step", "value": {"title": "Hang op", "body": "<p>Zeg niets meer.</p>", "picture": None}}


@pytest.fixture(params=["little", "much"])
def entrance(request, home, stein, publish):
    much = request.param == "much"
    told = {"title": (LONG * 3)[:255] if much else "De bank belt", "summary": (LONG * 2)[:200] if much else "Hang op."}
    steps = [{**STEP, "value": {**STEP["value"], "title": LONG[:90]}}] * 8 if much else [STEP]
    page = publish(ArticleIndexPage.objects.child_of(home).get(), ArticlePage(**told, slug="bank", body=steps))
    return an_entrance("x" * 24 if much else "bieb", page, stein, place="de balie")


@pytest.mark.parametrize("paper", list(EntrancePaper))
def test_the_code_on_paper_leads_to_the_address_below_it(client, regional_editor, entrance, paper):
    client.force_login(regional_editor)
    html = client.get(reverse("wagtailsnippets_measurement_entrance:paper", args=[entrance.pk, paper.value]))
    pdf = client.get(reverse("wagtailsnippets_measurement_entrance:paper_pdf", args=[entrance.pk, paper.value]))

    assert pdf["Content-Type"] == "application/pdf"
    assert "no-store" in pdf["Cache-Control"]
    [page] = pypdfium2.PdfDocument(pdf.content)
    assert tuple(round(side / 72 * 25.4) for side in page.get_size()) == MILLIMETRES[paper]
    codes = zxingcpp.read_barcodes(page.render(scale=3, grayscale=True).to_pil())
    assert [code.text for code in codes] == [address_of(entrance)] * (STRIPS if paper is EntrancePaper.STRIPS else 1)
    assert address_of(entrance) == f"{settings.SITE_URL}/q/{entrance.code}/"
    readable = set(re.findall(r'<p class="sheet__address">(.*?)</p>', html.content.decode()))
    assert {f"{settings.SITE_URL.split('://')[1]}/q/{entrance.code}"} == readable


@pytest.mark.parametrize("paper", list(EntrancePaper))
def test_it_says_what_it_is_about_and_what_to_do(entrance, paper):
    words = sheet_of(entrance, paper).words

    assert words.title[:20] == entrance.page.title[:20]
    assert words.scan == "Scan de code met de camera van uw telefoon, of typ het adres."
    assert words.foot == (f"Het adres begint altijd met {settings.SITE_URL.split('://')[1]}.",)


def test_the_top_of_the_page_says_once_what_it_is_called(client, regional_editor, entrance):
    client.force_login(regional_editor)

    for paper in EntrancePaper:
        html = client.get(reverse("wagtailsnippets_measurement_entrance:paper", args=[entrance.pk, paper.value]))
        assert html.content.decode().count("<h1") == 1
        assert "style=" not in html.content.decode()
