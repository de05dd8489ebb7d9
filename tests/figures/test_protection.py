from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from campagne.figures.clusters import Cluster
from campagne.figures.disclosure import DEFAULT, Figure, Kind, Reason, Shown
from campagne.figures.protection import (
    HIDDEN,
    TOTAL,
    Table,
    publishable_share,
    publishable_shares,
    publishable_table,
    publishable_tables,
    rounded,
)

pytestmark = pytest.mark.once

COUNTS = st.one_of(st.integers(0, 14), st.integers(0, 400))


def table_of(counts: list[list[int]], kind: Kind = Kind.VISITS, sensitive: frozenset[str] = frozenset()) -> Table:
    rows, columns = [f"r{n}" for n in range(len(counts))], [f"c{n}" for n in range(len(counts[0]))]
    figures = {
        (row, column): Figure(count, kind)
        for row, numbers in zip(rows, counts, strict=True)
        for column, count in zip(columns, numbers, strict=True)
    }
    return Table(tuple(rows), tuple(columns), figures, kind, sensitive)


def hidden_in(outcomes) -> set[tuple[str, str]]:
    return {place for place, outcome in outcomes.items() if not outcome.is_shown}


@st.composite
def counts(draw, widest: int = 4, rows: int = 5) -> list[list[int]]:
    width = draw(st.integers(1, widest))
    return draw(st.lists(st.lists(COUNTS, min_size=width, max_size=width), min_size=1, max_size=rows))


@given(counts())
def test_no_cell_and_no_total_under_the_threshold_is_ever_shown(drawn):
    table = table_of(drawn)

    outcomes = publishable_table(table)

    assert outcomes.keys() == set(product((*table.rows, TOTAL), (*table.columns, TOTAL)))
    for place, outcome in outcomes.items():
        if outcome.is_shown:
            assert table.at(*place).count >= DEFAULT.public_traffic
            assert outcome.count == rounded(table.at(*place).count)


@given(counts())
def test_a_hidden_cell_is_never_alone_in_what_adds_up(drawn):
    table = table_of(drawn)

    hidden = hidden_in(publishable_table(table))

    for row in (*table.rows, TOTAL):
        assert len([column for column in (*table.columns, TOTAL) if (row, column) in hidden]) != 1
    for column in (*table.columns, TOTAL):
        assert len([row for row in (*table.rows, TOTAL) if (row, column) in hidden]) != 1


def test_small_cells_alone_are_not_all_that_is_hidden():
    table = table_of([[4, 200, 50], [300, 400, 500], [30, 600, 25]])

    assert hidden_in(publishable_table(table)) == {("r0", "c0"), ("r0", "c2"), ("r2", "c0"), ("r2", "c2")}


def test_one_word_stands_in_the_place_of_what_is_small_and_of_what_is_hidden_beside_it():
    outcomes = publishable_table(table_of([[4, 200], [300, 400]]))

    assert {str(outcome) for outcome in outcomes.values() if not outcome.is_shown} == {str(Reason.SMALL_NUMBERS)}


def test_a_table_without_small_cells_is_shown_whole():
    outcomes = publishable_table(table_of([[12, 200], [300, 400]]))

    assert hidden_in(outcomes) == set()
    assert [outcomes["r0", "c0"].count, outcomes["r0", TOTAL].count, outcomes[TOTAL, TOTAL].count] == [10, 210, 910]


def test_persons_of_a_sensitive_group_are_shown_from_20_and_of_another_from_10():
    rows = [[15, 60], [15, 60], [70, 90]]

    assert ("r0", "c0") not in hidden_in(publishable_table(table_of(rows, Kind.PERSONS)))
    assert ("r0", "c0") in hidden_in(publishable_table(table_of(rows, Kind.PERSONS, frozenset({"r0"}))))


def test_persons_of_one_session_are_hidden_however_many_they_are():
    figures = {
        ("r0", "c0"): Figure(40, Kind.PERSONS, sessions=1),
        ("r0", "c1"): Figure(30, Kind.PERSONS, sessions=2),
        ("r1", "c0"): Figure(50, Kind.PERSONS, sessions=3),
        ("r1", "c1"): Figure(60, Kind.PERSONS, sessions=3),
    }

    outcomes = publishable_table(Table(("r0", "r1"), ("c0", "c1"), figures, Kind.PERSONS))

    assert ("r0", "c0") in hidden_in(outcomes)
    assert len(hidden_in(outcomes)) == 4


@given(counts(), st.data())
def test_two_tables_with_the_same_totals_tell_each_total_alike(drawn, data):
    first = table_of(drawn)
    second = table_of(_divided_otherwise(drawn, data))

    ours, theirs = publishable_tables([first, second])

    for column in (*first.columns, TOTAL):
        assert ours[TOTAL, column] == theirs[TOTAL, column]


