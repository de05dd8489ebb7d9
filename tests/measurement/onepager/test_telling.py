"""No sentence of a sheet says more than its rung can know, whatever was counted."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from campagne.figures.disclosure import Audience, Figure, Kind, publishable
from campagne.figures.verdicts import REACH, UNDERSTANDING, check_words
from campagne.measurement import measures
from campagne.measurement.dashboard.answers import Answer, FigureRow, count_row
from campagne.measurement.dashboard.asked import Asked
from campagne.measurement.dashboard.groups import CERTAIN
from campagne.measurement.onepager.telling import LONGEST_STEM, knowledge_told, questions_told, reach_told, short
from campagne.measurement.onepager.whole_periods import choices

TODAY = date(2026, 11, 30)
QUOTED = re.compile(r"‘[^’]*’")
COUNTS = st.integers(0, 3_000)


def own_words(told) -> str:
    """What we say ourselves: the words of a question are somebody else's."""
    return QUOTED.sub("", " ".join([told.sentence, *told.more, *(large.unit for large in told.large)]))


def right(series: int, count: int, whole: int) -> FigureRow:
    outcome = publishable(Figure(count, Kind.ANSWERS, whole), audience=Audience.PUBLIC)
    asked = Asked(series, f"Vraag {series}")
    return FigureRow(measures.RIGHT_ANSWERS, asked.subject, outcome, asked)


@given(COUNTS, COUNTS, st.sampled_from(choices(TODAY)), st.dates(date(2026, 1, 1), TODAY))
def test_reach_is_told_in_words_of_its_rung_and_adds_nothing_up(visits, persons, choice, since):
    rows = (
        count_row(measures.VISITS, "alles", visits, Kind.VISITS, audience=Audience.PUBLIC),
        count_row(measures.GUIDED_VISITORS, CERTAIN, persons, Kind.PERSONS, audience=Audience.PUBLIC),
    )
    told = reach_told(Answer(REACH, "…", rows), choice, "over cybercrime", since)

    check_words(own_words(told), rung=REACH)
    assert len(told.large) == 2
    if visits >= 10:
        assert told.large[0].number.replace(".", "") == str(visits)
    else:
        assert told.large[0].number == "?"


@given(st.lists(st.tuples(COUNTS, COUNTS), max_size=6))
def test_knowledge_is_told_in_words_of_its_rung_and_only_from_thirty_answers(counts):
    rows = tuple(right(n, min(pair), max(pair)) for n, pair in enumerate(counts) if max(pair))
    answer = Answer(UNDERSTANDING, "Er zijn nog geen antwoorden op vragen met een goed antwoord.", rows)
    questions = questions_told(answer)
    told = knowledge_told(answer, questions)

    check_words(own_words(told), rung=UNDERSTANDING)
    assert all(question.estimate.n >= 30 for question in questions)
    assert len(questions) == min(2, sum(max(pair) >= 30 for pair in counts))
    assert [question.estimate.value for question in questions] == sorted(
        question.estimate.value for question in questions
    )


@given(st.text(min_size=1, max_size=400))
def test_a_question_fits(stem):
    assert len(short(stem)) <= LONGEST_STEM
