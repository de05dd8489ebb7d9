"""Counters, answers, official figures and events to make sheets of, and a theme that all of it is about."""

import pytest
from django.contrib.auth.models import Group

from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.measurement.official.placing import put_official_series
from doelgroepen.models import Theme
from tests.conftest import make_user
from tests.measurement.context.conftest import event
from tests.measurement.dashboard.conftest import answer, count, count_act, published_question, today
from tests.measurement.official.conftest import entered

__all__ = ["answer", "count", "count_act", "entered", "event", "published_question", "today"]


@pytest.fixture
def reader(home):
    return make_user("burgemeester", Group.objects.get(name="Lezer"), email="burgemeester@example.nl")


@pytest.fixture
def cyber(home) -> Theme:
    """The theme, with the goals of the note that have an official figure."""
    theme = Theme.objects.create(slug="cybercrime", name="Cybercrime", goal="digitaal veilig wonen en werken")
    put_official_series()
    return theme


@pytest.fixture
def article(publish, cyber):
    """A page about cybercrime, of the region or of a municipality."""

    def make(municipality=None, title="Nepbericht"):
        parent = ArticleIndexPage.objects.get(municipality=municipality)
        return publish(parent, ArticlePage(title=title, slug=title.lower(), summary="…", theme=cyber))

    return make
