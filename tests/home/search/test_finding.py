"""Among two thousand pages a search asks the database five times at most, for its whole screen."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from campagne.content.models import ArticlePage
from doelgroepen.models import TargetGroup, Theme
from home.models import HomePage
from home.search.finding import find
from home.search.keeping import make_lexicon, store_lexicon
from home.search.lexicon import Synonyms
from home.search.models import PageWord, ReadPage
from home.search.words import stem
from tests.founded import bring_the_founded_region

pytestmark = pytest.mark.django_db
PAGES, MOST_QUERIES = 2000, 5
WORDS = ("bank", "fraude", "bankfraude", "phishing", "sirene", "geldezel", "huis", "straat")


@pytest.fixture(scope="module")
def many_once(django_db_setup, django_db_blocker):
    """Two thousand pages for as long as the tests of this module last."""
    with django_db_blocker.unblock(), transaction.atomic():
        bring_the_founded_region()
        yield make_many(HomePage.objects.get())
        transaction.set_rollback(True)


@pytest.fixture
def many(many_once, db):
    return many_once


def make_many(home: HomePage) -> list[Page]:
    """Live pages about two themes and two groups, every eighth of which uses a word of its own."""
    Theme.objects.create(name="Cybercrime", slug="cybercrime", goal="Weerbaar.")
    TargetGroup.objects.create(name="Senioren", slug="senioren", self_description="Ik ben 65 of ouder")
    kind = ContentType.objects.get_for_model(ArticlePage)
    place = {"depth": home.depth + 1, "content_type": kind, "locale_id": home.locale_id, "live": True}
    pages = Page.objects.bulk_create(
        Page(
            title=f"Pagina {number}",
            slug=f"pagina-{number}",
            path=f"{home.path}Z{number:03X}",
            url_path=f"{home.url_path}pagina-{number}/",
            **place,
        )
        for number in range(PAGES)
    )
    read = ReadPage.objects.bulk_create(
        ReadPage(page=page, state="x", theme="cybercrime" if number % 2 else "", groups="senioren jongeren")
        for number, page in enumerate(pages)
    )
    PageWord.objects.bulk_create(
        PageWord(page=each, stem=stem(word), form=word, weight=1 + number % 9)
        for number, each in enumerate(read)
        for word in {"bank", WORDS[number % len(WORDS)]}
    )
    store_lexicon(make_lexicon([Synonyms((("alarm",), ("siren",)))], {}, []), made_for="")
    return pages


@pytest.mark.parametrize("query", ["bank", "fisjing", "bank fraude alarm", "zzzzqq", "bank&thema=cybercrime&pagina=3"])
def test_a_search_among_two_thousand_pages_asks_five_times_at_most(client, many, query):
    client.get("/zoeken/?q=huis")

    with CaptureQueriesContext(connection) as asked:
        answer = client.get(f"/zoeken/?q={query}")

    assert answer.status_code == 200
    assert len(asked) <= MOST_QUERIES, [query["sql"].split(" FROM ", 1)[-1][:70] for query in asked]


def test_facets_count_what_is_left_and_keep_the_words(client, many):
    answer = client.get("/zoeken/", {"q": "fraude", "thema": "cybercrime"})

    findings = answer.context_data["findings"]
    assert [(choice.slug, choice.count, choice.is_on) for choice in findings.of_kind("groep")] == [
        ("senioren", len(findings.hits), False)
    ]
    assert findings.of_kind("thema")[0].is_on
    assert 'href="/zoeken/?q=fraude&amp;thema=cybercrime&amp;groep=senioren"' in answer.content.decode()
    assert 'href="/zoeken/?q=fraude"' in answer.content.decode()


def test_a_facet_that_does_not_exist_leaves_nothing_and_a_way_back(client, many):
    answer = client.get("/zoeken/", {"q": "fraude", "thema": "' OR 1=1 --"})

    assert answer.context_data["findings"].hits == []
    assert "Zoek zonder keuze" in answer.content.decode()


def test_what_not_everybody_may_read_is_not_found(many):
    restriction = PageViewRestriction(page=many[0], restriction_type=PageViewRestriction.LOGIN)
    PageViewRestriction.objects.bulk_create([restriction])

    found = {hit.pk for hit in find("bank", {}, timezone.now()).hits}

    assert many[0].pk not in found
    assert len(found) == PAGES - 1
