"""Until where people come: who stops is drop-off, and nobody stops within a measurement by its order."""

import pytest

from campagne.quiz.answers.counting import count
from campagne.quiz.models import Question
from campagne.quiz.questions.edits import Change
from campagne.quiz.report.drop_off import drop_off
from campagne.quiz.report.given import Given
from tests.quiz.conftest import republished
from tests.quiz.counted import LATER, attempted
from tests.quiz.measured import PRACTICE, quiz_of_nine_parts

pytestmark = pytest.mark.django_db


def lines(quiz) -> dict[str, str]:
    return {line.name: line.words for line in drop_off(Given.to(quiz)).lines}


@pytest.mark.parametrize("is_counted", [False, True], ids=["still to be counted", "counted"])
def test_each_question_says_how_many_came_to_it(quiz, is_counted):
    for many, patterns in [(6, ["2", "1", "1"]), (3, ["2"]), (2, ["2", "", "1"])]:
        for _ in range(many):
            attempted(quiz.current_version, patterns, is_finished=many == 6)
    if is_counted:
        count(LATER)

    assert lines(quiz) == {
        "1. Geeft u de code?": "11 van de 11 die begonnen",
        "2. Wat doet u?": "8 van de 11 die begonnen",
        "3. Zou u het melden?": "8 van de 11 die begonnen",
        "Tot het einde": "6 van de 11 die begonnen",
    }
    assert drop_off(Given.to(quiz)).sentence == "11 keer is iemand begonnen, en 6 keer kwam iemand tot het einde."


def test_a_measurement_is_one_stop(quiz, measured):
    for patterns in [["2", "1", "1", "2", "1"]] * 3 + [["", "1"]] * 2:
        attempted(measured, patterns)

    assert list(lines(quiz)) == [
        "Meting vooraf, minstens één vraag",
        "4. Zou u het melden?",
        "Meting achteraf, minstens één vraag",
        "Tot het einde",
    ]
    assert lines(quiz)["Meting vooraf, minstens één vraag"] == "5 van de 5 die begonnen"


def test_versions_that_ask_the_same_are_taken_together(quiz):
    question = Question.objects.get(stem="Geeft u de code?")
    for _ in range(5):
        attempted(quiz.current_version, ["2"])
    republished(question, Change.COSMETIC, stem="Geeft u een code?")
    attempted(quiz.current_version, ["2"])

    together = drop_off(Given.to(quiz))
    assert together.versions == 2
    assert together.lines[0].words == "6 van de 6 die begonnen"

    republished(question, Change.SUBSTANTIVE, stem="Geeft u de pincode?")
    assert drop_off(Given.to(quiz)) is None


def test_few_attempts_say_nothing(quiz, results):
    for _ in range(4):
        attempted(quiz.current_version, ["2"])

    page = results(quiz)

    assert "Er zijn nog te weinig pogingen om te zien waar mensen stoppen." in page
    assert "4 van de 4" not in page


def test_a_question_has_the_number_of_its_place_in_the_quiz_everywhere(home, results):
    quiz = quiz_of_nine_parts()
    for _ in range(5):
        attempted(quiz.current_version, ["2"] * 7)

    page = results(quiz)

    assert f"{PRACTICE}. Om te oefenen?" in lines(quiz)
    assert f"Onderdeel {PRACTICE} · oefenvraag" in page
    assert "Uitleg telt mee, net als op het scherm en in de bestanden." in page


def test_a_group_goes_on_together_and_says_nothing_about_where_people_stop(quiz):
    for cluster, many in (("", 6), ("les", 9)):
        for _ in range(many):
            attempted(quiz.current_version, ["2", "1", "1"], cluster=cluster, is_finished=True)

    assert drop_off(Given.to(quiz)).sentence == "6 keer is iemand begonnen, en 6 keer kwam iemand tot het einde."
