"""Search engines find what is live, at the address that readers use."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.measurement.models import PublishedMonth

SITE = "https://weerbaar.example"
NAMES = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture
def found(client, home, settings):
    """The addresses in the sitemap with the day each was changed, asked for at another of our names."""
    settings.SITE_URL, settings.ALLOWED_HOSTS = SITE, ["weerbaar.example", "www.weerbaar.example"]

    def read() -> dict[str, str | None]:
        answer = client.get("/sitemap.xml", headers={"host": "www.weerbaar.example"})
        entries = ElementTree.fromstring(answer.content)
        return {entry.findtext("map:loc", None, NAMES): entry.findtext("map:lastmod", None, NAMES) for entry in entries}

    return read


@pytest.fixture
def article(home, publish):
    return publish(ArticleIndexPage.objects.child_of(home).get(), ArticlePage(title="Hoi", slug="hoi", summary="Hoi."))


def test_a_live_page_stands_in_it_with_its_day(found, article):
    addresses = found()

    assert addresses[f"{SITE}/artikelen/hoi/"] == timezone.localdate().isoformat()
    assert f"{SITE}/" in addresses
    assert all(address.startswith(f"{SITE}/") for address in addresses)


@pytest.mark.parametrize("change", [{"live": False}, {"expire_at": timezone.now() - timedelta(minutes=1)}])
def test_a_draft_and_what_has_expired_do_not(found, article, change):
    Page.objects.filter(pk=article.pk).update(**change)

    assert f"{SITE}/artikelen/hoi/" not in found()


def test_what_not_everybody_may_read_does_not(found, article):
    PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)

    assert f"{SITE}/artikelen/hoi/" not in found()


def test_the_public_figures_stand_in_it_month_by_month(found):
    PublishedMonth.objects.create(month=date(2026, 10, 1), made_at=timezone.now())

    assert {f"{SITE}/cijfers/", f"{SITE}/cijfers/2026-10/"} <= found().keys()
