"""A theme, two groups, pages for them, and sixteen weeks of counts to look at."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from campagne.content.models import ArticleIndexPage, ArticlePage, PageTargetGroup, QuizIndexPage, QuizPage
from campagne.measurement.attention.weeks import weeks_before
from campagne.measurement.models import AttentionCard, DayAct, DayCell, DayPage
from doelgroepen.models import TargetGroup, Theme
from tests.quiz.conftest import published, quiz_of

NOON = datetime(2026, 12, 2, 11, tzinfo=UTC)
TODAY = NOON.date()
WEEKS = weeks_before(TODAY)
STEADY, HALVED = [30] * 16, [30] * 12 + [12] * 4
SENTENCE = "Van 2 nov tot en met 29 nov 2026: 48 bezoeken."


@pytest.fixture
def cybercrime(home):
    return Theme.objects.create(name="Cybercrime", slug="cybercrime")


@pytest.fixture
def old(home):
    return TargetGroup.objects.create(name="Ouderen", slug="ouderen", self_description="ouder", order=2)


@pytest.fixture
def young(home):
    return TargetGroup.objects.create(name="Jongeren", slug="jongeren", self_description="jong", order=1)


@pytest.fixture
def write(publish, cybercrime, old):
    """Publish an article about cybercrime, for the old unless somebody else is named: `write("Titel", young)`."""

    def article(
        title: str = "Artikel", *groups: TargetGroup, place=None, reviewed_on: date | None = TODAY
    ) -> ArticlePage:
        parent = ArticleIndexPage.objects.get(municipality=place)
        told = {"title": title, "summary": "Kort.", "theme": cybercrime, "reviewed_on": reviewed_on}
        page = publish(parent, ArticlePage(**told))
        for group in groups or (old,):
            PageTargetGroup.objects.create(tag=group, content_object=page)
        return page

    return article


@pytest.fixture
def ask(publish, cybercrime, old):
    """Publish a page with a quiz of one question for the old: `page, question = ask("Wat doet u?")`."""

    def quiz_page(stem: str = "Wat doet u?", *groups: TargetGroup, place=None, **fields):
        question = published(stem, **fields)
        quiz = quiz_of(question, slug=f"quiz-{question.pk}")
        parent = QuizIndexPage.objects.get(municipality=place)
        told = {"title": f"Quiz {question.pk}", "summary": "Kort.", "theme": cybercrime, "reviewed_on": TODAY}
        page = publish(parent, QuizPage(quiz=quiz, **told))
        for group in groups or (old,):
            PageTargetGroup.objects.create(tag=group, content_object=page)
        return page, question

    return quiz_page


@pytest.fixture
def visit(db):
    """Count visits week by week: `visit(cybercrime, old, HALVED, place=stein, method="Q")`."""

    def count(theme: Theme, group: TargetGroup | None, weekly: Sequence[int], *, place=None, method: str = "T") -> None:
        about = {"theme": theme.pk, "group": group.pk if group else 0, "municipality": place.pk if place else 0}
        for day, visits in on_wednesdays(weekly):
            DayCell.objects.create(day=day, method=method, views=visits, visits=visits, **about)

    return count


@pytest.fixture
def click(db):
    """Count clicks on a place to report, and what was read, week by week: `click(page, HALVED, [100] * 16)`."""

    def count(page, weekly: Sequence[int], reads: Sequence[int]) -> None:
        for day, clicks in on_wednesdays(weekly):
            DayAct.objects.create(day=day, page_id=page.pk, act="report", subject="politie", count=clicks)
        for day, read in on_wednesdays(reads):
            DayPage.objects.create(day=day, page_id=page.pk, revision_id=1, views=read, reads=read)

    return count


@pytest.fixture
def since_the_beginning(db):
    """Both counts began before the weeks that are looked at."""
    before = WEEKS.first - timedelta(days=1)
    DayCell.objects.create(day=before, method="-")
    DayPage.objects.create(day=before, page_id=1, revision_id=1)


@pytest.fixture
def card(db, cybercrime, old):
    """A card that was raised yesterday: `card(municipality=stein, gap="step")`."""

    def raised(**told) -> AttentionCard:
        yesterday = TODAY - timedelta(days=1)
        days = {"first": "2026-11-02", "last": "2026-11-29"}
        figures = {"sentence": SENTENCE, "size": 0.4, "proposal": "see_offer", "page": None, **days}
        usual = {"gap": "reach", "theme": cybercrime, "group": old, "raised_on": yesterday, "seen_on": yesterday}
        return AttentionCard.objects.create(**{**usual, "figures": figures, **told})

    return raised


def on_wednesdays(weekly: Sequence[int]) -> list[tuple[date, int]]:
    return [(WEEKS.first + timedelta(days=2, weeks=week), count) for week, count in enumerate(weekly) if count]
