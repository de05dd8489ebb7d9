"""A page is found by its address, however deep it stands, and its readers cost the database little."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from campagne.contacts.models import Channel, ReportChannel
from campagne.content.finding import branch
from campagne.content.models import ArticleIndexPage, ArticlePage, ModuleIndexPage, ModulePage
from doelgroepen.models import TargetGroup

MOST_QUESTIONS, MOST_ON_THE_FRONT_PAGE = 12, 15


@pytest.fixture
def article(home, publish):
    return publish(ArticleIndexPage.objects.child_of(home).get(), ArticlePage(title="Nep", slug="nep", summary="Kort"))


def questions_for(client, address: str) -> int:
    """How often the database is asked for this address, once the process has warmed up."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_a_branch_ends_where_the_tree_ends(home, article):
    way = branch(home, ["artikelen", "nep", "stap", "2"])

    assert [page.slug for page in way] == ["artikelen", "nep"]


def test_the_same_slug_in_two_municipalities_is_two_pages(client, publish, article, stein):
    publish(ArticleIndexPage.objects.get(municipality=stein), ArticlePage(title="Steins", slug="nep", summary="Kort"))

    assert "<h1>Nep</h1>" in client.get("/artikelen/nep/").content.decode()
    assert "<h1>Steins</h1>" in client.get("/gemeenten/stein/artikelen/nep/").content.decode()


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/artikelen/niets/", id="no such page"),
        pytest.param("/niets/nep/", id="no such parent"),
        pytest.param("/nep/", id="parent left out"),
        pytest.param("/artikelen/nep/meer/", id="something below a leaf"),
    ],
)
def test_an_address_that_does_not_exist_is_refused_kindly(client, article, address):
    response = client.get(address)

    assert response.status_code == 404
    assert "Deze pagina is er niet" in response.content.decode()


def test_a_draft_is_not_shown(client, article):
    article.unpublish()

    assert client.get("/artikelen/nep/").status_code == 404


def test_what_is_closed_above_is_closed_below(client, article):
    closed = PageViewRestriction.objects.create(page=article.get_parent(), restriction_type=PageViewRestriction.LOGIN)

    assert list(article.get_view_restrictions()) == [closed]
    assert client.get("/artikelen/nep/").status_code == 302


def test_a_page_costs_the_same_with_one_group_or_six(client, article):
    with_none = questions_for(client, "/artikelen/nep/")
    for number in range(6):
        article.target_groups.add(TargetGroup.objects.create(name=f"Groep {number}", self_description="Ik"))
    article.save_revision().publish()

    assert questions_for(client, "/artikelen/nep/") == with_none <= MOST_QUESTIONS


def test_a_list_costs_the_same_with_one_page_or_sixty(client, home, publish, article):
    with_one = questions_for(client, "/artikelen/")
    for number in range(60):
        publish(article.get_parent(), ArticlePage(title=f"Pagina {number}", summary="Kort"))

    assert questions_for(client, "/artikelen/") == with_one <= MOST_QUESTIONS


def test_a_step_costs_the_same_in_a_short_and_a_long_module(client, home, publish):
    police = ReportChannel.objects.create(name="Politie", slug="politie", code=Channel.OTHER, phone="1", purpose="x")
    call = ("call_now", {"channel": police, "urgency": "now", "note": ""})
    module = ModulePage(title="Les", slug="les", summary="Kort")
    module.steps = [("step", {"title": "Bel", "body": [call]})]
    module = publish(ModuleIndexPage.objects.child_of(home).get(), module)
    with_one = questions_for(client, "/modules/les/stap/1/")
    module.steps = [("step", {"title": f"Bel {number}", "body": [call, call]}) for number in range(12)]
    module.save_revision().publish()

    assert questions_for(client, "/modules/les/stap/1/") == with_one <= MOST_QUESTIONS


def test_the_front_page_and_a_municipality_cost_little(client, home, stein):
    assert questions_for(client, "/") <= MOST_ON_THE_FRONT_PAGE
    assert questions_for(client, "/gemeenten/stein/") <= MOST_QUESTIONS
