"""Whatever the numbers are, no sentence says more than its rung can know."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.figures.disclosure import Audience, Figure, Kind, publishable
from campagne.figures.surveillance import Fall
from campagne.figures.verdicts import LADDER, REACH, STEP, UNDERSTANDING, check_words
from campagne.measurement.attention.told import clicks_fell, not_known, nothing_about, nothing_fresh, visits_fell
from campagne.measurement.periods import Period

pytestmark = pytest.mark.once

NOVEMBER = Period(date(2026, 11, 2), date(2026, 11, 29))
COUNTS = st.integers(0, 100_000)
FALLS = st.builds(Fall, COUNTS, st.floats(20, 100_000), COUNTS, COUNTS)
CAUSES = ("door", "omdat", "want", "oorzaak", "dankzij", "wegens")


def says_no_cause(sentence: str) -> bool:
    return not {*sentence.lower().replace(".", " ").replace(",", " ").split()} & {*CAUSES}


def test_fewer_visits_are_told_with_what_would_usually_have_come():
    told = visits_fell(Fall(1020, 2040.4, 1600, 2510), NOVEMBER)

    assert told == (
        "Van 2 nov tot en met 29 nov 2026: 1.020 bezoeken. "
        "Vergeleken met de twaalf weken ervoor verwachtten we er tussen 1.600 en 2.510."
    )


def test_fewer_clicks_are_told_beside_what_was_read():
    told = clicks_fell(Fall(12, 31.2, 19, 45), 480, NOVEMBER)

    assert told == (
        "Van 2 nov tot en met 29 nov 2026: 12 klikken op een meldpunt, bij 480 gelezen weergaven. "
        "Bij zo veel lezen verwachtten we er tussen 19 en 45."
    )


def test_a_question_that_is_too_hard_is_told_with_its_margin():
    outcome = publishable(Figure(41, Kind.ANSWERS, 100), audience=Audience.STAFF)

    assert not_known(outcome, 2) == (
        "Goed: 41 van de 100, waarschijnlijk tussen 32 en 51 (100 antwoorden). "
        "Ook met de marge blijft dat onder 60 van de 100. Dat geldt voor nog 2 vragen."
    )


@pytest.mark.parametrize(
    ("lacks", "stale", "told"),
    [
        pytest.param(["pagina", "quiz"], 0, "Er is geen nagekeken pagina en geen nagekeken quiz.", id="nothing"),
        pytest.param(
            ["quiz"], 1, "Er is geen nagekeken quiz. Niet op tijd nagekeken: 1 pagina.", id="stale and lacking"
        ),
        pytest.param([], 3, "Niet op tijd nagekeken: 3 pagina's.", id="stale alone"),
    ],
)
def test_what_is_not_offered_is_told(lacks, stale, told):
    assert nothing_fresh(lacks, stale) == told


def test_themes_without_anything_are_named():
    told = nothing_about(["Cybercrime", "Ondermijning", "Jeugd"], 4)

    assert told == "Over 3 van de 4 thema's is er nog niets: Cybercrime, Ondermijning en Jeugd."


@given(FALLS, COUNTS, COUNTS, st.integers(0, 9))
def test_no_sentence_claims_more_than_its_rung_or_names_a_cause(fall, reads, right, others):
    outcome = publishable(Figure(right, Kind.ANSWERS, right + 30), audience=Audience.STAFF)
    sentences = {
        REACH: visits_fell(fall, NOVEMBER),
        STEP: clicks_fell(fall, reads, NOVEMBER),
        UNDERSTANDING: not_known(outcome, others),
    }

    for rung, sentence in sentences.items():
        check_words(sentence, rung=rung)
        assert says_no_cause(sentence)


@given(st.lists(st.sampled_from(["pagina", "quiz"]), unique=True), st.integers(0, 99))
def test_what_is_offered_borrows_no_word_of_any_rung(lacks, stale):
    for rung in LADDER:
        check_words(nothing_fresh(lacks, stale), rung=rung)
