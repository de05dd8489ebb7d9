"""What so many groups could show, asked by a form that stores nothing."""

import pytest

from campagne.quiz.report.planner import planner

pytestmark = pytest.mark.once


def test_two_groups_of_fifteen_are_reckoned_unasked():
    told = planner({})

    assert told.sentence == (
        "Met 2 groepen van 15 ziet u alleen verschillen boven 40 procentpunt: van 50 naar 90 van de 100 of meer."
    )
    assert [line.name for line in told.lines] == [
        "2 groepen van 15",
        "4 groepen van 15",
        "8 groepen van 15",
        "16 groepen van 15",
    ]


def test_what_is_asked_is_reckoned_and_stays_in_the_form():
    told = planner({"groepen": "8", "mensen": "12", "vooraf": "60"})

    assert told.sentence.startswith("Met 8 groepen van 12 ziet u alleen verschillen boven 22 procentpunt")
    assert told.form["groepen"].value() == "8"


def test_what_can_never_be_seen_is_said():
    assert "nooit groot genoeg" in planner({"groepen": "1", "mensen": "3", "vooraf": "90"}).sentence


@pytest.mark.parametrize("wrong", ["0", "-3", "veel", "", "1e9", "9" * 40])
def test_what_is_no_number_of_groups_gets_a_message_and_no_answer(wrong):
    told = planner({"groepen": wrong})

    assert told.sentence == ""
    assert told.form.errors["groepen"] == ["vul een getal in van 1 tot 500."]


@pytest.mark.django_db
def test_the_screen_answers_without_storing(quiz, results):
    page = results(quiz, groepen=8, mensen=12, vooraf=60)

    assert "Met 8 groepen van 12" in page
    assert "Aantal groepen: vul een getal in van 1 tot 500." in results(quiz, groepen="veel")
