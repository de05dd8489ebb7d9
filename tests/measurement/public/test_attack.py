"""Nobody finds a hidden cell from everything that the public addresses return, over two months and all tables.

The attack first breaks tables in which only small cells are hidden; else it would prove nothing.
"""

from random import Random

import pytest

from campagne.figures.protection import TOTAL, Table
from campagne.measurement.models import PublishedMonth
from campagne.measurement.public.freezing import freeze_when_due
from campagne.measurement.public.inputs import Inputs
from campagne.measurement.public.layout import Layout
from campagne.measurement.public.making import _table, asked
from campagne.measurement.public.tables import BY_CODE
from tests.measurement.public.attacker import Bounds, Solver, everything, known_from, planted
from tests.measurement.public.conftest import FEBRUARY, MARCH, THIRD_OF_APRIL

THRESHOLD = 10
LEAST_WIDTH = THRESHOLD - 1
FOUR_BY_EIGHT = [
    [120, 45, 7, 210, 33, 64, 81, 27],
    [14, 3, 55, 76, 98, 120, 43, 61],
    [230, 41, 72, 88, 5, 17, 39, 110],
    [66, 93, 28, 4, 150, 71, 52, 84],
]


def given_away(known) -> tuple[int, int]:
    """How many hidden cells are told exactly by what is shown, and how many there are."""
    hidden, solver = [cell for cell, bounds in known.items() if bounds.high is None], Solver(known)
    return sum(solver.bounds(cell).width < 0.5 for cell in hidden), len(hidden)


@pytest.mark.once
def test_the_attack_breaks_a_table_in_which_only_small_cells_are_hidden():
    found, hidden = given_away(planted(FOUR_BY_EIGHT, THRESHOLD))

    assert hidden == 4
    assert found == hidden


@pytest.mark.once
def test_the_attack_breaks_nearly_every_table_that_chance_makes_if_only_small_cells_are_hidden():
    chance, broken = Random(1), 0
    for _ in range(60):
        counts = [
            [chance.choice((chance.randint(0, 9), *[chance.randint(10, 200)] * 7)) for _ in range(8)] for _ in range(4)
        ]
        broken += given_away(planted(counts, THRESHOLD))[0] > 0

    assert broken >= 54


@pytest.fixture
def published(counted):
    """Two months in a row, with small cells in every table."""
    counted(FEBRUARY)
    counted(MARCH, salt=5)
    freeze_when_due(THIRD_OF_APRIL)
    return {str(month): month for month in PublishedMonth.objects.filter(month__in=(FEBRUARY, MARCH))}


def truth_of(month: PublishedMonth, code: str) -> Table:
    """What was counted, which nobody outside knows."""
    layout = Layout.from_data(month.rules["tables"][code])
    inputs, each = Inputs(month.month), asked(BY_CODE[code], layout)
    return _table(each, {place: inputs.figure(query) for place, query in each.queries.items()})


@pytest.mark.django_db
@pytest.mark.parametrize("rounding", [pytest.param(0, id="as if nothing were rounded"), pytest.param(5, id="as told")])
def test_no_hidden_cell_is_found_from_all_that_is_public(client, published, rounding):
    known = known_from(everything(client), rounding=5)
    known = {cell: bounds for cell, bounds in known.items() if cell[0] in published}
    truths = {(month, code): truth_of(published[month], code) for month, code in {cell[:2] for cell in known}}
    if not rounding:  # Worse than what is told: every shown number exactly.
        known = {cell: _exactly(truths[cell[:2]], cell, bounds) for cell, bounds in known.items()}
    solver = Solver(known)

    hidden = [cell for cell, bounds in known.items() if bounds.high is None]
    assert len(hidden) > 40
    assert {cell[1] for cell in hidden} >= {"bezoeken-doelgroep", "bezoeken-gemeente", "meldpunten", "lesbezoekers"}
    for cell in hidden:
        found, truth = solver.bounds(cell), truths[cell[:2]].at(*cell[2:]).count
        assert found.width >= LEAST_WIDTH - 1e-6, (cell, found, truth)
        if truth < THRESHOLD:
            assert found.low <= 1e-6, (cell, found)
            assert found.high is None or found.high >= THRESHOLD - 1 - 1e-6, (cell, found)


def _exactly(truth: Table, cell, bounds: Bounds) -> Bounds:
    count = truth.at(*cell[2:]).count
    return bounds if bounds.high is None else Bounds(count, count)


@pytest.mark.django_db
def test_every_address_tells_the_same_of_each_cell(client, published):
    answers = everything(client)
    files = [
        known_from({one: content}, rounding=5) for one, content in answers.items() if one.endswith((".csv", ".json"))
    ]
    by_month: dict[str, list] = {}
    for known in files:
        by_month.setdefault(next(iter(known))[0], []).append(known)

    assert len(answers) >= 9
    for csv, document in by_month.values():
        assert csv == document
    whole = known_from(answers, rounding=5)
    assert whole == {cell: bounds for known in files for cell, bounds in known.items()}


@pytest.mark.django_db
def test_no_address_tells_a_sum_of_months(client, published):
    answers = everything(client)

    assert {address.split("/")[2] for address in answers} == {"", "2027-01", "2027-02", "2027-03"}


@pytest.mark.django_db
def test_shares_stand_without_a_total_to_subtract_from(published):
    for month in published.values():
        shares = month.figures.filter(table__in=("gelezen", "goed", "voornemen"))
        assert shares.exists()
        assert not shares.filter(row=TOTAL).exists()
