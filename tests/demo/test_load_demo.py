"""Loading the demo: complete, only in a demo, further after a stop, and never twice."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from campagne.content.models import QuizPage
from campagne.demo.entry import BadEntry
from campagne.serving.models import Installation
from tests.demo.everything import everything


def test_a_real_installation_is_refused_and_stays_as_it_is(home):
    before = everything()

    with pytest.raises(CommandError, match="echte regio: Teststreek"):
        call_command("load_demo")

    assert everything() == before
    assert not Installation.objects.current().is_demo


def test_a_demo_that_was_stopped_half_way_is_finished(kept_demo, demo, catalogue):
    assert kept_demo.quizzes_half_way < QuizPage.objects.count() == len(catalogue.quizzes)
    assert len(set(Page.objects.values_list("url_path", flat=True))) == Page.objects.count()


def test_a_slip_in_a_file_is_told_in_a_sentence(db, monkeypatch):
    def read_catalogue():
        raise BadEntry("hoi-mam.toml, theme", "cyber", "een van cybercrime")

    monkeypatch.setattr("campagne.demo.management.commands.load_demo.read_catalogue", read_catalogue)

    with pytest.raises(CommandError, match=r"hoi-mam\.toml, theme: gevonden 'cyber', verwacht een van cybercrime"):
        call_command("load_demo")

    assert Installation.objects.current() is None
