"""A region whose pages were read by the search."""

import pytest
from django.utils import timezone

from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.serving.store.generation import Generation
from home.search.keeping import keep_search


def read_all() -> None:
    """Do the clock's work, all at once; what a test changed is not committed, so nobody else tells of it."""
    Generation.objects.rise()
    keep_search(timezone.now(), seconds=600)


@pytest.fixture
def read():
    return read_all


@pytest.fixture
def article(home, publish):
    """Publish an article: `article("Titel", "Samenvatting", "<p>Tekst</p>")`."""

    def made(title: str, summary: str = "Een samenvatting.", body: str = "", **fields):
        page = ArticlePage(title=title, summary=summary, body=[("text", body)] if body else [], **fields)
        return publish(ArticleIndexPage.objects.child_of(home).get(), page)

    return made
