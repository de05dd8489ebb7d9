"""An area is known by its name or code; one of another kind with the same name is another area."""

import pytest

from campagne.measurement.official.reading.known import Known, KnownRegion, path_of
from tests.measurement.official.tables import TODAY, known

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("label", "code", "name"),
    [
        pytest.param("Nederland", "", "Nederland", id="by name"),
        pytest.param("  nederland ", "", "Nederland", id="by name, carelessly"),
        pytest.param("", "NL01  ", "Nederland", id="by code"),
        pytest.param("NL00", "", "Nederland", id="by the other code"),
        pytest.param("Limburg (PV)", "PV31  ", "Limburg", id="a province"),
        pytest.param("Limburg", "PV31", "Limburg", id="a province by the kind in its code"),
        pytest.param("Noord-Nederland (LD)", "", "Noord-Nederland (LD)", id="a part"),
        pytest.param("Noord-Nederland", "LD01", "Noord-Nederland (LD)", id="a part by the kind in its code"),
        pytest.param("Basisteam Westelijke Mijnstreek", "", "Westelijke Mijnstreek", id="a team"),
        pytest.param("Limburg (RE)", "", None, id="the police unit of that name"),
        pytest.param("Limburg", "RE10", None, id="the police unit, by its code"),
        pytest.param("Maastricht", "GM0935", None, id="not ours"),
        pytest.param("", "", None, id="nothing"),
    ],
)
def test_an_area_by_name_or_code(label, code, name):
    found = known().region(label, code)

    assert (found.name if found else None) == name


def test_a_code_that_somebody_looked_up_is_enough():
    regions = Known([], [KnownRegion("Sittard-Geleen", "municipality", "GM1883")], TODAY)

    assert regions.region("", "GM1883  ").name == "Sittard-Geleen"
    assert regions.region("Een andere naam", "GM18").__class__ is type(None)


def test_a_path_is_compared_without_capitals_and_spaces():
    assert path_of(" Online  criminaliteit > MELDING ") == ("online criminaliteit", "melding")
