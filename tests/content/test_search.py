"""Search finds what people read and never breaks, whatever is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.content.models import ArticleIndexPage, ArticlePage, ModuleIndexPage, ModulePage
from campagne.content.search import LONGEST, MOST_WORDS, clean_query

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


@given(st.text(max_size=500))
def test_a_clean_query_is_short_and_holds_only_words(typed):
    cleaned = clean_query(typed)

    assert len(cleaned) <= LONGEST
    assert len(cleaned.split()) <= MOST_WORDS
    assert all(character.isalnum() or character in " -'" for character in cleaned)
    assert clean_query(cleaned) == cleaned


def test_words_in_the_steps_of_a_module_are_found(client, home, publish):
    module = ModulePage(title="Veilig", summary="Les")
    module.steps = [("step", {"title": "Ophangen", "body": [("text", "<p>Een kluisrekening bestaat niet.</p>")]})]
    publish(ModuleIndexPage.objects.child_of(home).get(), module)

    assert "Veilig" in client.get("/zoeken/", {"q": "kluisrekening"}).content.decode()


def test_a_draft_is_not_found(client, home):
    parent = ArticleIndexPage.objects.child_of(home).get()
    parent.add_child(instance=ArticlePage(title="Geheimpje", summary="Nog niet", live=False))

    assert "Geheimpje" not in client.get("/zoeken/", {"q": "geheimpje"}).content.decode().replace(
        'value="geheimpje"', ""
    )


def test_a_page_number_out_of_range_shows_the_nearest(client, home):
    assert client.get("/zoeken/", {"q": "x", "pagina": "99999999999999999999"}).status_code == 200
    assert client.get("/zoeken/", {"q": "x", "pagina": "-1"}).status_code == 200
