"""The last rung: each goal in a sentence made from its figures, and the same figures in the file."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from campagne.figures.verdicts import OUTCOME
from campagne.measurement.dashboard.official_figures import outcome
from campagne.measurement.models import Indicator
from campagne.measurement.official.standing import standings
from campagne.sheets.csv_file import read_csv
from doelgroepen.models import Theme
from tests.conftest import make_user
from tests.measurement.official.conftest import brought, entered  # noqa: F401
from tests.measurement.official.tables import COMPLAINED, NOISE, REPORTED, SAMPLE, VICTIMS

pytestmark = pytest.mark.django_db


def rows_of(client) -> list[dict]:
    head, *rows = read_csv(b"".join(client.get(reverse("figures_csv"))))
    named = (dict(zip(head, row, strict=True)) for row in rows)
    return [row for row in named if row["trede"] == OUTCOME.name]


@pytest.fixture
def reading(client, home):
    client.force_login(make_user("burgemeester", Group.objects.get(name="Lezer")))
    return client


def test_an_empty_region_says_so_and_shows_no_number(home):
    answer = outcome(standings())

    assert answer.sentence == "Voor alle 7 doelen is nog nergens een cijfer ingevoerd."
    assert sum("nog niet ingevoerd" in told for told in answer.told) == 7
    assert {row.words for row in answer.rows} == {"nog niet ingevoerd"}
    assert "Volgend cijfer: voorjaar 2028 (CBS)." in answer.told
    assert "Een verandering kan niet aan deze campagne worden toegeschreven." in answer.notes


def test_what_can_be_compared_is_counted(brought, entered):  # noqa: F811
    brought(SAMPLE.read_bytes())
    entered(VICTIMS, "Westelijke Mijnstreek", "2023", 16.2, 12, 21)

    answer = outcome(standings())

    assert answer.sentence == (
        "Voor 1 van de 7 doelen kunnen we twee cijfers vergelijken. Voor 2 doelen is er alleen een cijfer van "
        "Nederland. Voor 4 doelen is nog nergens een cijfer ingevoerd."
    )
    assert any(told.endswith("Westelijke Mijnstreek: geen verschil aangetoond.") for told in answer.told)


def test_a_goal_alone_is_not_counted(home):
    (goal,) = [each for each in standings() if each.goal.indicator.slug == NOISE]

    assert outcome([goal]).sentence == "Voor dit doel is nog nergens een cijfer ingevoerd."


def test_a_figure_of_the_region_is_not_called_missing(entered):  # noqa: F811
    entered(REPORTED, "Westelijke Mijnstreek", "2025", 40)

    answer = outcome(standings())

    assert answer.sentence == (
        "Voor 1 van de 7 doelen ontbreekt nog het cijfer om mee te vergelijken. "
        "Voor 6 doelen is nog nergens een cijfer ingevoerd."
    )


def test_figures_of_several_other_areas_are_not_named_one_by_one(entered):  # noqa: F811
    entered(VICTIMS, "Nederland", "2023", 15.6, 15.4, 15.9)
    entered(COMPLAINED, "Limburg", "2023", 17, 15, 19)

    assert "Voor 2 van de 7 doelen is er alleen een cijfer van andere gebieden." in outcome(standings()).sentence


def test_the_screen_tells_every_goal(reading, brought):  # noqa: F811
    brought(SAMPLE.read_bytes())

    page = reading.get(reverse("figures")).content.decode()

    assert "Nederland in 2023: 15,6 procent (tussen 15,4 en 15,9)." in page
    assert reverse("official") in page


def test_the_file_holds_the_same_figures_with_their_own_days_and_source(reading, brought, entered):  # noqa: F811
    brought(SAMPLE.read_bytes())
    entered(NOISE, "Westelijke Mijnstreek", "2025-04", 412)
    rows = {(row["maat"], row["onderwerp"]): row for row in rows_of(reading)}

    country = rows["Slachtoffers van online criminaliteit", "Nederland, 2023"]
    assert [country[name] for name in ("aantal", "aandeel", "laag", "hoog")] == ["", "0,156", "0,154", "0,159"]
    assert [country[name] for name in ("eerste dag", "laatste dag")] == ["2023-01-01", "2023-12-31"]
    assert country["bron"] == "CBS, tabel 85472NED, uitgave 1"
    assert country["eenheid"] == "procent van de inwoners van 15 jaar en ouder"
    assert "kan niet aan deze campagne worden toegeschreven" in country["wat het niet zegt"]
    noise = rows["Meldingen van burengerucht", "Westelijke Mijnstreek, april 2025"]
    assert [noise[name] for name in ("aantal", "aandeel", "laag", "laatste dag")] == ["412", "", "", "2025-04-30"]
    empty = rows["Slachtoffers van online criminaliteit", "Limburg"]
    assert (empty["aantal"], empty["in woorden"]) == ("onbekend", "nog niet ingevoerd")


def test_they_follow_the_theme_and_nothing_else(reading):
    cyber, other = (Theme.objects.create(name=name, slug=name) for name in ("cyber", "anders"))
    Indicator.objects.filter(slug=VICTIMS).update(theme=cyber)

    assert sum("nog niet ingevoerd" in told for told in outcome(standings(cyber), cyber).told) == 1
    assert "geen doel met een officieel cijfer" in outcome(standings(other), other).sentence
    query = {"thema": cyber.pk, "tot": str(timezone.localdate())}
    page = reading.get(reverse("figures"), query).content.decode()
    assert "Slachtoffers van online criminaliteit" in page
    assert "Meldingen van burengerucht" not in page
