"""What a file may say, and how it is refused."""

from dataclasses import dataclass
from datetime import date

import pytest

from campagne.demo.entry import BadEntry, Variety, read, read_file


class Animal(Variety, told_by="animal"):
    """For these tests: a table that says which animal it is."""


@dataclass(frozen=True)
class Dog(Animal, kind="dog"):
    name: str


@dataclass(frozen=True)
class Farm:
    name: str
    since: date | None = None
    is_open: bool = False
    hens: int = 0
    fields: tuple[str, ...] = ()
    animals: tuple[Animal, ...] = ()


def test_a_table_becomes_a_dataclass():
    told = {"name": " Hoeve ", "since": date(2026, 1, 2), "hens": 3, "animals": [{"animal": "dog", "name": "Bas"}]}

    farm = read(Farm, told, "farm.toml")

    assert farm == Farm("Hoeve", date(2026, 1, 2), hens=3, animals=(Dog("Bas"),))


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        pytest.param({}, "farm.toml, name: gevonden None, verwacht een waarde.", id="a key is missing"),
        pytest.param({"name": 3}, "farm.toml, name: gevonden 3, verwacht tekst.", id="a number for a text"),
        pytest.param({"name": "x", "hens": True}, "farm.toml, hens: gevonden True", id="true is no number"),
        pytest.param({"name": "x", "since": "gisteren"}, "verwacht een datum, zoals 2026-11-24", id="a word for a day"),
        pytest.param(
            {"name": "x", "fields": "wei"}, "farm.toml, fields: gevonden 'wei', verwacht een lijst", id="no list"
        ),
        pytest.param({"name": "x", "fields": ["wei", 1]}, "farm.toml, fields 2: gevonden 1", id="the second of a list"),
        pytest.param({"name": "x", "nmae": "y"}, "gevonden 'nmae', verwacht alleen name, since", id="an unknown key"),
        pytest.param({"name": "x", "animals": ["dog"]}, "animals 1: gevonden 'dog', verwacht een tabel", id="no table"),
        pytest.param(
            {"name": "x", "animals": [{"animal": "cow"}]},
            "farm.toml, animals 1, animal: gevonden 'cow', verwacht een van dog.",
            id="a kind that does not exist",
        ),
    ],
)
def test_a_wrong_table_is_refused_with_place_found_and_expected(told, sentence):
    with pytest.raises(BadEntry) as refusal:
        read(Farm, told, "farm.toml")

    assert sentence in str(refusal.value)


@pytest.mark.parametrize("content", [b"name = ", b"name = '\xff'"], ids=["half a line", "no UTF-8"])
def test_a_file_that_is_no_toml_is_named(tmp_path, content):
    file = tmp_path / "farm.toml"
    file.write_bytes(content)

    with pytest.raises(BadEntry, match=r"farm\.toml: .*een goed TOML-bestand"):
        read_file(Farm, file)
