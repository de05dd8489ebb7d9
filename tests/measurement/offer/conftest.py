from datetime import date, timedelta

import pytest
from django.utils import timezone

from campagne.content.models import ArticleIndexPage, ArticlePage, ContentPage, PageTargetGroup, QuizIndexPage, QuizPage
from doelgroepen.models import Municipality, TargetGroup, Theme
from tests.quiz.conftest import published, quiz_of


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def cybercrime(home):
    return Theme.objects.create(name="Cybercrime", slug="cybercrime")


@pytest.fixture
def young(home):
    return TargetGroup.objects.create(name="Jongeren", slug="jongeren", self_description="jong", is_red_thread=True)


@pytest.fixture
def write(publish, cybercrime, young, today):
    """Publish an article for the young about cybercrime: `write("Titel", place=stein, days_ago=400)`."""

    def article(title: str = "Artikel", *, place: Municipality | None = None, **told) -> ArticlePage:
        parent = ArticleIndexPage.objects.get(municipality=place)
        return _for_the_young(publish(parent, ArticlePage(title=title, summary="Kort.", **_plain(**told))))

    def _plain(*, days_ago: int | None = 0, theme: Theme | None = None, **told) -> dict:
        reviewed_on = None if days_ago is None else today - timedelta(days=days_ago)
        return {"theme": theme or cybercrime, "reviewed_on": reviewed_on, **told}

    def _for_the_young(page: ContentPage) -> ContentPage:
        PageTargetGroup.objects.create(tag=young, content_object=page)
        return page

    return article


@pytest.fixture
def ask(publish, cybercrime, young, today):
    """Publish a page with a quiz for the young: `ask("Quiz", place=stein)`."""

    def quiz_page(title: str = "Quiz", *, place: Municipality | None = None) -> QuizPage:
        quiz = quiz_of(published(f"Vraag van {title}"), slug=title.lower())
        parent = QuizIndexPage.objects.get(municipality=place)
        page = publish(parent, QuizPage(title=title, summary="Kort.", quiz=quiz, theme=cybercrime, reviewed_on=today))
        PageTargetGroup.objects.create(tag=young, content_object=page)
        return page

    return quiz_page
