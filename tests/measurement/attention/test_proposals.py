"""Each card proposes one thing; where it is done depends on who may do it."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from campagne.content.models import ArticleIndexPage, QuizIndexPage
from campagne.measurement.attention.proposals import Ways
from campagne.measurement.attention.signal import Proposal
from tests.conftest import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposing(card):
    def raised(proposal: str, page=None, **told):
        return card(figures={"sentence": "", "size": 1, "proposal": proposal, "page": page and page.pk}, **told)

    return raised


def way_for(user, card):
    return Ways(user, [card]).of(card)


@pytest.mark.parametrize("proposal", ["look_over", "explain", "check_contact"])
def test_what_is_done_on_a_page_leads_to_its_editor(proposing, regional_editor, write, proposal):
    page = write("Hoi mam")

    way = way_for(regional_editor, proposing(proposal, page))

    assert "‘Hoi mam’" in way.words
    assert way.url == reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_a_way_in_begins_with_its_page_filled_in(proposing, regional_editor, write):
    page = write("Hoi mam")

    assert way_for(regional_editor, proposing("put_up_entrance", page)).url.endswith(f"/add/?page={page.pk}")


@pytest.mark.parametrize(
    ("proposal", "index", "made"),
    [("make_page", ArticleIndexPage, "articlepage"), ("make_quiz", QuizIndexPage, "quizpage")],
)
def test_a_new_page_begins_with_its_labels_filled_in(proposing, editor_of_stein, stein, proposal, index, made):
    parent = index.objects.get(municipality=stein)

    way = way_for(editor_of_stein, proposing(proposal, municipality=stein))

    address = reverse("wagtailadmin_pages:add", args=["content", made, parent.pk])
    assert way.url == f"{address}?thema=cybercrime&doelgroep=ouderen"


@pytest.mark.parametrize("proposal", [one.value for one in Proposal if one is not Proposal.SEE_OFFER])
def test_who_only_reads_gets_the_proposal_and_a_way_to_look(proposing, write, proposal):
    reader = make_user("burgemeester", Group.objects.get(name="Lezer"))

    way = way_for(reader, proposing(proposal, write("Hoi mam")))

    assert (way.url, bool(way.words)) == ("", True)
    assert way.offer_url.endswith("#gekozen")


def test_a_page_that_is_gone_becomes_a_look_at_what_is_offered(proposing, regional_editor, write):
    page = write("Weg")
    card = proposing("look_over", page)
    page.unpublish()

    way = way_for(regional_editor, card)

    assert (way.words, way.url) == ("Bekijk wat we hierover aanbieden", way.offer_url)
