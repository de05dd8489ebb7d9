"""The list of measures: complete, unique, and careful with its words."""

import pytest

from campagne.figures.verdicts import LADDER, check_words
from campagne.measurement.measures import MEASURES


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.code)
def test_a_measure_says_what_it_is_and_what_it_is_not(measure):
    assert measure.name
    assert measure.unit
    assert measure.definition.endswith(".")
    assert measure.caveat.endswith(".")


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.code)
def test_no_measure_is_called_by_more_than_its_rung_can_know(measure):
    check_words(f"{measure.name} {measure.unit}", rung=measure.rung)


def test_every_rung_has_a_measure_and_every_code_is_used_once():
    assert {measure.rung for measure in MEASURES} == set(LADDER)
    assert len({measure.code for measure in MEASURES}) == len(MEASURES)
