"""The parts of the panel: steps, places to report, and whether the page was of use."""

from collections import Counter
from datetime import date

import pytest

from campagne.figures.verdicts import check_words
from campagne.measurement.beside import sections
from campagne.measurement.beside.counted import Counted, Done, Version
from campagne.measurement.dashboard.traffic import Traffic
from campagne.measurement.models import Act
from campagne.measurement.periods import Period

pytestmark = pytest.mark.once

PERIOD = Period(date(2026, 11, 3), date(2026, 11, 30))
FEW = "te weinig antwoorden"


def module(*views: int) -> Version:
    """A version of which the introduction was shown 99 times, and each step so often."""
    steps = {step: Traffic(views=count) for step, count in enumerate(views, start=1)}
    return Version(9, PERIOD, {0: Traffic(views=99), **steps})


def done(is_sensitive: bool = False, **acts: dict[str, int]) -> Done:
    counts = {(Act(act), subject): times for act, of in acts.items() for subject, times in of.items()}
    return Done(Counter(counts), {"bank": "Uw bank"}, is_sensitive)


def words(section) -> list[tuple[str, str]]:
    return [(row.subject, row.words) for row in section.rows]


def test_each_part_says_its_period_and_what_it_does_not_say():
    counted = Counted(Traffic(100, 50, 62), (), is_demo=False)
    parts = [
        sections.shown(counted, PERIOD),
        sections.steps(module(10, 5)),
        sections.clicks(done(), PERIOD),
        sections.useful(done(), PERIOD),
    ]

    for part in parts:
        assert "3 nov tot en met 30 nov 2026" in part.days
        assert part.notes
        for row in part.rows:
            check_words(f"{part.title} {row.subject} {row.words}", rung=row.measure.rung)


def test_without_views_there_is_no_share():
    assert words(sections.shown(Counted(Traffic(), (), is_demo=False), PERIOD)) == [
        ("Weergaven", "0 weergaven"),
        ("Bezoeken", "0 bezoeken"),
    ]


def test_each_step_stands_beside_the_first():
    assert words(sections.steps(module(100, 62, 101))) == [
        ("stap 1", "100 weergaven"),
        ("stap 2", "62 van de 100, waarschijnlijk tussen 52 en 71 (100 weergaven)"),
        ("stap 3", "101 weergaven"),
    ]


@pytest.mark.parametrize("views", [(), (0, 5)], ids=["no step was shown", "not the first"])
def test_without_a_first_step_nothing_stands_beside_it(views):
    assert sections.steps(module(*views)) is None


def test_clicks_are_counts_per_place_and_none_is_a_nought():
    clicked = done(report={"bank": 3, "weg": 4})

    assert words(sections.clicks(clicked, PERIOD)) == [
        ("weg (bestaat niet meer)", "4 klikken"),
        ("Uw bank", "3 klikken"),
    ]
    assert words(sections.clicks(done(), PERIOD)) == [("alle meldpunten samen", "0 klikken")]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(done(), [("ja, dit was nuttig", FEW)], id="nobody answered"),
        pytest.param(done(useful={"yes": 3, "no": 1}), [("ja, dit was nuttig", FEW)], id="too few"),
        pytest.param(
            done(useful={"yes": 3, "no": 2}, reason={"te_lang": 1}),
            [
                ("ja, dit was nuttig", "3 van de 5 antwoorden, waarschijnlijk tussen 23 en 88 van de 100"),
                ("waarom niet", FEW),
            ],
            id="enough answers, too few reasons",
        ),
        pytest.param(
            done(useful={"yes": 0, "no": 6}, reason={"te_lang": 1, "te_moeilijk": 4}),
            [
                ("ja, dit was nuttig", "0 van de 6 antwoorden, waarschijnlijk tussen 0 en 39 van de 100"),
                ("nee: de tekst is te moeilijk", "4 van de 5 antwoorden, waarschijnlijk tussen 38 en 96 van de 100"),
                ("nee: de tekst is te lang", "1 van de 5 antwoorden, waarschijnlijk tussen 4 en 62 van de 100"),
            ],
            id="enough of both",
        ),
        pytest.param(
            done(True, useful={"yes": 3, "no": 16}, reason={"te_lang": 16}),
            [("ja, dit was nuttig", FEW), ("waarom niet", FEW)],
            id="of a sensitive group nineteen are few",
        ),
    ],
)
def test_answers_are_shown_from_five_on(told, expected):
    assert words(sections.useful(told, PERIOD)) == expected
