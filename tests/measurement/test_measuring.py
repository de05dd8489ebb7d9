"""What a page carries to be counted: the same for everybody, and nothing in a preview."""

import re

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from campagne.content.models import ArticleIndexPage, ArticlePage, TargetGroupIndexPage, TargetGroupPage
from campagne.measurement.ingest import VIA
from campagne.measurement.stamp import stamp_for
from doelgroepen.models import TargetGroup


def rendered(tag, page, *, is_preview=False, **told):
    request = RequestFactory().get("/")
    request.is_preview = is_preview
    return Template("{% load measuring %}" + tag).render(Context({"page": page, "request": request, **told}))


def test_a_published_page_carries_its_stamp(page):
    html = rendered("{% tracker page %}", page)

    assert f'data-page="{page.pk}"' in html
    assert f'data-revision="{page.live_revision_id}"' in html
    assert f'data-stamp="{stamp_for(page.pk, page.live_revision_id, 0)}"' in html
    assert re.search(r'<script type="module" src="[^"]*tracker[^"]*\.js"', html)
    assert re.search(r'data-read-seconds="\d+"', html)


def test_a_step_has_a_stamp_of_its_own(page):
    assert f'data-step="2" data-stamp="{stamp_for(page.pk, page.live_revision_id, 2)}"' in rendered(
        "{% tracker page step=2 %}", page
    )
    assert 'data-step="0"' in rendered("{% tracker page step=nothing.number %}", page)


def test_every_visitor_gets_the_same_page(page):
    tags = "{% tracker page %}{% useful page %}"

    assert rendered(tags, page) == rendered(tags, page)


def test_a_preview_a_draft_and_a_view_without_page_are_not_counted(page):
    assert not rendered("{% tracker page %}", page, is_preview=True).strip()
    assert not rendered("{% tracker nothing %}", page).strip()
    assert "stamp" not in rendered("{% useful page %}", page, is_preview=True)
    page.live = False
    assert not rendered("{% tracker page %}", page).strip()


def test_the_tags_ask_the_database_nothing(page, django_assert_num_queries):
    with django_assert_num_queries(0):
        rendered("{% tracker page %}{% useful page %}", page)


def test_a_number_is_written_without_marks(page, settings):
    settings.USE_THOUSAND_SEPARATOR = True
    page.live_revision_id = 1234567

    assert 'data-revision="1234567"' in rendered("{% tracker page %}", page)
    assert 'value="1234567"' in rendered("{% useful page %}", page)


@pytest.mark.parametrize(
    ("slug", "fragment"),
    [
        pytest.param("senioren", "#via-voor-senioren", id="a group"),
        pytest.param("x" * 51, "", id="a name that is too long to count"),
        pytest.param("écoliers", "", id="a name with letters that are not counted"),
    ],
)
def test_the_choice_of_a_group_is_what_the_counting_takes(slug, fragment):
    html = rendered("{% choice_of group %}", None, group=TargetGroup(slug=slug))

    assert html == fragment
    assert not fragment or VIA.fullmatch(fragment.removeprefix("#via-"))


def test_from_the_page_of_a_group_the_choice_goes_along_and_from_elsewhere_it_does_not(client, home, publish):
    group = TargetGroup.objects.create(name="Ouderen", slug="ouderen", self_description="Ik ben 65 of ouder")
    article = ArticlePage(title="Hoi mam", summary="Een appje van een onbekend nummer.")
    article.target_groups.add(group)
    index = ArticleIndexPage.objects.child_of(home).get()
    article = publish(index, article)
    groups = TargetGroupIndexPage.objects.child_of(home).get()
    page = publish(groups, TargetGroupPage(title="Ik ben 65 of ouder", summary="Voor u.", group=group))

    assert f'href="{article.url}#via-voor-ouderen"' in client.get(page.url).content.decode()
    assert f'href="{article.url}"' in client.get(index.url).content.decode()
