"""Reach per group and per municipality: between two ends, with the unknown in sight and persons apart."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.figures.reach import Counted
from campagne.figures.verdicts import REACH, check_words
from campagne.measurement.cells.cell import Method
from campagne.measurement.cells.inhabitants import Inhabitants
from campagne.measurement.dashboard.reaching import part_per_group, part_per_place
from campagne.measurement.dashboard.subjects import Label

pytestmark = pytest.mark.once

SENIORS, YOUNG = Label(7, "Senioren"), Label(8, "Jongeren", is_sensitive=True)
STEIN, BEEK = Label(1, "Stein"), Label(2, "Beek")
CELLS = [
    Counted(1, 7, 1, "Q", 100),
    Counted(1, 7, 0, "T", 20),
    Counted(1, 0, 0, "G", 40),
    Counted(1, 7, 0, "G", 40),
    Counted(1, 8, 0, "G", 40),
    Counted(1, 0, 2, "-", 5),
]


def table(part) -> dict[str, tuple[str, ...]]:
    return {line.name: line.cells for line in part.lines}


def test_a_group_lies_between_two_ends_and_the_unknown_is_the_last_line():
    part = part_per_group([SENIORS, YOUNG], CELLS, [], {})

    assert part.sentence == (
        "Van 165 bezoeken horen er 120 zeker bij één doelgroep. Bij 40 was de pagina voor meer doelgroepen. "
        "Bij 5 is de doelgroep onbekend."
    )
    assert table(part) == {
        "Senioren": (
            "120 bezoeken",
            "160 bezoeken",
            f"{Method.ENTRANCE.label} · {Method.ONE_LABEL.label} · {Method.SHARED.label}",
            "nog niet ingevoerd",
            "geen",
        ),
        "Jongeren": ("0 bezoeken", "40 bezoeken", "op een pagina voor meer doelgroepen", "nog niet ingevoerd", "geen"),
        "Onbekend welke doelgroep": ("–", "5 bezoeken", "–", "–", "geen"),
    }
    assert [bar.text for bar in part.bars.bars] == ["120 tot 160", "0 tot 40", "5"]


def test_of_one_group_the_sentence_tells_both_ends():
    part = part_per_group([SENIORS], CELLS, [], {}, is_one=True)

    assert part.sentence == ("Senioren: zeker 120 bezoeken, mogelijk 160. Bij nog eens 5 is de doelgroep onbekend.")


def test_every_thousand_people_needs_a_number_that_somebody_entered():
    known = {(7, 0): Inhabitants(2000, "CBS", date(2026, 1, 1)), (8, 0): Inhabitants(10, "CBS", date(2026, 1, 1))}

    part = part_per_group([SENIORS, YOUNG], CELLS, [Counted(0, 7, 1, "S", 50)], known)

    assert table(part)["Senioren"][3:] == ("60,0 tot 80,0 bezoeken", "50 personen (25,0 per 1.000)")
    assert table(part)["Jongeren"][3] == "0,0 tot 4.000,0 bezoeken"
    assert "Senioren 2.000 (CBS, 1 jan 2026)" in part.notes[-1]


def test_of_a_group_of_one_municipality_the_number_stands_there():
    parents = Label(9, "Ouders in Stein", place=1)
    known = {(9, 1): Inhabitants(500, "Gemeente", date(2026, 1, 1))}
    cells = [Counted(1, 9, 1, "T", 5)]

    assert table(part_per_group([parents], cells, [], known))["Ouders in Stein"][3] == "10,0 bezoeken"
    assert table(part_per_group([parents], cells, [], known, place=2))["Ouders in Stein"][3] == "nog niet ingevoerd"


@pytest.mark.parametrize(
    ("persons", "told"),
    [
        pytest.param([("S", 12)], "12 personen", id="of this group alone"),
        pytest.param([("S", 12), ("G", 9)], "12 tot 21 personen", id="and of several groups"),
        pytest.param([("G", 9)], "hoogstens 9 personen", id="only of several groups"),
        pytest.param([("S", 4)], "te weinig personen", id="too few"),
        pytest.param([("S", 12), ("G", 2)], "te weinig personen", id="the ends would give two away"),
        pytest.param([("S", 0)], "0 personen", id="nobody came"),
    ],
)
def test_persons_are_counted_apart_and_few_are_withheld(persons, told):
    came = [Counted(0, 7, 1, method, number) for method, number in persons]

    assert table(part_per_group([SENIORS], CELLS, came, {}))["Senioren"][4] == told


def test_of_a_sensitive_group_persons_need_twenty():
    few, enough = ([Counted(0, 8, 1, "S", number)] for number in (19, 20))

    assert [table(part_per_group([YOUNG], [], came, {}))["Jongeren"][4] for came in (few, enough)] == [
        "te weinig personen",
        "20 personen",
    ]


def test_a_municipality_has_what_came_by_its_entrances_and_pages():
    part = part_per_place([STEIN, BEEK], CELLS, [Counted(0, 7, 1, "S", 30)], {})

    assert part.sentence == (
        "Bij een gemeente horen 105 bezoeken. De meeste bij Stein: 100. Bij 60 bezoeken is de gemeente onbekend."
    )
    assert table(part)["Stein"][:3] == ("100 bezoeken", "100 bezoeken", "de ingang of de pagina is van deze gemeente")
    assert table(part)["Stein"][4] == "30 personen"
    assert table(part)["Onbekend welke gemeente"][1] == "60 bezoeken"


def test_of_one_group_a_municipality_lies_between_two_ends():
    part = part_per_place([STEIN], [*CELLS, Counted(1, 7, 1, "G", 11)], [], {}, group=7)

    how = f"{Method.ENTRANCE.label} · {Method.SHARED.label}"
    assert table(part)["Stein"][:3] == ("100 bezoeken", "111 bezoeken", how)


CELL = st.builds(
    Counted, st.just(1), st.integers(0, 9), st.integers(0, 2), st.sampled_from("QZTG-"), st.integers(0, 99)
)


@given(st.lists(CELL), st.lists(CELL), st.booleans())
def test_no_sentence_claims_more_than_reach(cells, persons, is_one):
    groups, places = [SENIORS, YOUNG], [STEIN, BEEK]

    parts = [
        part_per_group(groups, cells, persons, {}, is_one=is_one),
        part_per_place(places, cells, persons, {}, group=7 if is_one else 0),
    ]

    for part in parts:
        check_words(f"{part.sentence} {part.name} {part.head}", rung=REACH)
        assert part.sentence.endswith(".")
        assert part.lines[-1].name.startswith("Onbekend")
        assert part.bars is None or len(part.bars.bars) == len(part.lines)
