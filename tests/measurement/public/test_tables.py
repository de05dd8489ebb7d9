"""The public tables are few, of two dimensions, and nobody adds one that could be subtracted from another unseen."""

import pytest

from campagne.figures.disclosure import Kind
from campagne.figures.verdicts import OUTCOME
from campagne.measurement.public.inputs import SOURCES
from campagne.measurement.public.layout import LAID_OUT
from campagne.measurement.public.tables import BY_CODE, LINKED, TABLES, protected_with

pytestmark = pytest.mark.once


def test_each_table_has_a_code_of_its_own_a_source_and_a_layout():
    assert len(BY_CODE) == len(TABLES)
    assert LAID_OUT.keys() == BY_CODE.keys()
    assert {table.source for table in TABLES} == SOURCES.keys()


def test_tables_of_one_source_with_totals_are_protected_together():
    for table in TABLES:
        same = {other.code for other in TABLES if other.source == table.source and other.has_totals}
        if table.has_totals:
            assert same == set(protected_with(table.code))


def test_linked_tables_have_the_same_columns_and_count_the_same():
    for first, second in LINKED:
        ours, theirs = BY_CODE[first], BY_CODE[second]
        assert (ours.column_word, ours.kind, ours.measure) == (theirs.column_word, theirs.kind, theirs.measure)


def test_what_has_no_totals_is_a_share_and_what_has_is_never_an_official_figure():
    assert {table.kind for table in TABLES if not table.has_totals} == {Kind.VIEWS, Kind.ANSWERS}
    assert all(table.measure.rung is not OUTCOME for table in TABLES)
