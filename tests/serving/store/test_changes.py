from datetime import timedelta

import pytest
from django.apps import apps
from django.db import OperationalError, connection
from django.utils import timezone

from campagne.contacts.models import Channel, ReportChannel
from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.serving.clock.planned import keep_plans
from campagne.serving.models import Generation
from campagne.serving.store import running
from campagne.serving.store.address import Address
from campagne.serving.store.changes import is_shown
from campagne.serving.store.generation import Moment
from doelgroepen.models import TargetGroup
from tests.serving.store.conftest import HOST

pytestmark = pytest.mark.django_db
SHOWN = {
    "action_plan": "PlanAct PlanQuestion PlanRole",
    "activities": "Activity Activity_target_groups SingleDay",
    "contacts": "ReportChannel",
    "content": """
        AccessibilityPage ArticleIndexPage ArticlePage CampaignIndexPage CampaignModule CampaignPage
        ContentPage EasyText InstructionIndexPage InstructionPage InstructionText ModuleIndexPage ModulePage
        MunicipalityIndexPage
        MunicipalityPage PageSpeech PageTargetGroup QuizIndexPage QuizPage ReportChannelsPage TargetGroupIndexPage
        TargetGroupPage ThemeIndexPage ThemePage
    """,
    "doelgroepen": "Municipality TargetGroup Theme",
    "home": "HomePage SiteSettings",
    "incidents": "Message Statement",
    "measurement": "ContextEvent Goal Indicator Observation OfficialFile PublishedFigure PublishedMonth Region",
    "media": "Picture Sound",
    "quiz": """
        KeyCorrection OptionVersion Question QuestionSeries QuestionVersion Quiz QuizPart QuizVersion
        QuizVersionItem Quiz_channels Speech
    """,
    "report_guide": "Category IncidentTypePage ReportGuidePage",
    "serving": "Installation",
    "taggit": "Tag TaggedItem",
    "wagtailcore": """
        Collection CollectionViewRestriction CollectionViewRestriction_groups Locale Page
        PageViewRestriction PageViewRestriction_groups Site
    """,
    "wagtaildocs": "Document",
    "wagtailredirects": "Redirect",
}


