"""What quizzes say, with their doubt and under their threshold."""

import pytest

from campagne.measurement.dashboard.asked import BEFORE_AND_AFTER
from campagne.measurement.dashboard.learning import intention, understanding
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.periods import last_days
from campagne.quiz.answers.results import item_results, items_by_block

pytestmark = pytest.mark.django_db


@pytest.fixture
def selection(today):
    return Selection(last_days(today, 28), None, (), today)


def figures(answer) -> dict[str, object]:
    return {row.subject: row.outcome for row in answer.rows}


def test_four_answers_are_too_few_and_five_are_told_exactly(selection, published_question, answer):
    question = published_question("Uw bank belt. Wat doet u?")
    answer(question, right=4)
    before = understanding(selection, item_results())
    answer(question, wrong=1)
    after = understanding(selection, item_results())

    assert str(figures(before)[question.stem]) == "te weinig antwoorden"
    assert before.sentence == "Bij 1 vraag zijn er te weinig antwoorden."
    shown = figures(after)[question.stem]
    assert (shown.count, shown.n, shown.has_percentage) == (4, 5, False)
    assert "4 van de 5 antwoorden" in after.sentence


def test_the_hardest_question_comes_first(selection, published_question, answer):
    answer(published_question("Makkelijk?"), right=30, wrong=10)
    answer(published_question("Moeilijk?"), right=10, wrong=30)

    told = understanding(selection, item_results())

    assert (
        "De moeilijkste: ‘Moeilijk?’ Goed: 25 van de 100, waarschijnlijk tussen 14 en 40 (40 antwoorden)."
        in told.sentence
    )


def test_no_question_is_called_the_hardest_on_few_answers(selection, published_question, answer):
    answer(published_question("Weinig gevraagd?"), right=1, wrong=4)
    answer(published_question("Vaak gevraagd?"), right=20, wrong=20)

    told = understanding(selection, item_results())

    assert (
        told.sentence
        == "Van 2 vragen hebben er 2 genoeg antwoorden. Welke vraag het moeilijkst is, is nog niet te zeggen."
    )


def test_no_question_is_called_the_hardest_while_the_next_may_be_as_hard(selection, published_question, answer):
    answer(published_question("Een?"), right=18, wrong=22)
    answer(published_question("Twee?"), right=20, wrong=20)

    assert "De moeilijkste" not in understanding(selection, item_results()).sentence


def test_before_and_after_the_explanation_are_told_apart_and_both(selection, published_question, answer):
    question = published_question("Wat doet u?")
    answer(question, right=10, wrong=30, block="measure_pre")
    answer(question, right=24, wrong=16, block="measure_post")
    answer(published_question("Makkelijk?"), right=38, wrong=2)

    told = understanding(selection, [item for item_by in items_by_block("cluster") for item in item_by.values()])

    assert [(row.measure.name, row.subject, row.outcome.count) for row in told.rows[1:]] == [
        ("Goed beantwoord", "Vóór de uitleg: Wat doet u?", 10),
        ("Goed beantwoord na uitleg", "Na de uitleg: Wat doet u?", 24),
        ("Goed beantwoord", "Makkelijk?", 38),
    ]
    assert told.sentence.endswith(
        "De moeilijkste, vóór de uitleg: ‘Wat doet u?’ Goed: 25 van de 100, waarschijnlijk tussen 14 en 40 "
        "(40 antwoorden). Na de uitleg: 60 van de 100, waarschijnlijk tussen 45 en 74 (40 antwoorden)."
    )
    assert [row.label for row in told.dots.rows] == [row.subject for row in told.rows[1:]]
    assert BEFORE_AND_AFTER in told.notes


def test_versions_of_one_series_are_one_question(selection, published_question, answer):
    question = published_question("Wat doet u nu?")
    answer(question, right=3)
    question.explanation = "Beter uitgelegd."
    question.save_revision().publish()
    answer(question, right=2)

    shown = figures(understanding(selection, item_results()))[question.stem]

    assert (shown.count, shown.n) == (5, 5)


def test_an_attempt_that_was_not_finished_is_drop_off_not_wrong(selection, published_question, answer):
    answer(published_question("Vraag?"), right=6)

    told = figures(understanding(selection, item_results()))

    assert (told["alle quizzen samen"].count, told["alle quizzen samen"].n) == (0, 6)
    assert (told["Vraag?"].count, told["Vraag?"].n) == (6, 6)


def test_an_intention_that_everybody_has_is_held_back(selection, published_question, answer):
    question = published_question("Zou u melden?", construct="meldintentie", kind="single")
    answer(question, right=20)

    told = intention(selection, item_results())

    assert [(row.subject, str(row.outcome)) for row in told.rows] == [("Zou u melden?", "niet getoond: te herkenbaar")]
    assert told.sentence == (
        "Van 1 vraag is er bij 1 genoeg geantwoord. Bij 1 daarvan tonen we de antwoorden niet: te herkenbaar."
    )


def test_too_few_answers_and_too_recognisable_are_counted_apart(selection, published_question, answer):
    for number in range(2):
        answer(published_question(f"Iedereen {number}?", construct="meldintentie", kind="single"), right=20)
        answer(published_question(f"Weinig {number}?", construct="meldintentie", kind="single"), right=2, wrong=2)
    answer(published_question("Verdeeld?", construct="meldintentie", kind="single"), right=8, wrong=4)

    assert intention(selection, item_results()).sentence == (
        "Van 5 vragen is er bij 3 genoeg geantwoord. Bij 2 daarvan tonen we de antwoorden niet: te herkenbaar. "
        "Per vraag staat hieronder wat mensen zeggen te gaan doen."
    )


def test_nothing_answered_is_said_and_not_nought(selection):
    assert understanding(selection, []).sentence == "Er zijn nog geen antwoorden op vragen met een goed antwoord."
    assert intention(selection, []).sentence == "Er zijn nog geen antwoorden op vragen over een voornemen."


def test_an_intention_with_enough_answers_is_told_per_option(selection, published_question, answer):
    answer(published_question("Zou u melden?", construct="meldintentie", kind="single"), right=8, wrong=4)

    told = intention(selection, item_results())

    assert told.sentence.startswith("Van 1 vraag is er bij 1 genoeg geantwoord.")
