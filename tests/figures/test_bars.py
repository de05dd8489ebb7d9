"""Bars begin at 0, and what may not be shown has no bar."""

import pytest

from campagne.figures.bars import bar_chart
from campagne.figures.disclosure import Audience, Figure, Kind, publishable

pytestmark = pytest.mark.once


def outcome(count: int):
    return publishable(Figure(count, Kind.ATTEMPTS), audience=Audience.STAFF)


def test_the_widest_bar_fills_the_plot_and_the_others_are_in_proportion():
    chart = bar_chart([("Begonnen", outcome(1200)), ("Vraag 1", outcome(600)), ("Vraag 2", outcome(3))])

    assert [bar.width for bar in chart.bars] == [chart.plot.right, chart.plot.right // 2, None]
    assert [bar.text for bar in chart.bars] == ["1.200", "600", "te weinig pogingen"]
    assert chart.bars[1].y - chart.bars[0].y == chart.height // 3


def test_nothing_at_all_still_has_a_chart():
    assert bar_chart([]).bars == ()
    assert bar_chart([("Begonnen", outcome(0))]).bars[0].width is None