@pytest.fixture
def article(home, publish):
    return publish(ArticleIndexPage.objects.get(municipality=None), ArticlePage(title="Bel even na", summary="Eerst."))


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Let what happens inside be committed, as it would be outside a test."""

    def within():
        connection.run_on_commit.clear()
        return django_capture_on_commit_callbacks(execute=True)

    return within


def look(product):
    product.store.watch.learn(Generation.objects.moment())


def risen_by(commit, act) -> tuple[int, bool]:
    """How far the generation rose, and whether what was made before may not be shown any more."""
    before = Generation.objects.moment()
    with commit():
        act()
    after = Generation.objects.moment()
    return after.number - before.number, after.floor > before.floor


def test_publishing_raises_the_generation_once_and_forbids_nothing(commit, article):
    article.title = "Bel altijd na"

    rose, forbids = risen_by(commit, lambda: article.save_revision().publish())

    assert (rose, forbids) == (1, False)


def test_a_draft_changes_nothing(commit, article):
    article.title = "Nog niet af"

    assert risen_by(commit, article.save_revision) == (0, False)


@pytest.mark.parametrize("withdraw", ["unpublish", "delete"])
def test_what_is_withdrawn_is_never_shown_again(commit, article, withdraw):
    assert risen_by(commit, getattr(article, withdraw))[1]


def test_a_page_that_moves_leaves_its_old_address(commit, article, stein):
    elsewhere = ArticleIndexPage.objects.get(municipality=stein)

    assert risen_by(commit, lambda: article.move(elsewhere, pos="last-child"))[1]


def test_a_page_that_gets_another_address_leaves_the_old_one(commit, article):
    article.slug = "anders"

    assert risen_by(commit, lambda: article.save_revision().publish())[1]


def test_a_contact_raises_the_generation_and_so_does_the_last_of_it(commit, home):
    contact = ReportChannel(name="Loket", slug="loket", code=Channel.MUNICIPALITY, phone="046", purpose="Vragen")

    assert risen_by(commit, contact.save) == (1, False)
    assert risen_by(commit, contact.delete) == (1, True)


def test_a_page_that_leaves_out_a_group_is_changed_and_not_withdrawn(commit, article, home):
    group = TargetGroup.objects.create(name="Senioren", self_description="Ik ben 65 of ouder")
    article.target_groups.add(group)
    with commit():
        article.save_revision().publish()
    article.target_groups.clear()

    assert risen_by(commit, lambda: article.save_revision().publish()) == (1, False)


def test_a_draft_that_is_thrown_away_changes_nothing(commit, article):
    with commit():
        article.unpublish()

    assert risen_by(commit, ArticlePage.objects.get(pk=article.pk).delete) == (0, False)


def test_what_many_saves_change_in_one_transaction_raises_it_once(commit, article, home):
    def change_everything():
        for page in (article, home):
            page.save_revision().publish()

    assert risen_by(commit, change_everything) == (1, False)


def test_every_kind_of_thing_is_known_to_be_shown_or_not():
    """A new kind fails here until somebody has thought about it: then it is added to SHOWN or to NOT_SHOWN."""
    shown = {model._meta.label for model in apps.get_models(include_auto_created=True) if is_shown(model)}

    assert shown == {f"{app}.{name}" for app, names in SHOWN.items() for name in names.split()}


def test_a_page_is_read_as_it_is_published_moved_unpublished_and_expired(commit, article, stein, product):
    look(product)
    address = article.url
    assert "Bel even na" in product.get(address).text

    with commit():
        article.title = "Bel altijd na"
        article.save_revision().publish()
    look(product)
    product.store.make(Address(HOST, address))
    assert "Bel altijd na" in product.get(address).text

    with commit():
        article.move(ArticleIndexPage.objects.get(municipality=stein), pos="last-child")
    look(product)
    moved = ArticlePage.objects.get(pk=article.pk)
    assert product.get(address).status in {301, 404}
    assert "Bel altijd na" in product.get(moved.url).text

    with commit():
        moved.unpublish()
    look(product)
    assert product.get(moved.url).status == 404


def test_a_page_ends_at_its_moment_and_not_when_the_clock_comes_by(commit, article, product):
    ends_at = timezone.now() + timedelta(seconds=30)
    article.expire_at = ends_at
    with commit():
        article.save_revision().publish()
    look(product)
    assert product.get(article.url).status == 200
    page = product.store.shelf.pages[Address(HOST, article.url)]
    assert page.valid_until == ends_at.timestamp()

    ArticlePage.objects.filter(pk=article.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    page.valid_until = page.made_at

    assert product.get(article.url).status == 404


def test_what_ends_is_taken_off_the_lists_by_the_clock(commit, article, product):
    listing = article.get_parent().url
    ArticlePage.objects.filter(pk=article.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    look(product)
    assert "Bel even na" in product.get(listing).text

    with commit():
        keep_plans(timezone.now())
    look(product)

    assert "Bel even na" not in product.get(listing).text


@pytest.mark.parametrize("others", [0, 1, 2], ids=["alone", "while another changed", "while others changed"])
def test_what_is_withdrawn_while_the_database_refuses_is_gone_here_and_told_later(
    commit, article, store, monkeypatch, others
):
    monkeypatch.setattr(running, "_store", store)
    made_before = store.watch.ask()
    with monkeypatch.context() as refusing:
        refusing.setattr(type(Generation.objects), "rise", refuse)
        with commit():
            article.unpublish()
    assert store.watch.moment.floor > made_before.number
    for _ in range(others):
        Generation.objects.rise()

    store.watch.learn(Generation.objects.moment())
    store.watch.look()

    assert Generation.objects.moment() == store.watch.moment
    assert store.watch.moment.floor > made_before.number


def refuse(*args, **options):
    raise OperationalError("database is locked")


def test_the_very_first_change_counts_too(commit, home):
    Generation.objects.all().delete()

    assert risen_by(commit, home.save)[0] >= 1
    assert Generation.objects.moment() > Moment()
