"""What became of a question, each state with the people it is of; groups, languages and series apart."""

import pytest

from campagne.quiz.answers.counting import count
from campagne.quiz.models import Question
from campagne.quiz.questions.edits import Change
from campagne.quiz.questions.plan import Block
from campagne.quiz.report.quiz_report import report_of
from tests.quiz.conftest import republished
from tests.quiz.counted import LATER, attempted

pytestmark = pytest.mark.django_db


def states(item) -> dict[str, str]:
    return {state.name: state.words for state in item.states}


@pytest.mark.parametrize("is_counted", [False, True], ids=["still to be counted", "counted"])
def test_five_states_name_whom_they_are_of(quiz, is_counted):
    given = [["2", "1+3", "1"]] * 6 + [["1", "dont_know"]] * 3 + [["2", "", "1"]] * 2 + [["skipped"]] * 4
    for patterns in given:
        attempted(quiz.current_version, patterns)
    if is_counted:
        count(LATER)

    first, second, intention = report_of(quiz).asked_now

    assert states(first) == {
        "goed": "8 van de 15 die de vraag zagen",
        "niet goed": "3 van de 15 die de vraag zagen",
        "weet ik niet": "0 van de 15 die de vraag zagen",
        "overgeslagen": "4 van de 15 die de vraag zagen",
        "niet bereikt": "0 van de 15 die begonnen",
    }
    assert states(second) == {
        "goed": "6 van de 11 die de vraag zagen",
        "niet goed": "0 van de 11 die de vraag zagen",
        "weet ik niet": "3 van de 11 die de vraag zagen",
        "overgeslagen": "2 van de 11 die de vraag zagen",
        "niet bereikt": "4 van de 15 die begonnen",
    }
    assert states(intention)["antwoord gegeven"] == "8 van de 8 die de vraag zagen"
    assert (intention.right, intention.flags) == ((), ())


def test_nothing_is_right_in_a_vote(quiz):
    version = quiz.current_version
    for _ in range(6):
        attempt = attempted(version, ["2"])
        attempt.responses.update(block=Block.VOTE.value, is_right=None)

    item = next(item for item in report_of(quiz).asked_before if item.block is Block.VOTE)

    assert item.right == ()
    assert not any(option.is_right for option in item.options)
    assert "goed" not in states(item)


def test_in_a_measurement_only_an_answer_tells_that_somebody_came_there(quiz, measured):
    for _ in range(6):
        attempted(measured, ["2", "1+3", "1", "2", "1+3"])
    for _ in range(4):
        # The order differs per attempt: the second was asked first.
        attempted(measured, ["", "1+3"])

    items = {(item.version.stem, item.block): states(item) for item in report_of(quiz).asked_now}

    before = items["Geeft u de code?", Block.MEASURE_PRE]
    assert before["overgeslagen"] == "0 van de 6 die de vraag zagen"
    assert before["niet bereikt"] == "4 van de 10 die begonnen"
    assert items["Geeft u de code?", Block.MEASURE_POST]["niet bereikt"] == "4 van de 10 die begonnen"


def test_groups_stand_apart_with_their_design_effect(quiz):
    for cluster, right, wrong in [("a", 8, 2), ("b", 3, 7), ("", 5, 5)]:
        for pattern in ["2"] * right + ["1"] * wrong:
            attempted(quiz.current_version, [pattern], cluster=cluster)

    online, guided = report_of(quiz).asked_now[0].right

    assert online.words.startswith("5 van de 10 antwoorden, waarschijnlijk tussen 24 en 76")
    assert guided.name == "Goed, in 2 groepen"
    assert guided.words.startswith("11 van de 20 antwoorden, waarschijnlijk tussen")
    (note,) = report_of(quiz).asked_now[0].notes
    assert "tellen de 20 antwoorden in groepen als 4 van losse mensen (ontwerpeffect 5,1)." in note


@pytest.mark.parametrize("few", ["", "b"], ids=["online", "in a group"])
def test_a_few_that_could_be_subtracted_do_not_stand_apart(quiz, few):
    for cluster, many in (("a" if few == "" else "", 9), (few, 3)):
        for _ in range(many):
            attempted(quiz.current_version, ["2"], cluster=cluster)

    first = report_of(quiz).asked_now[0]

    assert [(line.name, line.words) for line in first.right] == [("Goed", "12 van de 12 antwoorden")]
    assert first.notes == ()


def test_one_group_says_that_it_says_nothing_of_others(quiz):
    for _ in range(9):
        attempted(quiz.current_version, ["2"], cluster="les")

    first = report_of(quiz).asked_now[0]

    assert [line.words for line in first.right] == ["9 van de 9 antwoorden"]
    assert first.notes == ("Eén groep zegt niets over andere groepen. Daarom staat er geen marge bij.",)


def test_a_version_with_few_answers_cannot_be_subtracted_from_its_series(quiz):
    question = Question.objects.get(stem="Geeft u de code?")
    for _ in range(4):
        attempted(quiz.current_version, ["2"])
    republished(question, Change.COSMETIC, stem="Geeft u een code?")
    for _ in range(9):
        attempted(quiz.current_version, ["1"])

    assert report_of(quiz).asked_now[0].notes == ()


def test_languages_are_told_apart_when_both_were_read(quiz):
    for rendering, right in (("standard", 5), ("easy", 7)):
        for pattern in ["2"] * right + ["1"]:
            attempted(quiz.current_version, [pattern], rendering=rendering)

    first = report_of(quiz).asked_now[0]

    assert [(line.name, line.words.partition(",")[0]) for line in first.renderings] == [
        ("Goed, in makkelijke taal", "7 van de 8 antwoorden"),
        ("Goed, in gewone taal", "5 van de 6 antwoorden"),
    ]


def test_one_language_that_has_too_few_hides_the_other(quiz):
    for rendering, many in (("standard", 9), ("easy", 2)):
        for _ in range(many):
            attempted(quiz.current_version, ["2"], rendering=rendering)

    assert {line.words for line in report_of(quiz).asked_now[0].renderings} == {"te weinig antwoorden"}


def test_a_series_is_added_up_and_another_is_not(quiz):
    question = Question.objects.get(stem="Geeft u de code?")
    for stem, change in [("Geeft u een code?", Change.COSMETIC), ("Geeft u de pincode?", Change.SUBSTANTIVE)]:
        for _ in range(5):
            attempted(quiz.current_version, ["2"])
        republished(question, change, stem=stem)
        assert report_of(quiz).asked_now[0].notes == ()
        for _ in range(6):
            attempted(quiz.current_version, ["1"])
        if change is Change.COSMETIC:
            (together,) = report_of(quiz).asked_now[0].notes
            assert together.startswith("De 2 versies van deze reeks samen, goed: 5 van de 11 antwoorden")

    assert report_of(quiz).asked_now[0].notes == ()


def test_options_that_groups_chose_too_have_no_range_as_of_single_people(quiz):
    for _ in range(20):
        attempted(quiz.current_version, ["2"], cluster="les")
        attempted(quiz.current_version, ["1"])

    options = {line.name: line.words for line in report_of(quiz).asked_now[0].options}

    assert options["Ja"] == "20 van de 40 antwoorden"
