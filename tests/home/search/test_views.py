"""Search finds what people read and never breaks, whatever is typed."""

import pytest
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from campagne.content.models import ArticleIndexPage, ArticlePage

NAUGHTY = {
    "lone quote": '"',
    "operators": "AND OR NOT NEAR(",
    "wildcards": "* ? % _ ~",
    "colon": "title:geheim",
    "injection": "'; DROP TABLE wagtailcore_page; --",
    "nul": "a\x00b",
    "surrogate": "\ud800",
    "right to left": "‮גירסה",
    "zalgo": "z̷̢̛a̸l̴g̶o̵",
    "long": "a" * 100_000,
    "many words": "woord " * 500,
    "emoji": "👩‍👩‍👧",
    "only dashes": "--- ' -",
    "empty": "",
}


@pytest.mark.parametrize("typed", NAUGHTY.values(), ids=NAUGHTY.keys())
def test_whatever_is_typed_gets_an_answer(client, home, typed):
    response = client.get("/zoeken/", {"q": typed.encode("utf-8", "surrogatepass").decode("utf-8", "replace")})

    assert response.status_code == 200


def test_a_draft_is_not_found(client, home, read):
    parent = ArticleIndexPage.objects.child_of(home).get()
    parent.add_child(instance=ArticlePage(title="Geheimpje", summary="Nog niet", live=False))
    read()

    assert "Geheimpje" not in client.get("/zoeken/", {"q": "geheimpje"}).content.decode().replace(
        'value="geheimpje"', ""
    )


def test_a_page_number_out_of_range_shows_the_nearest(client, home):
    assert client.get("/zoeken/", {"q": "x", "pagina": "99999999999999999999"}).status_code == 200
    assert client.get("/zoeken/", {"q": "x", "pagina": "-1"}).status_code == 200


def found(client, query: str, **narrowed) -> list[str]:
    """The titles that a question gives, best first."""
    answer = client.get("/zoeken/", {"q": query, **narrowed})
    return [hit.title for hit in answer.context_data["findings"].hits]


def test_what_an_editor_chose_for_a_question_stands_first(client, home, article, read):
    article("Bank", "Alles over de bank.", "<p>bank bank bank</p>")
    chosen = article("Eerst ophangen", "En dan zelf bellen.")
    query = Query.get("bank")
    SearchPromotion.objects.create(query=query, page=chosen)
    read()

    assert found(client, "banken") == ["Eerst ophangen", "Bank"]


def test_a_page_that_was_withdrawn_is_gone_before_the_clock_comes_by(client, home, article, read):
    page = article("Weg ermee")
    read()
    assert found(client, "ermee") == ["Weg ermee"]

    page.unpublish()

    assert found(client, "ermee") == []


def test_the_new_title_of_a_page_is_shown_at_once(client, home, article, read):
    page = article("Oud")
    read()
    page.title = "Nieuw"
    page.save_revision().publish()

    assert found(client, "oud") == ["Nieuw"]
    read()
    assert found(client, "oud") == []


def test_nobody_else_may_keep_an_answer_and_the_empty_page_is_for_all(client, home):
    assert client.get("/zoeken/", {"q": "bank"})["Cache-Control"] == "private, no-cache"
    assert "Cache-Control" not in client.get("/zoeken/").headers


def test_no_result_leads_to_the_report_guide(client, home, read):
    read()

    answer = client.get("/zoeken/", {"q": "qqqq"}).content.decode()

    assert "Niets gevonden voor ‘qqqq’" in answer
    assert 'href="/melden/"' in answer.split("Niets gevonden")[1]
