"""What tests share: a small founded region and people who work there."""

import gc
import shutil
from contextlib import contextmanager

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test.utils import setup_databases, teardown_databases
from hypothesis import HealthCheck, settings
from playwright.sync_api import expect, sync_playwright
from pytest_django.plugin import blocking_manager_key
from wagtail.models import Page

from tests import founded
from tests.afterwards import done_once_afterwards
from tests.founded import bring_the_founded_region, keep_a_founded_region
from tests.migrated import bring_what_another_lane_migrated, leave_for_other_lanes
from tests.running_site import running_site

PASSWORD = "correct horse battery staple"
# A browser that asks no other host for updates while it is being watched.
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
# A browser without a window would say so in its name, and the filter would take it for a program.
WITH_A_WINDOW = (
    "--user-agent=Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"
)

# What is waited for comes at once, or late on a busy machine: as long as playwright waits for anything else.
expect.set_options(timeout=30_000)
# A machine that does more at once is no reason for a rule to fail.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks the running site, what asks no database, and what the demo holds.

    On PostgreSQL the running site loads the demo as README says.
    """
    for item in items:
        if "site" in item.fixturenames:
            item.add_marker("served")
        if "journeys" in item.path.parts:
            item.add_marker("journey")
        if "demo" in item.path.parts:
            item.add_marker("demo")
        if "demo" in item.path.parts or not asks_the_database(item):
            item.add_marker("once")


def asks_the_database(item: pytest.Item) -> bool:
    return bool(item.get_closest_marker("django_db") or {"db", "django_db_setup"} & set(item.fixturenames))


def pytest_collection_finish() -> None:
    """What was collected stays until the end: leave thousands of tests out of every round of the garbage collector."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let stand what the test asks for before its transaction begins; one that commits leaves empty tables."""
    if not asks_the_database(item):
        return
    marker = item.get_closest_marker("django_db")
    with item.config.stash[blocking_manager_key].unblock():
        if "transactional_db" in item.fixturenames or (marker and marker.kwargs.get("transaction")):
            founded.stand_until_emptied()
        else:
            founded.stand(founded.state_for(item.fixturenames))


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, django_db_keepdb, django_db_createdb):
    """Make the test database for whichever test asks first, also one that commits by itself and so bears no mark."""
    keep = django_db_keepdb and not django_db_createdb
    with django_db_blocker.unblock():
        is_migrated = bring_what_another_lane_migrated()
        made = setup_databases(verbosity=0, interactive=False, keepdb=keep or is_migrated, serialized_aliases=())
        if not is_migrated:
            leave_for_other_lanes()
        keep_a_founded_region()
        yield
        founded.stand(founded.AS_MIGRATED)
        if not django_db_keepdb:
            teardown_databases(made, verbosity=0)


@pytest.fixture
def home(db):
    """The front page of a founded region with two municipalities, Stein and Beek."""
    from home.models import HomePage

    bring_the_founded_region()
    return HomePage.objects.get()


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
        with done_once_afterwards():
            parent.add_child(instance=page)
            page.save_revision().publish()
        page.refresh_from_db()
        return page

    return add_and_publish


@pytest.fixture(scope="session")
def site(tmp_path_factory, django_db_setup, django_db_blocker):
    """The demo region, served as README says; shared by journeys and by the tests of the whole."""
    folder = tmp_path_factory.mktemp("site")
    with django_db_blocker.unblock():
        address = founded.copy_as_migrated(folder)
    with running_site(folder, address) as running:
        yield running


@contextmanager
def launched(**options):
    """A browser that does not announce itself as automated, or it would not be counted."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell") or shutil.which("chromium"),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-blink-features=AutomationControlled",
                WITH_A_WINDOW,
                *QUIET,
            ],
            **options,
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def chromium():
    """One browser for a module, because its loop would keep later tests from the database."""
    with launched() as browser:
        yield browser


@pytest.fixture
def open_page(chromium, site):
    """Open a fresh visitor's tab: `open_page("/", width=320, javascript=False)`."""
    contexts = []

    def open_tab(path: str = "/", *, width: int = 1280, javascript: bool = True, **options):
        context = chromium.new_context(
            base_url=site.url,
            viewport={"width": width, "height": 900},
            java_script_enabled=javascript,
            locale="nl-NL",
            **options,
        )
        contexts.append(context)
        tab = context.new_page()
        tab.goto(path)
        return tab

    yield open_tab
    for context in contexts:
        context.close()
