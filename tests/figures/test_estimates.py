"""The front door of all figures: its names, its sources and what it costs to open."""

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

from campagne.figures import estimates

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parents[2]
FUNCTIONS = [name for name in estimates.__all__ if inspect.isfunction(getattr(estimates, name))]
DERIVED = {"effective_n"}
"""What follows from another figure, which names the source."""


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        pytest.param("share_of", ["k", "n"]),
        pytest.param("difference_between", ["k1", "n1", "k2", "n2"]),
        pytest.param("change_within", ["n11", "n10", "n01", "n00"]),
        pytest.param("mcnemar_exact", ["n10", "n01"]),
        pytest.param("mcnemar_mid_p", ["n10", "n01"]),
        pytest.param("design_effect", ["groups"]),
        pytest.param("clustered_share", ["groups"]),
        pytest.param("cohens_h", ["ours", "theirs"]),
        pytest.param("hake_gain", ["before", "after", "n"]),
        pytest.param("item_rest_correlations", ["rows"]),
        pytest.param("bootstrap_over_groups", ["groups", "statistic"]),
    ],
)
def test_every_way_to_a_figure_has_the_name_and_the_order_that_others_rely_on(name, parameters):
    signature = inspect.signature(getattr(estimates, name))

    in_order = [each.name for each in signature.parameters.values() if each.kind is not each.KEYWORD_ONLY]
    assert in_order == parameters


@pytest.mark.parametrize("name", sorted(set(FUNCTIONS) - DERIVED))
def test_every_formula_names_its_source(name):
    source = inspect.getdoc(getattr(estimates, name)).partition("Source: ")[2]

    assert "https://doi.org/10." in source


def test_figures_load_nothing_but_the_standard_library():
    program = "import sys; sys.path[:0] = ['.']; import campagne.figures.estimates; print(*sys.modules)"

    loaded = subprocess.check_output([sys.executable, "-I", "-S", "-c", program], cwd=ROOT, text=True).split()

    assert {name.partition(".")[0] for name in loaded} - sys.stdlib_module_names - {"__main__"} == {"campagne"}
