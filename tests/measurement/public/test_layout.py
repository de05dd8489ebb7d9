"""Rows and columns come from the registers, never from what was counted; each thing counted falls in one cell."""

from itertools import product

import pytest

from campagne.measurement.models import MonthCell
from campagne.measurement.public.inputs import Inputs, cells_in
from campagne.measurement.public.layout import Layout, layouts
from campagne.measurement.public.making import asked
from campagne.measurement.public.tables import BY_CODE, TABLES
from doelgroepen.models import TargetGroup
from tests.measurement.public.conftest import FEBRUARY, MARCH

pytestmark = pytest.mark.django_db
COUNTS = [table.code for table in TABLES if table.has_totals]


def test_a_month_with_little_is_laid_out_as_one_with_much(counted):
    counted(FEBRUARY)

    much, little = layouts(Inputs(FEBRUARY)), layouts(Inputs(MARCH))

    assert [much[code] for code in COUNTS] == [little[code] for code in COUNTS]


@pytest.mark.parametrize("code", COUNTS)
def test_everything_counted_falls_in_exactly_one_cell(counted, stein, code):
    counted(FEBRUARY)
    own = TargetGroup.objects.create(name="Schippers", slug="schippers", self_description="Ik", municipality=stein)
    MonthCell.objects.filter(group=TargetGroup.objects.get(slug="senioren").pk).update(group=own.pk)
    inputs, table = Inputs(FEBRUARY), BY_CODE[code]
    each = asked(table, layouts(inputs)[code])

    figures = [inputs.figure(query) for query in each.queries.values()]

    whole = inputs.figure({"source": table.source, "where": {}})
    assert len(each.queries) == len(list(product(each.layout.rows, each.layout.columns)))
    assert sum(figure.count for figure in figures) == whole.count > 0


def test_groups_of_a_municipality_are_told_together(region, stein):
    TargetGroup.objects.create(name="Schippers", slug="schippers", self_description="Ik", municipality=stein)

    rows = layouts(Inputs(FEBRUARY))["bezoeken-doelgroep"].rows

    assert "schippers" not in {row.key for row in rows}
    assert "andere-doelgroepen" in {row.key for row in rows}


def test_a_sensitive_group_is_known_as_such(region):
    rows = layouts(Inputs(FEBRUARY))["lesbezoekers"].rows

    assert {row.key for row in rows if row.is_sensitive} == {"jongeren"}


def test_a_layout_comes_back_from_what_was_kept_of_it(region):
    for layout in layouts(Inputs(FEBRUARY)).values():
        assert Layout.from_data(layout.as_data()) == layout


def test_what_several_groups_share_is_read_once(counted):
    counted(FEBRUARY)

    shared = [row for row in cells_in(FEBRUARY) if row["method"] == "G"]

    assert {row["group"] for row in shared} == {0}
