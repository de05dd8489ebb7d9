"""An account that was taken over, and what was done in its name."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import PageLogEntry

from campagne.content.models import ArticleIndexPage, ArticlePage
from tests.conftest import make_user

BEFORE = timedelta(days=30)


@pytest.fixture
def taken(home):
    """The account that was taken over."""
    return make_user("overgenomen", Group.objects.get(name="Regieredacteur"), first_name="Anna", last_name="Smeets")


@pytest.fixture
def boss(home):
    """Somebody who may change accounts, and has no right to everything."""
    return make_user("baas", Group.objects.get(name="Beheerder"))


@pytest.fixture
def since():
    return timezone.now() - timedelta(hours=1)


@pytest.fixture
def article(home, regional_editor):
    """Make an article that a colleague published long ago: `article("Veilig bellen")`."""

    def make(title: str, summary: str = "Zo was het.") -> ArticlePage:
        page = ArticlePage(title=title, slug=title.lower().replace(" ", "-"), summary=summary)
        ArticleIndexPage.objects.child_of(home).get().add_child(instance=page)
        version = page.save_revision(user=regional_editor)
        version.publish(user=regional_editor)
        long_ago = timezone.now() - BEFORE
        page.revisions.update(created_at=long_ago)
        PageLogEntry.objects.filter(page=page.pk).update(timestamp=long_ago)
        ArticlePage.objects.filter(pk=page.pk).update(first_published_at=long_ago, last_published_at=long_ago)
        page.refresh_from_db()
        return page

    return make


def written(page: ArticlePage, summary: str, by, *, publish: bool = True) -> ArticlePage:
    """Somebody changes a page, and publishes it or leaves it as a draft."""
    page = page.get_latest_revision_as_object() if page.latest_revision_id else page
    page.summary = summary
    version = page.save_revision(user=by)
    if publish:
        version.publish(user=by)
    return ArticlePage.objects.get(pk=page.pk)
