"""What tests share: a small founded region and people who work there."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import Page

PASSWORD = "correct horse battery staple"


@pytest.fixture
def home(db):
    """The front page of a founded region with two municipalities, Stein and Beek."""
    from home.region import found_region

    return found_region("Teststreek", ["Stein", "Beek"])


@pytest.fixture
def stein(home):
    from doelgroepen.models import Municipality

    return Municipality.objects.get(slug="stein")


@pytest.fixture
def beek(home):
    from doelgroepen.models import Municipality

    return Municipality.objects.get(slug="beek")


def make_user(username: str, group: Group | None = None, **fields):
    user = get_user_model().objects.create_user(username=username, password=PASSWORD, **fields)
    if group is not None:
        user.groups.add(group)
    return user


@pytest.fixture
def editor_of_stein(stein):
    return make_user("redacteur-stein", stein.editors)


@pytest.fixture
def editor_of_beek(beek):
    return make_user("redacteur-beek", beek.editors)


@pytest.fixture
def regional_editor(home):
    return make_user("redacteur-regio", Group.objects.get(name="Regieredacteur"))


@pytest.fixture
def publish():
    """Add a page below a parent and publish it: `publish(parent, ArticlePage(title=…, summary=…))`."""

    def add_and_publish(parent: Page, page: Page) -> Page:
        parent.refresh_from_db()
        parent.add_child(instance=page)
        page.save_revision().publish()
        page.refresh_from_db()
        return page

    return add_and_publish
