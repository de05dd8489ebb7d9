"""The parts of the first question, as they are gathered from cells, sessions and what was entered."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from campagne.measurement.dashboard.choosing import SelectionForm
from campagne.measurement.dashboard.whom import BY_MORE_THAN_LABELS, BY_THE_THEME_OF_THE_DAY, whom_we_reach
from campagne.measurement.measures import CERTAIN_REACH
from campagne.measurement.models import DayCell, DayReferrer, MonthReferrer, Population
from campagne.measurement.months import rebuild_month
from campagne.measurement.periods import first_of_month
from campagne.sheets.csv_file import read_csv
from doelgroepen.models import TargetGroup, Theme
from tests.conftest import make_user


@pytest.fixture
def cyber(home):
    return Theme.objects.create(name="Cybercrime", slug="cybercrime")


@pytest.fixture
def seniors(home):
    return TargetGroup.objects.create(name="Senioren", self_description="Ik ben 65 of ouder")


@pytest.fixture
def reader(home):
    return make_user("burgemeester", Group.objects.get(name="Lezer"))


@pytest.fixture
def cell(today):
    """Write a cell as the consumer leaves it, day and month together: `cell(group, "T", visits=3)`."""

    def write(group, method, *, theme=0, place=0, visits=0, days_ago=0) -> None:
        day = today - timedelta(days=days_ago)
        key = {"theme": theme, "group": group, "municipality": place, "method": method}
        counts = {"visits": visits, "views": 2 * visits, "reads": visits}
        DayCell.objects.create(day=day, **key, **counts)
        rebuild_month(first_of_month(day))

    return write


def parts(user, **data) -> dict:
    selection = SelectionForm(data, user=user, today=timezone.localdate()).selection()
    return {part.key: part for part in whom_we_reach(selection)}


def visits(part) -> dict[str, str]:
    return {line.name: line.cells[1] for line in part.lines}


def test_whole_months_and_loose_days_are_counted_once(regional_editor, seniors, cell, today):
    cell(seniors.pk, "T", visits=3)
    cell(seniors.pk, "T", visits=4, days_ago=70)
    cell(0, "-", visits=5, days_ago=30)

    lately, longer = (
        parts(regional_editor, van=str(today - timedelta(days=days)))["per-doelgroep"] for days in (6, 80)
    )

    assert visits(lately)[seniors.name] == "3 bezoeken"
    assert (visits(longer)[seniors.name], visits(longer)["Onbekend welke doelgroep"]) == ("7 bezoeken", "5 bezoeken")


def test_a_theme_a_group_and_a_municipality_narrow_it_down(regional_editor, seniors, cyber, stein, beek, cell):
    other = TargetGroup.objects.create(name="Ondernemers", self_description="Ik onderneem")
    cell(seniors.pk, "T", theme=cyber.pk, place=stein.pk, visits=3)
    cell(seniors.pk, "Q", place=beek.pk, visits=10)
    cell(other.pk, "T", theme=cyber.pk, visits=100)
    cell(0, "-", theme=cyber.pk, visits=7)

    of_theme = parts(regional_editor, thema=str(cyber.pk))
    of_group = parts(regional_editor, doelgroep=str(seniors.pk))
    of_stein = parts(regional_editor, gemeente=str(stein.pk))

    assert visits(of_theme["per-doelgroep"])[seniors.name] == "3 bezoeken"
    assert list(visits(of_group["per-doelgroep"])) == [seniors.name, "Onbekend welke doelgroep"]
    assert visits(of_group["per-doelgroep"])["Onbekend welke doelgroep"] == "7 bezoeken"
    assert visits(of_group["per-gemeente"])["Beek"] == "10 bezoeken"
    assert list(visits(of_stein["per-gemeente"])) == ["Stein", "Onbekend welke gemeente"]
    assert visits(of_stein["per-doelgroep"])[other.name] == "0 bezoeken"


def test_why_a_chosen_group_or_place_has_other_numbers_than_its_pages_is_told(regional_editor, seniors, stein, cell):
    cell(seniors.pk, "Q", place=stein.pk, visits=11)

    for chosen in ({"doelgroep": seniors.pk}, {"gemeente": stein.pk}):
        assert BY_MORE_THAN_LABELS in parts(regional_editor, **chosen)["per-doelgroep"].notes
    assert BY_MORE_THAN_LABELS not in parts(regional_editor)["per-doelgroep"].notes


def test_why_a_chosen_theme_has_other_numbers_than_its_pages_is_told(regional_editor, cyber, seniors, cell):
    cell(seniors.pk, "T", theme=cyber.pk, visits=11)

    assert BY_THE_THEME_OF_THE_DAY in parts(regional_editor, thema=cyber.pk)["per-doelgroep"].notes
    for chosen in ({}, {"doelgroep": seniors.pk}):
        assert BY_THE_THEME_OF_THE_DAY not in parts(regional_editor, **chosen)["per-doelgroep"].notes


def test_of_a_page_or_a_campaign_there_are_no_cells_and_that_is_said(regional_editor, home, seniors, cell):
    cell(seniors.pk, "T", visits=3)

    found = parts(regional_editor, pagina=str(home.pk))

    assert list(found) == ["per-doelgroep", "herkomst"]
    assert found["per-doelgroep"].sentence.endswith("Haal dat filter weg om het te zien.")
    assert not found["per-doelgroep"].lines


def test_stein_sees_its_own_and_the_regions_and_nothing_of_beek(editor_of_stein, seniors, stein, beek, cell):
    secret = TargetGroup.objects.create(name="Ouders in Beek", self_description="Ik ben ouder", municipality=beek)
    cell(seniors.pk, "Q", place=stein.pk, visits=3)
    cell(seniors.pk, "T", visits=4)
    cell(seniors.pk, "Q", place=beek.pk, visits=1000)
    cell(secret.pk, "T", place=beek.pk, visits=1000)
    DayReferrer.objects.create(day=timezone.localdate(), referrer="Google", visits=555)

    found = parts(editor_of_stein)

    assert visits(found["per-doelgroep"])[seniors.name] == "7 bezoeken"
    assert list(visits(found["per-gemeente"])) == ["Stein", "Onbekend welke gemeente"]
    assert "een andere gemeente staan hier niet bij" in found["per-doelgroep"].notes[-1]
    assert "Ouders in Beek" not in visits(found["per-doelgroep"])
    assert not found["herkomst"].lines
    assert parts(editor_of_stein, gemeente=str(beek.pk))["per-gemeente"].lines[0].cells[1] == "3 bezoeken"


def test_what_lies_before_counting_is_unknown(regional_editor, seniors, cell):
    cell(seniors.pk, "T", visits=3, days_ago=4)

    notes = parts(regional_editor)["per-doelgroep"].notes

    assert notes[-1].startswith("Per doelgroep tellen we sinds ")
    assert notes[-1].endswith("Van eerder is het onbekend.")


def test_people_that_were_entered_are_in_the_table_and_in_the_file(client, reader, seniors, cell, today):
    Population.objects.create(group=seniors, persons=1500, as_of=today, source="CBS")
    cell(seniors.pk, "T", visits=3)
    client.force_login(reader)

    page = client.get(reverse("figures")).content.decode()
    header, *rows = read_csv(client.get(reverse("figures_csv")).getvalue())

    assert "2,0 bezoeken" in page
    assert f"{seniors.name} 1.500 (CBS" in page
    lines = [dict(zip(header, row, strict=True)) for row in rows]
    [line] = [line for line in lines if (line["maat"], line["onderwerp"]) == (CERTAIN_REACH.name, seniors.name)]
    assert (line["aantal"], line["van"]) == ("3", "")
    assert "per 1.000 inwoners: 2,0 bezoeken" in line["in woorden"]
    assert line["wat het niet zegt"].startswith("Een bezoek is geen persoon.")


def test_where_visits_came_from_is_of_the_whole_region(regional_editor, today):
    month = first_of_month(today)
    last_month = first_of_month(month - timedelta(days=1))
    for name, times in (("Google", 20), ("onbekend", 70), ("politie.nl", 4)):
        DayReferrer.objects.create(day=today, referrer=name, visits=times)
        MonthReferrer.objects.create(month=month, referrer=name, visits=times)
    MonthReferrer.objects.create(month=last_month, referrer="Google", visits=1000)

    part = parts(regional_editor, van=str(month))["herkomst"]
    both = parts(regional_editor, van=str(last_month))["herkomst"]

    assert [(line.name, *line.cells) for line in part.lines] == [
        ("onbekend", "70 bezoeken"),
        ("Google", "20 bezoeken"),
        ("politie.nl", "4 bezoeken"),
    ]
    assert part.sentence == (
        "Van 94 bezoeken is bij 70 de herkomst onbekend. "
        "Van de websites op onze lijst bracht Google de meeste bezoeken: 20."
    )
    assert both.lines[0].cells == ("1.020 bezoeken",)
    assert "van de hele regio" in part.notes[0]


def test_the_number_of_queries_does_not_grow_with_cells(
    client, reader, seniors, cell, stein, django_assert_max_num_queries
):
    client.force_login(reader)
    cell(seniors.pk, "T", visits=1)
    client.get(reverse("figures"))
    with django_assert_max_num_queries(100) as few:
        client.get(reverse("figures"))
    for number in range(20):
        TargetGroup.objects.create(name=f"Groep {number}", self_description="Ik ben", slug=f"g{number}")
        cell(TargetGroup.objects.last().pk, "G", theme=number, place=stein.pk, visits=1)

    with django_assert_max_num_queries(len(few)) as many:
        client.get(reverse("figures"))

    assert len(many) <= 46
