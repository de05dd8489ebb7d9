"""Pages with counted days, of one version or of more."""

from datetime import date

import pytest
from django.utils import timezone

from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.measurement.models import DayAct, DayPage
from campagne.measurement.months import rebuild_month
from campagne.measurement.periods import first_of_month


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def count():
    """Write counters as the consumer leaves them, day and month: `count(page, day, views=3)`, of what is live now."""

    def write(page, day: date, *, step: int = 0, revision_id: int | None = None, **shown: int) -> None:
        of = page.live_revision_id or 0 if revision_id is None else revision_id
        DayPage.objects.create(day=day, page_id=page.pk, revision_id=of, step=step, **shown)
        rebuild_month(first_of_month(day))

    return write


@pytest.fixture
def count_act():
    def write(page, day: date, act: str, subject: str = "", times: int = 1) -> None:
        DayAct.objects.create(day=day, page_id=page.pk, act=act, subject=subject, count=times)
        rebuild_month(first_of_month(day))

    return write


@pytest.fixture
def article_of(publish):
    """Publish an article of a municipality, or of the region: `article_of(stein, "Steinse")`."""

    def make(municipality, title: str) -> ArticlePage:
        parent = ArticleIndexPage.objects.get(municipality=municipality)
        return publish(parent, ArticlePage(title=title, slug=title.lower().replace(" ", "-"), summary="…"))

    return make
