"""Loading the demo: complete, only in a demo, further after a stop, and never twice."""

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from wagtail.models import Page, Revision

from campagne.content.models import ContentPage, QuizPage
from campagne.demo import tree
from campagne.demo.entry import BadEntry
from campagne.media.models import Picture
from campagne.quiz.models import QuestionVersion, Quiz, QuizVersion
from campagne.serving.models import Installation
from home.models import HomePage
from tests.demo.conftest import PASSWORD_LINE


def everything():
    """How many rows each table has, and which revision of each page is the last."""
    counts = {model._meta.label: model.objects.count() for model in apps.get_models() if hasattr(model, "objects")}
    revisions = dict(Page.objects.values_list("pk", "latest_revision_id"))
    contents = dict(Revision.objects.values_list("pk", "created_at"))
    return counts, revisions, contents


def test_the_demo_is_complete_and_loading_it_again_changes_nothing(load_demo, catalogue):
    first = load_demo()
    before = everything()
    second = load_demo()

    assert ContentPage.objects.live().filter(reviewed_on__isnull=False).count() >= len(catalogue.pages)
    assert QuizPage.objects.live().count() == Quiz.objects.count() == len(catalogue.quizzes)
    assert QuizVersion.objects.count() == len(catalogue.quizzes)
    questions = [question for quiz in catalogue.quizzes for question in quiz.questions]
    assert QuestionVersion.objects.count() == len(questions) + len([q for q in questions if q.earlier])
    assert Picture.objects.exclude(description="").count() == len(catalogue.drawings)
    assert not Page.objects.filter(depth__gt=1, live=False).exists()
    assert not Page.objects.filter(has_unpublished_changes=True).exists()
    assert HomePage.objects.get().lead == catalogue.site.lead

    assert everything() == before
    assert [name for name, _ in PASSWORD_LINE.findall(first)] == [
        "redacteur-beek",
        "redacteur-sittard-geleen",
        "redacteur-stein",
        "redacteur-regio",
        "bestuurder",
    ]
    assert PASSWORD_LINE.findall(second) == []
    assert "changepassword" in second


def test_a_real_installation_is_refused_and_stays_as_it_is(home):
    before = everything()

    with pytest.raises(CommandError, match="echte regio: Teststreek"):
        call_command("load_demo")

    assert everything() == before
    assert not Installation.objects.current().is_demo


def test_a_demo_that_was_stopped_half_way_is_finished(load_demo, catalogue, monkeypatch):
    put_page, number = tree.put_page, 0

    def stop_at_the_twentieth(*arguments):
        nonlocal number
        number += 1
        if number == 20:
            raise KeyboardInterrupt
        return put_page(*arguments)

    monkeypatch.setattr(tree, "put_page", stop_at_the_twentieth)
    with pytest.raises(KeyboardInterrupt):
        load_demo()
    monkeypatch.setattr(tree, "put_page", put_page)
    half = QuizPage.objects.count()
    load_demo()

    assert half < QuizPage.objects.count() == len(catalogue.quizzes)
    assert len(set(Page.objects.values_list("url_path", flat=True))) == Page.objects.count()
    before = everything()
    load_demo()
    assert everything() == before


def test_a_slip_in_a_file_is_told_in_a_sentence(db, monkeypatch):
    def read_catalogue():
        raise BadEntry("hoi-mam.toml, theme", "cyber", "een van cybercrime")

    monkeypatch.setattr("campagne.demo.management.commands.load_demo.read_catalogue", read_catalogue)

    with pytest.raises(CommandError, match=r"hoi-mam\.toml, theme: gevonden 'cyber', verwacht een van cybercrime"):
        call_command("load_demo")

    assert Installation.objects.current() is None
