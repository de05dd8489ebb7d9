"""A version of the promise says what held, and to readers what changed."""

from datetime import date

import pytest

from campagne.measurement.privacy.promised import Promised, Version, differences, read_promised, write_promised

FIRST = Version(1, date(2026, 11, 30), "Wat we tellen, staat hier voor het eerst.")


@pytest.mark.parametrize(
    ("now", "told"),
    [
        pytest.param({"beacon": ["page: int"]}, [], id="as promised"),
        pytest.param({"beacon": ["page: int", "ip: str"]}, ["beacon: ip: str is nieuw"], id="sends more"),
        pytest.param({"beacon": []}, ["beacon: page: int is weg"], id="sends less"),
        pytest.param({}, ["beacon: page: int is weg"], id="a subject is gone"),
        pytest.param({"beacon": ["page: int"], "t.T": ["x"]}, ["t.T: x is nieuw"], id="a table more"),
    ],
)
def test_each_difference_is_told(now, told):
    assert list(differences({"beacon": ["page: int"]}, now)) == told


def test_the_next_version_is_numbered_dated_and_explained(tmp_path):
    first = Promised([FIRST], {"beacon": ["page: int"]})

    second = first.renewed({"beacon": []}, "We sturen niets meer naar onszelf.", date(2027, 1, 4))
    write_promised(second, tmp_path / "promised.json")

    assert read_promised(tmp_path / "promised.json") == second
    assert second.versions == [FIRST, Version(2, date(2027, 1, 4), "We sturen niets meer naar onszelf.")]


def test_a_version_without_a_sentence_for_readers_is_refused():
    with pytest.raises(ValueError, match="hele zin"):
        Promised([FIRST], {}).renewed({}, "bijgewerkt", date(2027, 1, 4))


@pytest.mark.django_db
def test_readers_see_every_version(client, home):
    page = client.get("/privacy/").content.decode()

    assert f"U leest versie {read_promised().newest.number}." in page
    assert [version for version in read_promised().versions if version.told not in page] == []
