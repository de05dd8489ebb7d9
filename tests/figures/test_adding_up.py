from math import inf, isinf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from campagne.figures.adding_up import Amount, DoesNotAddUp, Room, bounds, hide_enough

pytestmark = pytest.mark.once

COUNTS = st.one_of(st.integers(0, 12), st.integers(0, 400))


def table_of(rows: list[list[int]]) -> list[Amount]:
    """The cells of a table row by row, then the totals of rows, of columns, and of all."""
    cells = [
        Amount(("row", str(r)), ("column", str(c)), count) for r, row in enumerate(rows) for c, count in enumerate(row)
    ]
    of_rows = [Amount(("start",), ("row", str(r)), sum(row)) for r, row in enumerate(rows)]
    of_columns = [Amount(("column", str(c)), ("end",), sum(column)) for c, column in enumerate(zip(*rows, strict=True))]
    return [*cells, *of_rows, *of_columns, Amount(("end",), ("start",), sum(map(sum, rows)))]


def bounds_by_linear_programming(amounts: list[Amount], hidden: set[int], place: int) -> tuple[float, float]:
    """What an attacker finds with equations alone: everything that flows into a node flows out of it."""
    nodes = sorted({node for amount in amounts for node in (amount.tail, amount.head)})
    equations = [[(amount.head == node) - (amount.tail == node) for amount in amounts] for node in nodes]
    known = [(0, None) if n in hidden else (amount.number, amount.number) for n, amount in enumerate(amounts)]
    aim = [float(n == place) for n in range(len(amounts))]
    found = [
        linprog([sign * one for one in aim], A_eq=equations, b_eq=[0] * len(nodes), bounds=known) for sign in (1, -1)
    ]
    return found[0].fun, inf if found[1].status == 3 else -found[1].fun


@st.composite
def tables_with_hidden_cells(draw) -> tuple[list[Amount], set[int]]:
    width = draw(st.integers(1, 4))
    rows = draw(st.lists(st.lists(COUNTS, min_size=width, max_size=width), min_size=1, max_size=4))
    amounts = table_of(rows)
    return amounts, draw(st.sets(st.integers(0, len(amounts) - 1), min_size=1))


@given(tables_with_hidden_cells())
def test_bounds_are_those_that_linear_programming_finds(drawn):
    amounts, hidden = drawn
    place = min(hidden)

    low, high = bounds(amounts, hidden, place)

    expected = bounds_by_linear_programming(amounts, hidden, place)
    assert low == pytest.approx(expected[0], abs=1e-6)
    assert isinf(high) if isinf(expected[1]) else high == pytest.approx(expected[1], abs=1e-6)


def test_a_single_hidden_cell_of_a_row_is_known_from_its_total():
    amounts = table_of([[4, 20], [30, 40]])

    assert bounds(amounts, [0], 0) == (4, 4)


def test_four_hidden_cells_in_a_rectangle_leave_what_the_smallest_sums_allow():
    amounts = table_of([[4, 20], [30, 40]])

    assert bounds(amounts, range(4), 0) == (0, 24)


@given(tables_with_hidden_cells())
def test_what_must_stay_possible_is_possible(drawn):
    amounts, wanted = drawn
    rooms = {place: Room(below=amounts[place].number, above=max(0, 9 - amounts[place].number)) for place in wanted}

    hidden = hide_enough(amounts, rooms)

    for place, room in rooms.items():
        low, high = bounds(amounts, hidden, place)
        assert low <= amounts[place].number - room.below
        assert high >= amounts[place].number + room.above


def test_nothing_is_hidden_when_nothing_need_be():
    assert hide_enough(table_of([[40, 20], [30, 40]]), {}) == frozenset()


def test_beside_a_small_cell_the_smallest_rectangle_is_hidden():
    amounts = table_of([[4, 200, 50], [300, 400, 500], [30, 600, 25]])

    hidden = hide_enough(amounts, {0: Room(below=4, above=5)})

    assert hidden == {0, 2, 6, 8}


@pytest.mark.parametrize(
    "amounts",
    [
        pytest.param([Amount(("a",), ("b",), 4), Amount(("b",), ("a",), 5)], id="a total that is too large"),
        pytest.param([Amount(("a",), ("b",), -4), Amount(("b",), ("a",), -4)], id="less than nothing"),
    ],
)
def test_numbers_that_do_not_add_up_are_refused(amounts):
    with pytest.raises(DoesNotAddUp):
        bounds(amounts, [0], 0)


def test_an_amount_whose_total_is_not_in_the_list_cannot_be_hidden():
    with pytest.raises(DoesNotAddUp, match="its total is no amount of the list"):
        hide_enough([Amount(("a",), ("b",), 0)], {0: Room(below=0, above=9)})