def _divided_otherwise(drawn, data) -> list[list[int]]:
    sums = [sum(column) for column in zip(*drawn, strict=True)]
    upper = [data.draw(st.integers(0, total)) for total in sums]
    return [upper, [total - part for total, part in zip(sums, upper, strict=True)]]


@settings(max_examples=30)
@given(counts(widest=3, rows=3), st.data())
def test_whoever_solves_all_sums_of_both_tables_holds_everything_under_the_threshold_for_possible(drawn, data):
    tables = [table_of(drawn), table_of(_divided_otherwise(drawn, data))]
    outcomes = publishable_tables(tables)
    cells = [(number, place) for number, told in enumerate(outcomes) for place in told]
    sums = [[one.get(cell, 0) for cell in cells] for one in _sums(tables)]
    fixed = [(0, None) if not outcomes[n][at].is_shown else (tables[n].at(*at).count,) * 2 for n, at in cells]

    for place, (number, at) in enumerate(cells):
        if tables[number].at(*at).count < DEFAULT.public_traffic:
            aim = [float(other == place) for other in range(len(cells))]
            low = linprog(aim, A_eq=sums, b_eq=[0] * len(sums), bounds=fixed)
            high = linprog([-one for one in aim], A_eq=sums, b_eq=[0] * len(sums), bounds=fixed)
            assert low.fun <= 1e-6
            assert high.status == 3 or -high.fun >= DEFAULT.public_traffic - 1 - 1e-6


def _sums(tables):
    """What adds up to 0: each row and column less its total, in both tables, and the totals that both have."""
    for number, table in enumerate(tables):
        for row in (*table.rows, TOTAL):
            yield {(number, (row, column)): 1 for column in table.columns} | {(number, (row, TOTAL)): -1}
        for column in (*table.columns, TOTAL):
            yield {(number, (row, column)): 1 for row in table.rows} | {(number, (TOTAL, column)): -1}
    yield from ({(0, (TOTAL, column)): 1, (1, (TOTAL, column)): -1} for column in (*tables[0].columns, TOTAL))


def test_tables_with_other_totals_are_refused_together():
    with pytest.raises(ValueError, match="adds up to 4 and to 5"):
        publishable_tables([table_of([[4]]), table_of([[5]])])


def test_tables_with_other_columns_are_refused_together():
    with pytest.raises(ValueError, match="the same in both tables"):
        publishable_tables([table_of([[4]]), table_of([[4, 0]])])


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        pytest.param({("r0", "c9"): Figure(1, Kind.VISITS)}, "outside the table", id="a column that is not there"),
        pytest.param({("r0", "c0"): Figure(1, Kind.VISITS, 3)}, "expected counts", id="a share"),
        pytest.param({("r0", "c0"): Figure(1, Kind.CLICKS)}, "expected counts", id="another unit"),
    ],
)
def test_a_table_of_something_else_is_refused(figures, told):
    with pytest.raises(ValueError, match=told):
        Table(("r0",), ("c0",), figures, Kind.VISITS)


def test_a_row_may_not_be_called_as_the_sum_is():
    with pytest.raises(ValueError, match="totaal"):
        Table((TOTAL,), ("c0",), {}, Kind.VISITS)


def test_a_share_leaves_in_whole_hundredths_of_a_rounded_number():
    told = publishable_share(Figure(25, Kind.ANSWERS, 38))

    assert isinstance(told, Shown)
    assert (told.n, told.estimate.value, told.estimate.low, told.estimate.high) == (40, 0.66, 0.5, 0.79)


@pytest.mark.parametrize(
    "figure",
    [
        pytest.param(Figure(20, Kind.ANSWERS, 29), id="fewer than 30"),
        pytest.param(Figure.guided([Cluster(20, 40)]), id="one session"),
        pytest.param(Figure(40, Kind.ANSWERS, 40, is_sensitive_item=True), id="everybody, of something sensitive"),
        pytest.param(Figure(20, Kind.VIEWS), id="no share at all"),
    ],
)
def test_a_share_stays_inside(figure):
    assert publishable_share(figure) == HIDDEN


@pytest.mark.parametrize(("count", "told"), [(1, 0.01), (999, 0.99), (0, 0.0), (1000, 1.0)])
def test_a_share_that_is_not_quite_nothing_or_everything_is_never_told_as_that(count, told):
    assert publishable_share(Figure(count, Kind.VIEWS, 1000)).estimate.value == told


def test_one_option_that_must_be_hidden_hides_the_others():
    options = [Figure(40, Kind.ANSWERS, 40, is_sensitive_item=True), Figure(0, Kind.ANSWERS, 40)]

    assert publishable_shares(options) == (HIDDEN, HIDDEN)


@pytest.mark.parametrize(("count", "told"), [(12, 10), (13, 15), (15, 15), (17, 15), (18, 20)])
def test_counts_are_rounded_to_5(count, told):
    assert rounded(count) == told
