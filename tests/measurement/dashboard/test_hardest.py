"""A question is the hardest only where that can be said."""

import pytest

from campagne.figures.disclosure import Audience, Figure, Kind, publishable
from campagne.measurement import measures
from campagne.measurement.dashboard.answers import FigureRow
from campagne.measurement.dashboard.asked import Asked
from campagne.measurement.dashboard.hardest import hardest, ranked


def row(series: int, right: int, whole: int, measure=measures.RIGHT_ANSWERS) -> FigureRow:
    asked = Asked(series, f"Vraag {series}?")
    return FigureRow(
        measure, asked.subject, publishable(Figure(right, Kind.ANSWERS, whole), audience=Audience.STAFF), asked
    )


@pytest.mark.parametrize(
    ("rows", "series"),
    [
        pytest.param([], None, id="nothing asked"),
        pytest.param([row(1, 5, 40)], None, id="nothing to be harder than"),
        pytest.param([row(1, 1, 29), row(2, 39, 40)], None, id="too few answers"),
        pytest.param([row(1, 5, 40), row(2, 35, 40)], 1, id="clearly harder"),
        pytest.param([row(1, 18, 40), row(2, 20, 40)], None, id="ranges overlap"),
        pytest.param([row(1, 20, 400), row(2, 50, 400), row(3, 3, 30)], None, id="a third may be as hard"),
        pytest.param([row(1, 5, 40), row(1, 6, 40), row(2, 35, 40)], 1, id="the same question, of others"),
        pytest.param([row(1, 5, 40, measures.RIGHT_AFTER), row(2, 35, 40)], None, id="after the explanation"),
    ],
)
def test_the_hardest_stands_out_from_every_other_question(rows, series):
    found = hardest(ranked(rows))

    assert (found.asked.series if found else None) == series
