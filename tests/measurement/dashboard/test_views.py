"""The dashboard as people of the region and of a municipality see it."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.measurement.models import Act, Rejection
from campagne.measurement.periods import first_of_month
from doelgroepen.models import Municipality
from tests.conftest import make_user

ADDRESSES = ["figures", "figures_per_page", "figures_csv"]


@pytest.fixture
def article_of(publish):
    def make(municipality, title: str):
        parent = ArticleIndexPage.objects.get(municipality=municipality)
        return publish(parent, ArticlePage(title=title, slug=title.lower(), summary="…"))

    return make


@pytest.fixture
def reader(home):
    return make_user("burgemeester", Group.objects.get(name="Lezer"))


def body(response) -> str:
    return response.getvalue().decode() if response.streaming else response.content.decode()


def test_an_empty_site_says_so_and_shows_no_zero_share(client, reader):
    client.force_login(reader)

    page = body(client.get(reverse("figures")))

    assert "Er zijn nog geen weergaven." in page
    assert "nog niet ingevoerd" in page
    assert "In deze periode is nog geen pagina bekeken." in body(client.get(reverse("figures_per_page")))


@pytest.mark.parametrize("address", ["figures", "figures_per_page"])
def test_a_table_of_figures_may_scroll_so_that_its_words_stay_whole(
    client, reader, article_of, stein, count, today, address
):
    client.force_login(reader)
    count(article_of(stein, "Steinse"), today, views=12, visits=9, reads=7)

    page = body(client.get(reverse(address)))

    tables = re.findall(r'(<div class="figures__scroll"[^>]*tabindex="0">\s*)?<table class="listing figures__', page)
    assert tables
    assert all(tables)


def test_a_reader_sees_what_was_counted_in_every_municipality(client, reader, article_of, stein, beek, count, today):
    client.force_login(reader)
    count(article_of(stein, "Steinse"), today, views=1200, visits=900, reads=700)
    count(article_of(beek, "Beekse"), today, views=34, visits=34, reads=3)

    page = body(client.get(reverse("figures")))

    assert "1.234 weergaven" in page
    assert "934 bezoeken" in page
    pages = body(client.get(reverse("figures_per_page")))
    assert "Steinse" in pages
    assert "58 van de 100 (56 tot 61)" in pages
    assert "Beekse" in pages


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_editor_of_stein_gets_nothing_of_beek(client, editor_of_stein, article_of, beek, count, today, address):
    client.force_login(editor_of_stein)
    secret = article_of(beek, "Beekse")
    count(secret, today, views=987_654, visits=987_654, reads=987_654)

    for query in ({}, {"pagina": secret.pk}, {"gemeente": beek.pk}):
        page = body(client.get(reverse(address), query))
        assert "987.654" not in page
        assert "Beekse" not in page


def test_an_editor_of_stein_gets_no_answers_or_clicks_of_beek(
    client, editor_of_stein, article_of, beek, count_act, answer, published_question, today
):
    client.force_login(editor_of_stein)
    secret = article_of(beek, "Beekse")
    count_act(secret, today, Act.REPORT, "politie-geheim", times=55)
    answer(published_question("Wat weet Beek?"), right=9, page=secret)

    for address in ADDRESSES:
        page = body(client.get(reverse(address)))
        assert "Wat weet Beek?" not in page
        assert "politie-geheim" not in page


@pytest.mark.parametrize("address", ADDRESSES)
def test_whoever_may_not_see_figures_is_refused(client, home, address):
    client.force_login(make_user("buitenstaander"))

    response = client.get(reverse(address))

    assert response.status_code in {302, 403}


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "query",
    [
        pytest.param({"van": "2026-13-45"}, id="no such day"),
        pytest.param({"van": "2999-01-01"}, id="begins in the future"),
        pytest.param({"tot": "2999-01-01"}, id="ends in the future"),
        pytest.param({"van": "0001-01-01"}, id="long before counting"),
        pytest.param({"thema": "999999"}, id="no such theme"),
        pytest.param({"thema": "\x00"}, id="a NUL byte"),
        pytest.param({"pagina": "9" * 40}, id="a number too large"),
        pytest.param({"campagne": "9" * 40}, id="a number too large for a campaign"),
        pytest.param({"doelgroep": "‮x" * 400}, id="right-to-left text"),
        pytest.param({"blad": "-3"}, id="screen out of range"),
        pytest.param({"blad": "z" * 5000}, id="a screen that is no number"),
    ],
)
def test_a_wrong_filter_gives_a_clear_word_and_the_usual_period(client, reader, query, address):
    client.force_login(reader)

    response = client.get(reverse(address), query)

    assert response.status_code == 200
    if address == "figures" and "blad" not in query:
        assert "We tonen nu de laatste 28 dagen" in body(response)


def test_the_export_says_what_each_figure_is_and_cannot_run_a_formula(client, reader, article_of, stein, count, today):
    client.force_login(reader)
    article = article_of(stein, "Steinse")
    article.title = "=HYPERLINK(1)"
    article.save()
    count(article, today, views=8, visits=6, reads=2)

    lines = body(client.get(reverse("figures_csv"))).splitlines()

    assert lines[0].startswith("\ufefftrede;maat;onderwerp;aantal")
    assert any("'=HYPERLINK(1)" in line for line in lines)
    assert any("Weergaven;alle pagina's samen;8;" in line and "geen persoon" not in line for line in lines)
    assert any("Bezoeken;alle pagina's samen;6;" in line and "Een bezoek is geen persoon" in line for line in lines)
    assert any(line.startswith("uitkomst;") and "nog niet ingevoerd" in line for line in lines)


def test_what_was_not_counted_is_shown_by_reason(client, reader, today):
    client.force_login(reader)
    Rejection.objects.create(day=today, reason="bot", count=4321)

    assert "4321" in body(client.get(reverse("figures")))


def test_a_demo_says_so(client, db, demo_reader):
    client.force_login(demo_reader)

    assert "Demogegevens" in body(client.get(reverse("figures")))
    assert "demogegevens, niet echt" in body(client.get(reverse("figures_csv")))


@pytest.fixture
def demo_reader(db):
    from home.region import found_region

    found_region("Demostreek", ["Stein"], is_demo=True)
    return make_user("lezer", Group.objects.get(name="Lezer"))


@pytest.fixture
def dearest(today):
    """A period that takes the most questions: a whole month, and loose days before and after it."""
    last = first_of_month(today) - timedelta(days=20)
    return {"van": first_of_month(last) - timedelta(days=45), "tot": last}


def test_the_number_of_queries_does_not_grow_with_pages(
    client, reader, article_of, stein, count, dearest, django_assert_max_num_queries
):
    client.force_login(reader)

    def asked(most: int) -> list[int]:
        numbers = []
        for address in ("figures", "figures_per_page"):
            with django_assert_max_num_queries(most) as queries:
                client.get(reverse(address), dearest)
            numbers.append(len(queries))
        return numbers

    count(article_of(stein, "Een"), dearest["tot"], views=1)
    few = asked(most=52)
    for number in range(20):
        count(article_of(stein, f"Meer{number}"), dearest["tot"], views=1)
    many = asked(most=52)

    assert all(after <= before for before, after in zip(few, many, strict=True))


def test_one_municipality_takes_few_queries_even_when_there_are_many(
    client, editor_of_stein, article_of, stein, count, dearest, django_assert_max_num_queries
):
    client.force_login(editor_of_stein)
    count(article_of(stein, "Een"), dearest["tot"], views=1)
    others = (Municipality(name=f"Gemeente {number}", slug=f"gemeente-{number}") for number in range(342))
    Municipality.objects.bulk_create(others)

    with django_assert_max_num_queries(46):
        client.get(reverse("figures"), {"gemeente": stein.pk, **dearest})


def test_a_page_in_the_admin_leads_to_its_figures(client, editor_of_stein, article_of, stein):
    client.force_login(editor_of_stein)
    article = article_of(stein, "Steinse")

    page = body(client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])))

    assert f"{reverse('figures')}?pagina={article.pk}" in page
