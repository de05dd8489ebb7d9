"""A version beside the one before it, with no more of a verdict than the counts allow."""

from datetime import date, timedelta

import pytest

from campagne.measurement.beside.counted import Version
from campagne.measurement.beside.versions import NO_CAUSE, NOTHING_YET, versions_of
from campagne.measurement.dashboard.traffic import Traffic
from campagne.measurement.periods import Period

pytestmark = pytest.mark.once

PUBLISHED = date(2026, 11, 3)
OLD_DAYS = Period(date(2026, 10, 1), PUBLISHED)


def version(revision_id: int, views: int, reads: int, days: Period = OLD_DAYS) -> Version:
    return Version(revision_id, days, {0: Traffic(views, views // 2, reads)})


@pytest.mark.parametrize(
    ("now", "before", "sentences"),
    [
        pytest.param(
            (400, 300),
            (400, 100),
            (
                "Aandeel gelezen: hoger dan in de versie ervoor.",
                "Verschil: 50 procentpunt meer, waarschijnlijk tussen 44 en 56 meer.",
            ),
            id="more of it is read",
        ),
        pytest.param(
            (400, 100),
            (400, 300),
            (
                "Aandeel gelezen: lager dan in de versie ervoor.",
                "Verschil: 50 procentpunt minder, waarschijnlijk tussen 44 en 56 minder.",
            ),
            id="less of it is read",
        ),
        pytest.param(
            (400, 200),
            (400, 200),
            (
                "Aandeel gelezen: geen verschil aangetoond.",
                "Verschil: geen verschil, waarschijnlijk tussen 7 minder en 7 meer.",
            ),
            id="the same",
        ),
        pytest.param((29, 29), (400, 4), ("Aandeel gelezen: te weinig gegevens.",), id="too few now"),
        pytest.param((400, 4), (29, 29), ("Aandeel gelezen: te weinig gegevens.",), id="too few before"),
    ],
)
def test_a_verdict_rests_on_enough_and_has_a_range(now, before, sentences):
    told = versions_of([version(9, *now), version(4, *before)], live=9, published=PUBLISHED)

    assert told.sentences == sentences
    assert NO_CAUSE in told.notes


def test_the_versions_stand_beside_each_other_with_their_days():
    now = version(9, 100, 62, Period(PUBLISHED, PUBLISHED + timedelta(days=9)))

    told = versions_of([now, version(4, 4, 1), version(2, 900, 900)], live=9, published=PUBLISHED)

    assert [(column.name, column.days) for column in told.columns] == [
        ("Nu te zien", "sinds 3 nov 2026"),
        ("De versie ervoor", "1 okt tot en met 3 nov 2026"),
    ]
    assert told.lines == [
        ("Weergaven", ("100", "4")),
        ("Bezoeken", ("50", "2")),
        ("Gelezen weergaven", ("62 van de 100 (52 tot 71)", "1 van de 4")),
    ]


def test_a_version_alone_is_held_against_nothing():
    told = versions_of([version(9, 400, 300)], live=9, published=PUBLISHED)

    assert (len(told.columns), told.sentences) == (1, ())
    assert NO_CAUSE not in told.notes


def test_a_version_that_nobody_opened_yet_is_no_nought():
    told = versions_of([version(4, 400, 300)], live=9, published=PUBLISHED)

    assert told.columns[0].words == (NOTHING_YET,) * 3
    assert told.columns[1].name == "De versie ervoor"
    assert told.sentences == ("Aandeel gelezen: te weinig gegevens.",)


def test_of_a_page_that_is_gone_the_newest_version_is_not_called_the_one_of_now():
    told = versions_of([version(9, 400, 300), version(4, 400, 100)], live=None, published=PUBLISHED)

    assert [column.name for column in told.columns] == ["Het laatst te zien", "De versie ervoor"]
    assert told.columns[0].days == "1 okt tot en met 3 nov 2026"


def test_a_version_published_again_counts_from_its_first_day():
    told = versions_of([version(9, 400, 300)], live=9, published=PUBLISHED)

    assert told.columns[0].days == "sinds 1 okt 2026"
