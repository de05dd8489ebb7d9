"""What the same people learned and unlearned, with its range, and no arrow where it may be nothing."""

import pytest

from campagne.quiz.answers.counting import count
from campagne.quiz.report.change import change_report
from campagne.quiz.report.given import Given
from tests.quiz.counted import LATER

pytestmark = pytest.mark.django_db


def first_of(quiz):
    report = change_report(Given.to(quiz))
    return report.lines[0]


@pytest.mark.parametrize("is_counted", [False, True], ids=["still to be counted", "counted"])
def test_the_four_counts_stand_there_with_whom_they_are_of(quiz, pairs, is_counted):
    pairs(20, "2", "2")
    pairs(4, "2", "1")
    pairs(18, "dont_know", "2")
    pairs(8, "1", "3")
    if is_counted:
        count(LATER)

    line = first_of(quiz)

    assert [(cell.name, cell.words) for cell in line.cells] == [
        ("bleef goed", "20 van de 50 die beide keren antwoordden"),
        ("verleerde", "4 van de 50 die beide keren antwoordden"),
        ("leerde", "18 van de 50 die beide keren antwoordden"),
        ("bleef fout", "8 van de 50 die beide keren antwoordden"),
    ]
    assert (line.before, line.after) == (
        "24 van de 50 die beide keren antwoordden",
        "38 van de 50 die beide keren antwoordden",
    )
    assert line.points == "28 procentpunt meer, waarschijnlijk tussen 10 en 43 meer"
    assert (line.arrow, line.verdict) == ("▲", "Goed beantwoord: hoger dan vooraf.")


@pytest.mark.parametrize(
    ("learned", "unlearned", "arrow", "verdict"),
    [
        pytest.param(20, 0, "▲", "hoger dan vooraf", id="learned"),
        pytest.param(0, 20, "▼", "lager dan vooraf", id="unlearned"),
        pytest.param(3, 2, "", "geen verschil aangetoond", id="nothing to be seen"),
        pytest.param(0, 0, "", "geen verschil aangetoond", id="nobody changed"),
    ],
)
def test_an_arrow_needs_a_range_without_0(quiz, pairs, learned, unlearned, arrow, verdict):
    pairs(learned, "1", "2")
    pairs(unlearned, "2", "1")
    pairs(30, "2", "2")

    line = first_of(quiz)

    assert line.arrow == arrow
    assert verdict in line.verdict


def test_few_people_have_a_range_and_no_points(quiz, pairs):
    pairs(6, "1", "2")
    pairs(3, "2", "2")

    line = first_of(quiz)

    assert line.points.startswith("waarschijnlijk tussen")
    assert (line.arrow, line.verdict) == ("", "Goed beantwoord: te weinig gegevens.")


def test_four_people_are_not_shown_at_all_and_that_is_said_once(quiz, pairs, results):
    pairs(4, "1", "2")

    page = results(quiz)

    change = page.split("Weten mensen na afloop meer?")[1].split("Tot waar komen mensen?")[0]
    assert "Daar zijn nog te weinig gegevens voor." in change
    assert change.count("te weinig") == 1
    assert first_of(quiz).points == ""
    assert {cell.words for cell in first_of(quiz).cells} == {"te weinig pogingen"}
    assert "4 van de 4" not in page


def test_who_skipped_either_time_is_left_out_and_told(quiz, pairs):
    pairs(30, "2", "2")
    pairs(7, "skipped", "2")

    assert first_of(quiz).before == "30 van de 30 die beide keren antwoordden"
    assert change_report(Given.to(quiz)).skipped == "7 van de 74 keer"


def test_groups_stand_apart_and_their_range_is_wider(quiz, pairs):
    pairs(30, "1", "2")
    for name in ("a", "b", "c"):
        pairs(10, "1", "2", cluster=name)
        pairs(5, "2", "2", cluster=name)

    online, guided = change_report(Given.to(quiz)).lines[:2]

    assert (online.who, guided.who) == ("online", "in 3 groepen")
    assert guided.before == "15 van de 45 die beide keren antwoordden"
    assert guided.arrow == "▲"


def test_a_few_who_came_alone_are_not_told_apart_from_the_groups(quiz, pairs):
    pairs(3, "2", "2")
    for name in ("a", "b"):
        pairs(10, "1", "2", cluster=name)

    lines = [line for line in change_report(Given.to(quiz)).lines if line.stem == "Geeft u de code?"]

    assert [(line.who, line.before) for line in lines] == [
        ("online en in groepen", "3 van de 23 die beide keren antwoordden")
    ]
    assert (lines[0].points, lines[0].arrow) == ("", "")


def test_one_group_says_nothing_of_others(quiz, pairs):
    pairs(40, "1", "2", cluster="les")

    line = first_of(quiz)

    assert (line.who, line.points, line.arrow) == ("in 1 groep", "", "")
    assert line.after == "40 van de 40 die beide keren antwoordden"


@pytest.mark.parametrize(
    ("before_right", "many", "is_told"),
    [
        pytest.param(10, 40, True, id="enough people who could still learn"),
        pytest.param(10, 25, False, id="too few people"),
        pytest.param(36, 40, False, id="nearly all knew it already"),
    ],
)
def test_what_part_was_learned_is_told_where_it_does_not_mislead(quiz, pairs, before_right, many, is_told):
    pairs(before_right, "2", "2")
    pairs(many - before_right, "1", "2")
    # The other question that is measured is right both times, so the average before lies halfway.
    gain = change_report(Given.to(quiz)).gain

    assert bool(gain) is (is_told and before_right < many)
    if is_told:
        assert "Van wat nog te leren was, is 100 van de 100 geleerd." in gain


def test_a_quiz_that_does_not_measure_has_no_such_part(quiz, results):
    assert change_report(Given.to(quiz)) is None
    assert "Vooraf en achteraf" not in results(quiz)
