"""Whose visit it is: the first way of knowing that applies, and never divided over groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.measurement.cells.attribution import NO_WAY_IN, Labels, WayIn, cells_of
from campagne.measurement.cells.cell import CERTAIN

SENIORS, YOUTH, CHOSEN = 1, 2, 3
STEIN, BEEK = 11, 12
BOTH, ONE, NONE = Labels(5, (SENIORS, YOUTH), STEIN), Labels(5, (SENIORS,), STEIN), Labels(5, (), STEIN)
FOR_YOUTH, IN_BEEK = WayIn(1, YOUTH), WayIn(2, 0, BEEK)


@pytest.mark.parametrize(
    ("labels", "way_in", "chosen", "cells"),
    [
        pytest.param(BOTH, FOR_YOUTH, CHOSEN, [(5, YOUTH, STEIN, "Q")], id="an entrance for one group comes first"),
        pytest.param(BOTH, IN_BEEK, CHOSEN, [(5, CHOSEN, BEEK, "Z")], id="then what somebody chose"),
        pytest.param(ONE, NO_WAY_IN, 0, [(5, SENIORS, STEIN, "T")], id="then the only group of the page"),
        pytest.param(
            BOTH,
            NO_WAY_IN,
            0,
            [(5, 0, STEIN, "G"), (5, SENIORS, STEIN, "G"), (5, YOUTH, STEIN, "G")],
            id="several groups share it, and it stands once without a group",
        ),
        pytest.param(NONE, NO_WAY_IN, 0, [(5, 0, STEIN, "-")], id="a page for nobody in particular"),
        pytest.param(NONE, IN_BEEK, 0, [(5, 0, BEEK, "-")], id="an entrance may know only the municipality"),
        pytest.param(Labels(), NO_WAY_IN, 0, [(0, 0, 0, "-")], id="a page that said nothing"),
    ],
)
def test_the_first_that_applies_decides(labels, way_in, chosen, cells):
    assert list(cells_of(labels, way_in, chosen)) == cells


numbers = st.integers(0, 3)


@given(
    st.builds(Labels, numbers, st.lists(st.integers(1, 3), unique=True).map(tuple), numbers),
    st.builds(WayIn, numbers, numbers, numbers),
    numbers,
)
def test_what_is_certain_and_what_has_no_group_are_together_every_view_once(labels, way_in, chosen):
    cells = cells_of(labels, way_in, chosen)

    assert sum(method in CERTAIN or group == 0 for _, group, _, method in cells) == 1
    assert len(set(cells)) == len(cells)
