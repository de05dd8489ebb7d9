from datetime import UTC, datetime

import pytest

from campagne.guided.planning.meeting_rows import NO_SUCH_TIME, NONE_AT_ALL, TWICE, empty_rows

pytestmark = pytest.mark.once
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def rows(*filled: tuple[str, str]):
    data = {"meetings-TOTAL_FORMS": 10, "meetings-INITIAL_FORMS": 0}
    for number, (day, time) in enumerate(filled):
        data |= {f"meetings-{number}-day": day, f"meetings-{number}-time": time}
    made = empty_rows(data, NOW)
    made.is_valid()
    return made


def errors_of(made) -> list[str]:
    return [error for row in made.errors for errors in row.values() for error in errors]


@pytest.mark.parametrize(
    ("day", "hour"),
    [
        pytest.param("2026-03-28", 9, id="winter time"),
        pytest.param("2026-03-29", 8, id="the day on which the clock goes forward"),
        pytest.param("2026-10-25", 9, id="the day on which it goes back"),
    ],
)
def test_ten_o_clock_is_ten_o_clock_here_whatever_the_season(day, hour):
    [moment] = rows((day, "10:00")).moments

    assert moment.astimezone(UTC).hour == hour


@pytest.mark.parametrize(
    ("filled", "words"),
    [
        pytest.param([], NONE_AT_ALL, id="nothing at all"),
        pytest.param([("2026-03-29", "02:30")], NO_SUCH_TIME, id="an hour that is skipped"),
        pytest.param([("2026-10-25", "02:30")], NO_SUCH_TIME, id="an hour that comes twice"),
        pytest.param([("2026-05-04", "")], "Vul de dag en de tijd in, of laat ze allebei leeg.", id="no time"),
        pytest.param([("", "10:00")], "Vul de dag en de tijd in, of laat ze allebei leeg.", id="no day"),
        pytest.param([("2026-02-28", "10:00")], "Deze dag is al voorbij. Kies vandaag of later.", id="yesterday"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(filled, words):
    assert errors_of(rows(*filled)) == [words]


def test_the_same_moment_twice_is_said_at_both():
    assert errors_of(rows(("2026-05-04", "10:00"), ("2026-05-04", "10:00"))) == [TWICE, TWICE]


def test_a_day_as_people_write_it_is_read_as_well():
    assert len(rows(("4-5-2026", "10:00")).moments) == 1
